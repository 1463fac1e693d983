export { findOrder } from './order-service.ts';
