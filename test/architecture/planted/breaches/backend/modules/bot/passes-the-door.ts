export { findOrder } from '../orders/order-service.ts';
