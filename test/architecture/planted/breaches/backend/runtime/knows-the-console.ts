export { orders } from '../../renderer/stores/order-store.ts';
