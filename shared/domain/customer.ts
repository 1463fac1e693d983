import { z } from 'zod';
import { fenSchema, orderStatusSchema } from './card.ts';
import { membershipSchema, pastConversationSchema } from './conversation.ts';
import {
  channelIdSchema,
  customerIdSchema,
  momentSchema,
  orderIdSchema,
  productIdSchema,
  skuSchema,
} from './ids.ts';
import { languageSchema, localizedSchema } from './language.ts';

/** One of the names under which a customer is known. `value` is masked where it is a phone or an e-mail address. */
export const identitySchema = z.object({
  type: z.enum(['shop', 'web', 'channel', 'phone', 'email']),
  channelId: channelIdSchema.nullable(),
  value: z.string().max(120),
  isVerified: z.boolean(),
  firstSeenAt: momentSchema,
});
export type Identity = z.infer<typeof identitySchema>;

/** A line of an order. */
export const orderLineSchema = z.object({
  sku: skuSchema,
  productId: productIdSchema,
  title: localizedSchema,
  variant: localizedSchema,
  quantity: z.int().positive(),
  priceFen: fenSchema,
  pictureUrl: z.string(),
});

/** An order with its way so far; `isLate` when it has not moved for longer than the shop promised, `lateMs` by how much. */
export const orderSchema = z.object({
  id: orderIdSchema,
  number: z.string(),
  status: orderStatusSchema,
  placedAt: momentSchema,
  totalFen: fenSchema,
  lines: z.array(orderLineSchema),
  tracking: z.array(z.object({ at: momentSchema, text: localizedSchema })),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  lateMs: z.int().min(0),
});
export type Order = z.infer<typeof orderSchema>;

/** A product that the customer looked at. */
export const productViewSchema = z.object({
  productId: productIdSchema,
  title: localizedSchema,
  priceFen: fenSchema,
  pictureUrl: z.string(),
  at: momentSchema,
  times: z.int().positive(),
});

/** All that the profile panel shows about a customer. Amounts in fen over the last twelve months. */
export const customerProfileSchema = z.object({
  id: customerIdSchema,
  name: z.string(),
  membership: membershipSchema,
  city: z.string().nullable(),
  language: languageSchema,
  customerSince: momentSchema,
  isVerified: z.boolean(),
  spentFen: fenSchema,
  orderCount: z.int().min(0),
  complaintCount: z.int().min(0),
  identities: z.array(identitySchema),
  /** When another record was last joined into this one; a lead can part them again (rule I2). `null` where there is nothing to part. */
  joinedAt: momentSchema.nullable(),
  orders: z.array(orderSchema),
  views: z.array(productViewSchema),
  conversations: z.array(pastConversationSchema),
});
export type CustomerProfile = z.infer<typeof customerProfileSchema>;
