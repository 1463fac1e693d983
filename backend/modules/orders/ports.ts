import type { OrderStatus } from '#shared/domain/card';
import type { ConversationId, CustomerId, OrderId, ProductId, Sku } from '#shared/domain/ids';
import type { Localized } from '#shared/domain/language';

/** An order as it is stored. `promisedAt` is when it should have been dispatched. */
export type OrderRecord = {
  id: OrderId;
  number: string;
  customerId: CustomerId;
  status: OrderStatus;
  placedAt: Date;
  promisedAt: Date | null;
  totalFen: number;
  carrier: string | null;
  trackingNumber: string | null;
  tracking: { at: string; text: Localized }[];
  lines: OrderRecordLine[];
};

export type OrderRecordLine = {
  sku: Sku;
  productId: ProductId;
  title: Localized;
  variant: Localized;
  quantity: number;
  priceFen: number;
};

export type ReturnKind = 'return' | 'exchange' | 'repair';

/** A return, exchange or repair. `status` moves from open over received to closed. */
export type ReturnRecord = {
  id: string;
  orderId: OrderId;
  conversationId: ConversationId | null;
  kind: ReturnKind;
  reason: string;
  status: 'open' | 'received' | 'closed';
  createdAt: Date;
};

export type NewOrder = Pick<
  OrderRecord,
  'id' | 'number' | 'customerId' | 'status' | 'placedAt' | 'promisedAt' | 'totalFen' | 'tracking'
> & { lines: { sku: Sku; quantity: number; priceFen: number }[] };

export type OrderRepository = {
  /** Newest first. */
  listOrders(customerId: CustomerId): Promise<OrderRecord[]>;
  findOrder(id: OrderId): Promise<OrderRecord | null>;
  /** The order, its row locked until the transaction ends. */
  lockOrder(id: OrderId): Promise<OrderRecord | null>;
  addOrder(order: NewOrder): Promise<void>;
  setOrderStatus(id: OrderId, status: OrderStatus, tracking: OrderRecord['tracking']): Promise<void>;
  findOpenReturn(orderId: OrderId): Promise<ReturnRecord | null>;
  /** Of all the customer's orders, newest first. */
  listReturns(customerId: CustomerId): Promise<ReturnRecord[]>;
  addReturn(record: ReturnRecord): Promise<void>;
};
