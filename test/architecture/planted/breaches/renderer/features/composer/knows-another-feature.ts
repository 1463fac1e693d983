export { QueueRow } from '../queue/queue-row.tsx';
