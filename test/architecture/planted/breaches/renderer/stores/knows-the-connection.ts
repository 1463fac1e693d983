export { forgetOrders } from '../connection/commands.ts';
