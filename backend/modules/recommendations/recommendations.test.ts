import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustomerId, ProductId } from '#shared/domain/ids';
import { agentRequests } from '#shared/protocol/agent-requests';
import { openDemoShop, type Shop } from '../../../test/support/shop.ts';
import { learnPurchases, type Purchase } from './index.ts';

const now = new Date('2026-11-22T04:00:00.000Z');

function bought(who: string, what: string, daysAgo: number): Purchase {
  return {
    orderId: `${who}-${what}`,
    customerId: who as CustomerId,
    productId: what as ProductId,
    at: new Date(now.getTime() - daysAgo * 86_400_000),
  };
}

describe('what purchases tell', () => {
  const model = learnPurchases(
    ['a', 'b', 'c', 'd']
      .flatMap((who) => [bought(who, 'tent', 10), bought(who, 'mat', 9)])
      .concat(bought('e', 'cup', 3)),
    now,
  );
  const [tent, mat, cup] = ['tent', 'mat', 'cup'] as ProductId[] as [ProductId, ProductId, ProductId];

  it('finds together what people buy together, in either direction', () => {
    expect(model.affinity(tent, mat)).toBeGreaterThan(0.3);
    expect(model.affinity(mat, tent)).toBe(model.affinity(tent, mat));
    expect(model.affinity(tent, cup)).toBe(0);
  });

  it('forgets slowly', () => {
    const old = learnPurchases([bought('a', 'tent', 400), bought('b', 'cup', 1)], now);
    expect(old.popularity(cup)).toBe(1);
    expect(old.popularity(tent)).toBeLessThan(0.2);
  });
});

