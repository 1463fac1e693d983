export { findOrder } from '../modules/orders/order-service.ts';
