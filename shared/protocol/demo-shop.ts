import { z } from 'zod';
import { fenSchema } from '../domain/card.ts';
import { membershipSchema } from '../domain/conversation.ts';
import { orderIdSchema, productIdSchema, skuSchema } from '../domain/ids.ts';
import { localizedSchema } from '../domain/language.ts';

/** The demo shop's own small API under `/api/shop`: what a real shop's server would offer its page. Mounted only with the demo shop. */

const shopVariantSchema = z.object({
  sku: skuSchema,
  name: localizedSchema,
  priceFen: fenSchema,
  stock: z.int().min(0),
  pictureUrl: z.string(),
});
export const shopProductSchema = z.object({
  id: productIdSchema,
  categoryCode: z.string(),
  title: localizedSchema,
  description: localizedSchema,
  attributes: z.array(z.object({ name: localizedSchema, value: localizedSchema })),
  variants: z.array(shopVariantSchema).min(1),
});
export type ShopProduct = z.infer<typeof shopProductSchema>;

/** `GET /api/shop/goods` */
export const shopGoodsSchema = z.object({
  shop: z.object({ name: localizedSchema, slogan: localizedSchema }),
  categories: z.array(z.object({ code: z.string(), name: localizedSchema })),
  products: z.array(shopProductSchema),
});
export type ShopGoods = z.infer<typeof shopGoodsSchema>;

/** `GET /api/shop/customers`: a handful of demo customers to sign in as, with what makes each interesting. */
export const shopCustomersSchema = z.object({
  customers: z.array(
    z.object({ login: z.string(), name: z.string(), membership: membershipSchema, hint: localizedSchema }),
  ),
});
export type ShopCustomers = z.infer<typeof shopCustomersSchema>;

/** `POST /api/shop/sign-in`: as the shop's server would, answers with an identity token (docs/protocol.md) valid for one hour. */
export const shopSignInSchema = z.strictObject({ login: z.string().min(1).max(80) });
export const shopSignedInSchema = z.object({
  customer: z.object({ login: z.string(), name: z.string(), membership: membershipSchema }),
  identityToken: z.string(),
});
export type ShopSignedIn = z.infer<typeof shopSignedInSchema>;

/** `POST /api/shop/view`: the signed-in customer looked at a product. `POST /api/shop/orders`: buys one piece. Both with the identity token as bearer. */
export const shopViewSchema = z.strictObject({ productId: productIdSchema });
export const shopBuySchema = z.strictObject({ sku: skuSchema });
export const shopBoughtSchema = z.object({ orderId: orderIdSchema, number: z.string(), totalFen: fenSchema });

/** `GET /api/shop/orders`: the signed-in customer's orders, newest first; the same form as in the profile (`orderSchema`). */