describe('recommendations on the real shop', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openDemoShop(now);
  });
  afterAll(() => shop.close());

  async function talk(shopId: string, text: string) {
    const customerId = (await shop.customers.findByShopId(shopId)) as CustomerId;
    const [identity] = await shop.db
      .selectFrom('identities')
      .selectAll()
      .where('customer_id', '=', customerId)
      .where('channel_id', 'is not', null)
      .execute();
    if (!identity?.channel_id) throw new Error(`${shopId} is known on no channel`);
    const { conversation } = await shop.conversations.receiveMessage({
      identityId: identity.id,
      channelId: identity.channel_id,
      text,
    });
    return { customerId, list: await shop.recommendations.forConversation(conversation.id) };
  }

  it('gives every customer three to six, each with its reason, and nothing sold out', async () => {
    for (const number of [1001, 1004, 1017, 1040, 1077, 1111, 1150, 1200]) {
      const { list } = await talk(`C${number}`, '你好，想看看有什么');
      expect(list.items.length).toBeGreaterThanOrEqual(3);
      expect(list.items.length).toBeLessThanOrEqual(6);
      for (const { card, reason } of list.items) {
        expect(card.stock).toBeGreaterThan(0);
        expect(reason.code).toMatch(/^recommend\./);
        expect((await shop.catalogue.findVariant(card.sku))?.variant.priceFen).toBe(card.priceFen);
      }
    }
  });

  it('follows the talk: who speaks of tents is shown a tent', async () => {
    const { list } = await talk('C1060', '想买个双人帐篷，周末露营用');
    expect(list.items.map(({ card }) => card.title.zh).join()).toContain('帐篷');
  });

  it('offers the same thing at hand where an order is late', async () => {
    const late = await shop.db
      .selectFrom('orders')
      .innerJoin('identities', 'identities.customer_id', 'orders.customer_id')
      .select(['value', 'orders.id'])
      .where('status', '=', 'paid')
      .where('promised_at', '<', now)
      .where('type', '=', 'shop')
      .executeTakeFirstOrThrow();
    const { customerId, list } = await talk(late.value, '我的订单怎么还没发');
    const order = await shop.orders.readOrder(late.id, customerId);
    const [first] = list.items;
    expect(order?.lines.map((line) => line.productId)).toContain(first?.card.productId);
    expect(first?.reason.code).toMatch(/in-stock|other-size|other-colour/);
  });

  it('shows somebody upset nothing but what helps with the order in question, with the advice', async () => {
    for (const [who, words] of [
      ['C1080', '你们这群骗子，垃圾店，赶紧退钱！！！帐篷帽子都是垃圾'],
      ['C1081', 'You scammers! I want my money back now, this is a disgrace!!!'],
      ['C1004', '气死我了，帐篷呢？骗子！！'],
    ] as const) {
      const { list } = await talk(who, words);
      expect(list.advice?.code).toBe('selling-out-of-place');
      for (const { reason } of list.items) {
        expect(reason.code).toMatch(/^recommend\.(in-stock|other-size|other-colour|alternative|goes-with)$/);
      }
    }
  });

  it('gives somebody upset without an order the one thing that they named, at hand, and nothing else', async () => {
    const taste = { moodLevel: 'upset', offered: [] } as const;
    const customerId = '01980000-0000-7000-8000-0000000000ff' as CustomerId;
    const named = await shop.recommendations.forTaste({
      ...taste,
      customerId,
      said: '你们那个三层防水冲锋衣到底还有没有，问了三次都没人理',
    });
    expect(named.advice?.code).toBe('selling-out-of-place');
    expect(named.items.map(({ card, reason }) => [card.productId, reason.code])).toEqual([
      ['three-layer-rain-shell', 'recommend.in-stock'],
    ]);
    expect(named.items[0]?.card.stock).toBeGreaterThan(0);
    const unnamed = await shop.recommendations.forTaste({
      ...taste,
      customerId,
      said: '问了三次都没人理，什么态度',
    });
    expect(unnamed.items).toEqual([]);
  });

  it('never lists a product twice but to replace one, and says “spoken of” only of what was', async () => {
    for (const number of [1002, 1009, 1023, 1031, 1066, 1099, 1123, 1188]) {
      const { list } = await talk(`C${number}`, '请问客服几点上班，家里没人能放门口吗');
      const counts = Map.groupBy(list.items, ({ card }) => card.productId);
      for (const same of counts.values()) {
        expect(same.length).toBeLessThanOrEqual(2);
        if (same.length === 2) {
          for (const { reason } of same) expect(reason.code).toMatch(/in-stock|other-size|other-colour/);
        }
      }
      expect(list.items.map(({ reason }) => reason.code)).not.toContain('recommend.spoken-of');
    }
  });

  it.each([
    ['防水的鞋', 'mid-waterproof-boots'],
    ['羽绒', 'featherlight-down-jacket'],
    ['rain jacket', 'three-layer-rain-shell'],
    ['sleeping bag', 'zero-degree-sleeping-bag'],
    ['SY-BG-501-INK', 'twenty-litre-daypack'],
  ])('finds goods by the words “%s”', async (query, wanted) => {
    const found = await shop.recommendations.search(query, 8);
    expect(found.map(({ card }) => card.productId)).toContain(wanted);
  });

  it('finds as many goods as may be asked for, in the form in which they are answered', async () => {
    const items = await shop.recommendations.search('户外', 20);
    expect(items.length).toBeGreaterThan(6);
    expect(agentRequests['product:search'].output.parse({ items }).items).toHaveLength(items.length);
  });

  it('hides the next purchase and finds it among six more often than the best sellers do', async () => {
    const purchases = await shop.store.recommendations.listPurchases(new Date(0));
    const byCustomer = [...Map.groupBy(purchases, (one) => one.customerId).values()].filter(
      (list) => list.length >= 3,
    );
    const hits = { kNN: 0, popular: 0 };
    const ids = [...new Set(purchases.map((one) => one.productId))];
    for (const list of byCustomer) {
      const hidden = list.at(-1) as Purchase;
      const known = list.slice(0, -1).map((one) => one.productId);
      const model = learnPurchases(
        purchases.filter((one) => one.orderId !== hidden.orderId),
        now,
      );
      const candidates = ids.filter((id) => !known.includes(id));
      const best = (score: (id: ProductId) => number) =>
        candidates
          .toSorted((a, b) => score(b) - score(a))
          .slice(0, 6)
          .includes(hidden.productId);
      hits.popular += Number(best((id) => model.popularity(id)));
      hits.kNN += Number(
        best(
          (id) => known.reduce((sum, one) => sum + model.affinity(one, id), 0) + 0.05 * model.popularity(id),
        ),
      );
    }
    expect({ ...hits, of: byCustomer.length }).toSatisfy(() => hits.kNN >= hits.popular);
  });
});
