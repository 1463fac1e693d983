import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderStatus } from '#shared/domain/card';
import type { Order } from '#shared/domain/customer';
import type { CustomerId, OrderId, ProductId, Sku } from '#shared/domain/ids';
import { openDemoShop, type Shop } from '../../../test/support/shop.ts';
import { judgeReturn } from './index.ts';
import { lateMs } from './lateness.ts';
import { judgeRepair } from './return-rules.ts';

const rules = { windowDays: 30, qualityWindowDays: 90, returnFeeFen: 1_000 };
const now = new Date('2026-11-22T04:00:00.000Z');
const day = 86_400_000;

function order(status: OrderStatus, daysAgo: number) {
  const at = new Date(now.getTime() - daysAgo * day);
  return {
    status,
    placedAt: at,
    promisedAt: new Date(at.getTime() + 2 * day),
    tracking: [{ at: at.toISOString(), text: { zh: '', en: '' } }],
  };
}

describe('the shop’s rules for returns', () => {
  it.each([
    ['delivered', 5, 'mind', { isAllowed: true, feeFen: 1_000 }],
    ['delivered', 5, 'fault', { isAllowed: true, feeFen: 0 }],
    ['delivered', 40, 'mind', { isAllowed: false, because: 'window-over', windowDays: 30 }],
    ['delivered', 40, 'fault', { isAllowed: true, feeFen: 0 }],
    ['delivered', 91, 'wrong-item', { isAllowed: false, because: 'window-over', windowDays: 90 }],
    ['shipped', 1, 'mind', { isAllowed: false, because: 'not-delivered' }],
    ['returning', 1, 'mind', { isAllowed: false, because: 'already-returning' }],
    ['refunded', 1, 'mind', { isAllowed: false, because: 'refunded' }],
    ['cancelled', 1, 'mind', { isAllowed: false, because: 'cancelled' }],
  ] as const)('%s %i days ago for %s', (status, daysAgo, reason, verdict) => {
    expect(judgeReturn(order(status, daysAgo), reason, { rules, now })).toMatchObject(verdict);
  });
});

describe('the shop’s rules for repairs', () => {
  const warranty = {
    months: 24,
    exceptions: [{ productIds: ['tent'], months: 36 }],
    repairWorkingDays: [7, 12],
    repairFeeFromFen: 2_000,
  } as const;
  const line = {
    title: { zh: '', en: '' },
    variant: { zh: '', en: '' },
    quantity: 1,
    priceFen: 1,
    sku: 'S' as Sku,
  };

  it.each([
    ['delivered', 100, 'coat', { isAllowed: true, feeFromFen: 0, months: 24 }],
    ['delivered', 800, 'coat', { isAllowed: true, feeFromFen: 2_000, months: 24 }],
    ['delivered', 800, 'tent', { isAllowed: true, feeFromFen: 0, months: 36 }],
    ['shipped', 1, 'coat', { isAllowed: false, because: 'not-delivered' }],
    ['returning', 1, 'coat', { isAllowed: false, because: 'already-returning' }],
  ] as const)('%s %i days ago, a %s', (...[status, daysAgo, productId, verdict]) => {
    const goods = { ...order(status, daysAgo), lines: [{ ...line, productId: productId as ProductId }] };
    expect(judgeRepair(goods, { rules: warranty, now })).toMatchObject(verdict);
  });
});

describe('how late an order is', () => {
  it('counts from the promise until it leaves, from the last movement after that, and never for the rest', () => {
    const policy = { stuckAfterHours: 72 };
    expect(lateMs(order('paid', 3), policy, now)).toBe(day);
    expect(lateMs(order('paid', 1), policy, now)).toBe(0);
    expect(lateMs(order('shipped', 5), policy, now)).toBe(2 * day);
    expect(lateMs(order('delivered', 50), policy, now)).toBe(0);
  });
});

