export type { OrderPort } from '../../backend/modules/orders/ports.ts';
