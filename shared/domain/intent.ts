import { z } from 'zod';

/** What a customer may want, as the bot's flows know it. `other` is everything out of scope or unclear. */
export const intentSchema = z.enum([
  'order-status',
  'shipping-time',
  'return',
  'exchange',
  'refund-status',
  'cancel-order',
  'change-address',
  'product-question',
  'recommend',
  'stock',
  'price',
  'invoice',
  'payment',
  'complaint',
  'human',
  'greeting',
  'thanks',
  'goodbye',
  'warranty',
  'account',
  'acknowledge',
  'other',
]);
export type IntentName = z.infer<typeof intentSchema>;
