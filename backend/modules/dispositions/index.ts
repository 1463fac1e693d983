export { checkDisposition } from './check-disposition.ts';
export type { ClosedCase, DispositionRepository, OpenCase } from './ports.ts';
