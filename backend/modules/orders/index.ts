export { createOrderService, type OrderService } from './order-service.ts';
export type {
  NewOrder,
  OrderRecord,
  OrderRecordLine,
  OrderRepository,
  ReturnKind,
  ReturnRecord,
} from './ports.ts';
export { judgeReturn, type ReturnReason, type ReturnVerdict } from './return-rules.ts';
