import { z } from 'zod';
import { orderIdSchema, productIdSchema, skuSchema } from './ids.ts';
import { localizedSchema } from './language.ts';

/** Money is an integer number of fen (¥0.01). */
export const fenSchema = z.int().min(0);

/** A product offered to the customer. Price and stock are what the shop said when the card was sent (rule T9). */
export const productCardSchema = z.object({
  type: z.literal('product'),
  productId: productIdSchema,
  sku: skuSchema,
  title: localizedSchema,
  variant: localizedSchema,
  priceFen: fenSchema,
  stock: z.int().min(0),
  pictureUrl: z.string().max(300),
  buyUrl: z.string().max(300),
});
export type ProductCard = z.infer<typeof productCardSchema>;

export const orderStatusSchema = z.enum([
  'pending-payment',
  'paid',
  'packed',
  'shipped',
  'delivered',
  'returning',
  'refunded',
  'cancelled',
]);
export type OrderStatus = z.infer<typeof orderStatusSchema>;

/** An order shown to the customer who owns it. */
export const orderCardSchema = z.object({
  type: z.literal('order'),
  orderId: orderIdSchema,
  number: z.string().max(40),
  status: orderStatusSchema,
  title: localizedSchema,
  itemCount: z.int().positive(),
  totalFen: fenSchema,
  pictureUrl: z.string().max(300),
  detailUrl: z.string().max(300),
});
export type OrderCard = z.infer<typeof orderCardSchema>;

/** A thing with a picture and a button that can be sent in a conversation. */
export const cardSchema = z.discriminatedUnion('type', [productCardSchema, orderCardSchema]);
export type Card = z.infer<typeof cardSchema>;

/** What a sender names; the server reads the facts from the shop and makes the card (rule T9). */
export const cardRequestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('product'), sku: skuSchema }),
  z.object({ type: z.literal('order'), orderId: orderIdSchema }),
]);
export type CardRequest = z.infer<typeof cardRequestSchema>;
