export type { Order } from '#shared/domain/order';
