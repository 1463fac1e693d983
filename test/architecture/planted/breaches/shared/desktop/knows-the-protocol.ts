export type { OrderPlaced } from '../protocol/order-events.ts';