describe('orders on the real shop', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openDemoShop(now);
  });
  afterAll(() => shop.close());

  async function someOrder(status: OrderStatus): Promise<{ order: Order; customerId: CustomerId }> {
    const row = await shop.db
      .selectFrom('orders')
      .select(['id', 'customer_id'])
      .where('status', '=', status)
      .orderBy('placed_at', 'desc')
      .executeTakeFirstOrThrow();
    const found = await shop.orders.readOrder(row.id, row.customer_id);
    if (!found) throw new Error('An owner could not read an order');
    return { order: found, customerId: row.customer_id };
  }

  async function stockOf(sku: Sku): Promise<number> {
    return (await shop.catalogue.findVariant(sku))?.variant.stock ?? -1;
  }

  it('T1: somebody else’s order is as unknown as none', async () => {
    const { order: theirs } = await someOrder('shipped');
    const stranger = (await shop.customers.findByShopId('C1001')) as CustomerId;
    expect(await shop.orders.readOrder(theirs.id, stranger)).toBeNull();
    await expect(shop.orders.cancel(theirs.id, stranger)).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
    await expect(shop.cards.build({ type: 'order', orderId: theirs.id }, stranger)).rejects.toMatchObject({
      error: { code: 'not-found', field: 'card.orderId' },
    });
    await expect(
      shop.cards.build(
        { type: 'order', orderId: '01980000-0000-7000-8000-00000000dead' as OrderId },
        stranger,
      ),
    ).rejects.toMatchObject({ error: { code: 'not-found', field: 'card.orderId' } });
  });

  it('T9: a card carries what the shop says now, whatever happened since the last one', async () => {
    const { customerId } = await someOrder('delivered');
    const { products } = await shop.catalogue.listGoods();
    const variant = products.flatMap((product) => product.variants).find((one) => one.stock > 3);
    if (!variant) throw new Error('Everything is sold out');
    const before = await shop.cards.build({ type: 'product', sku: variant.sku }, customerId);
    await shop.db.updateTable('variants').set({ price_fen: 12_345 }).where('sku', '=', variant.sku).execute();
    const bought = await shop.orders.place({ customerId, lines: [{ sku: variant.sku, quantity: 1 }] });
    const after = await shop.cards.build({ type: 'product', sku: variant.sku }, customerId);
    expect(before).toMatchObject({ stock: variant.stock, priceFen: variant.priceFen });
    expect(after).toMatchObject({ stock: variant.stock - 1, priceFen: 12_345 });
    expect(bought.totalFen).toBe(12_345);
  });

  it('sells the last piece once, however many want it', async () => {
    const { customerId } = await someOrder('delivered');
    const { products } = await shop.catalogue.listGoods();
    const variant = products.flatMap((product) => product.variants).find((one) => one.stock === 2);
    if (!variant) throw new Error('Nothing is down to two pieces');
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () =>
        shop.orders.place({ customerId, lines: [{ sku: variant.sku, quantity: 1 }] }),
      ),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(2);
    expect(await stockOf(variant.sku)).toBe(0);
  });

  it('cancels what is not packed, puts the stock back, and does it once', async () => {
    const { order: paid, customerId } = await someOrder('paid');
    const [line] = paid.lines;
    if (!line) throw new Error('An order without lines');
    const before = await stockOf(line.sku);
    await shop.orders.cancel(paid.id, customerId);
    const again = await shop.orders.cancel(paid.id, customerId);
    expect(again.status).toBe('cancelled');
    expect(await stockOf(line.sku)).toBe(before + line.quantity);
    const { order: packed, customerId: other } = await someOrder('packed');
    await expect(shop.orders.cancel(packed.id, other)).rejects.toMatchObject({ error: { code: 'conflict' } });
  });

  it('D1: starts a return once, however often and how much at once it is asked', async () => {
    const { order: delivered, customerId } = await someOrder('delivered');
    const wish = {
      customerId,
      orderId: delivered.id,
      conversationId: null,
      kind: 'return',
      reason: 'size',
    } as const;
    const started = await Promise.all([1, 2, 3, 4].map(() => shop.orders.startReturn(wish)));
    expect(new Set(started.map((one) => one.id)).size).toBe(1);
    expect((await shop.orders.readOrder(delivered.id, customerId))?.status).toBe('returning');
    const returns = await shop.orders.listReturns(customerId);
    expect(returns.filter((one) => one.orderId === delivered.id)).toHaveLength(1);
  });
});
