export { orders } from '../stores/order-store.ts';
