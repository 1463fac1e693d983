export { take } from '../../connection/incoming.ts';
