export { orderRepository } from '../../storage/order-repository.ts';
