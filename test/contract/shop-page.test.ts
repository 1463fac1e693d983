import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  shopBoughtSchema,
  shopCustomersSchema,
  shopGoodsSchema,
  shopSignedInSchema,
} from '#shared/protocol/demo-shop';
import { productPicture } from '../../backend/demo/content/index.ts';
import { seedDemo } from '../../backend/demo/seed.ts';
import { systemClock } from '../../backend/runtime/clock.ts';
import { startBackend, type TestBackend } from '../support/backend.ts';

let backend: TestBackend;
let token = '';

beforeAll(async () => {
  backend = await startBackend({
    hasShop: true,
    prepare: async (services) => {
      await seedDemo({ ...services, clock: systemClock }, productPicture);
    },
  });
});
afterAll(() => backend.stop());

type Answer = { status: number; ok: boolean; data: unknown; error: { code: string; field?: string } };

async function ask(path: string, call: { body?: unknown; bearer?: string } = {}): Promise<Answer> {
  const response = await fetch(`${backend.url}/api/shop/${path}`, {
    method: call.body === undefined ? 'GET' : 'POST',
    headers: {
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(call.bearer === undefined ? {} : { authorization: `Bearer ${call.bearer}` }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
}

describe('the demo shop’s page', () => {
  it('lists the goods with pictures that are there', async () => {
    const goods = shopGoodsSchema.parse((await ask('goods')).data);
    expect(goods.products.length).toBeGreaterThanOrEqual(48);
    expect(goods.categories).toHaveLength(8);
    const picture = await fetch(`${backend.url}${goods.products[0]?.variants[0]?.pictureUrl ?? ''}`);
    expect(picture.headers.get('content-type')).toContain('image/svg+xml');
    expect(await picture.text()).toContain('<svg');
  });

  it('signs in as one of the demo customers, with a token that the chat takes', async () => {
    const { customers } = shopCustomersSchema.parse((await ask('customers')).data);
    expect(customers.length).toBeGreaterThanOrEqual(4);
    const login = customers[0]?.login ?? '';
    const signedIn = shopSignedInSchema.parse((await ask('sign-in', { body: { login } })).data);
    token = signedIn.identityToken;
    const widget = await backend.customer();
    const linked = await widget.ask('identity:link', {
      clientId: crypto.randomUUID() as never,
      identityToken: token,
    });
    expect(linked).toMatchObject({ name: signedIn.customer.name, isVerified: true });
    widget.close();
  });

  it('T9: buys one piece: the stock goes down, the order is the customer’s', async () => {
    const goods = shopGoodsSchema.parse((await ask('goods')).data);
    const variant = goods.products.flatMap((product) => product.variants).find((one) => one.stock > 0);
    const sku = variant?.sku ?? '';
    const bought = shopBoughtSchema.parse((await ask('orders', { bearer: token, body: { sku } })).data);
    expect(bought.totalFen).toBe(variant?.priceFen);
    const { orders } = (await ask('orders', { bearer: token })).data as { orders: { number: string }[] };
    expect(orders[0]?.number).toBe(bought.number);
    const after = shopGoodsSchema.parse((await ask('goods')).data);
    const left = after.products.flatMap((product) => product.variants).find((one) => one.sku === sku);
    expect(left?.stock).toBe((variant?.stock ?? 0) - 1);
  });

  it('notes what was looked at', async () => {
    const seen = await ask('view', { bearer: token, body: { productId: 'canvas-tote' } });
    expect(seen).toMatchObject({ status: 200, ok: true });
  });

  it.each([
    ['sign-in', { login: 'C9999' }, undefined, 404, 'not-found', 'login'],
    ['sign-in', { login: 7 }, undefined, 400, 'invalid-input', 'login'],
    ['sign-in', { login: 'C1001', admin: true }, undefined, 400, 'invalid-input', undefined],
    ['orders', { sku: 'X' }, undefined, 401, 'unauthenticated', undefined],
    ['orders', { sku: 'X' }, 'forged.token.here', 401, 'bad-signature', 'identityToken'],
    ['orders', { sku: 'NO-SUCH-SKU' }, 'own', 404, 'not-found', 'sku'],
    ['orders', {}, 'own', 400, 'invalid-input', 'sku'],
    ['view', { productId: 'nothing' }, 'own', 404, 'not-found', 'productId'],
    ['view', { productId: '' }, 'own', 400, 'invalid-input', 'productId'],
  ] as const)('T3: refuses a bad request at %s: %j', async (path, body, bearer, status, code, field) => {
    const answer = await ask(path, {
      body,
      ...(bearer ? { bearer: bearer === 'own' ? token : bearer } : {}),
    });
    expect(answer).toMatchObject({ status, ok: false, error: { code } });
    if (field) expect(answer.error.field).toBe(field);
  });

  it('T9: does not sell what is sold out', async () => {
    const goods = shopGoodsSchema.parse((await ask('goods')).data);
    const gone = goods.products.flatMap((product) => product.variants).find((one) => one.stock === 0);
    const answer = await ask('orders', { bearer: token, body: { sku: gone?.sku ?? '' } });
    expect(answer).toMatchObject({
      status: 409,
      error: { code: 'conflict', field: 'sku', details: { reason: 'sold-out' } },
    });
  });
});
