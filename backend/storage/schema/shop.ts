import type { OrderStatus } from '#shared/domain/card';
import type { ConversationId, CustomerId, OrderId, ProductId, Sku } from '#shared/domain/ids';
import type { Localized } from '#shared/domain/language';
import type { ReturnRecord } from '../../modules/orders/index.ts';
import type { Json, JsonWithDefault } from '../json.ts';

/** What the shop sells and sold. */

export type ProductsTable = {
  id: ProductId;
  category_code: string;
  title: Json<Localized>;
  description: Json<Localized>;
  attributes: Json<{ name: Localized; value: Localized }[]>;
  tags: Json<string[]>;
  related: Json<{ goesWith?: ProductId[]; alternatives?: ProductId[] }>;
  released_at: Date;
};

export type VariantsTable = {
  sku: Sku;
  product_id: ProductId;
  name: Json<Localized>;
  options: JsonWithDefault<{ colour?: string; size?: string }>;
  price_fen: number;
  stock: number;
  picture: string;
  position: number;
};

export type OrdersTable = {
  id: OrderId;
  number: string;
  customer_id: CustomerId;
  status: OrderStatus;
  placed_at: Date;
  promised_at: Date | null;
  total_fen: number;
  carrier: string | null;
  tracking_number: string | null;
  tracking: Json<{ at: string; text: Localized }[]>;
};

export type ReturnsTable = {
  id: string;
  order_id: OrderId;
  conversation_id: ConversationId | null;
  kind: ReturnRecord['kind'];
  reason: string;
  status: ReturnRecord['status'];
  created_at: Date;
};
