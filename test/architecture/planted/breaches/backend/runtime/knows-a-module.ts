export { findOrder } from '../modules/orders/index.ts';
