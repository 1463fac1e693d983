export type { OrderPlaced } from '#shared/protocol/order-events';
