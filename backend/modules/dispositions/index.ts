export { checkDisposition } from './check-disposition.ts';
export { createDispositionService, type DispositionService } from './disposition-service.ts';
export type { ClosedCase, DispositionRepository, OpenCase } from './ports.ts';
