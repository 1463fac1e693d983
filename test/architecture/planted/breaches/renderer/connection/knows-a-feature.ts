export { QueueRow } from '../features/queue/queue-row.tsx';
