import { z } from 'zod';
import { orderSchema } from '#shared/domain/customer';
import type { Sku } from '#shared/domain/ids';
import {
  shopBoughtSchema,
  shopCustomersSchema,
  shopGoodsSchema,
  shopSignedInSchema,
} from '#shared/protocol/demo-shop';

/** The demo shop's server. Each call throws when the server can't be reached or refuses. */
export const shopApi = {
  goods: () => ask('goods', shopGoodsSchema),
  customers: () => ask('customers', shopCustomersSchema),
  signIn: (login: string) => ask('sign-in', shopSignedInSchema, { body: { login } }),
  orders: (token: string) => ask('orders', z.object({ orders: z.array(orderSchema) }), { token }),
  view: (token: string, productId: string) => ask('view', z.object({}), { token, body: { productId } }),
  buy: (token: string, sku: Sku) => ask('orders', shopBoughtSchema, { token, body: { sku } }),
};

type Call = { token?: string; body?: unknown };

async function ask<S extends z.ZodType>(path: string, schema: S, call: Call = {}): Promise<z.output<S>> {
  const headers = new Headers();
  if (call.token !== undefined) headers.set('authorization', `Bearer ${call.token}`);
  if (call.body !== undefined) headers.set('content-type', 'application/json');
  const response = await fetch(`/api/shop/${path}`, {
    method: call.body === undefined ? 'GET' : 'POST',
    headers,
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
  const answer: unknown = await response.json();
  if (typeof answer !== 'object' || answer === null || !('data' in answer)) {
    throw new Error(`The shop's server refused ${path} (${response.status})`);
  }
  return schema.parse(answer.data);
}
