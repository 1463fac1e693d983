import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entrySchema } from '#shared/domain/entry';
import { LEAD, openDemoShop, type Shop } from '../../test/support/shop.ts';
import { entryOf } from '../modules/conversations/index.ts';
import { seedDemo } from './seed.ts';

let shop: Shop & { staff: { password: string; isNew: boolean } };
let tookMs = 0;

beforeAll(async () => {
  const start = performance.now();
  shop = await openDemoShop();
  tookMs = performance.now() - start;
}, 120_000);
afterAll(() => shop.close());

async function count(
  table: 'customers' | 'orders' | 'conversations' | 'entries' | 'variants' | 'articles' | 'agents',
) {
  const row = await shop.db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

describe('the demo shop', () => {
  it('is as large as promised, within the time promised', async () => {
    expect(await count('customers')).toBe(200);
    expect(await count('conversations')).toBeGreaterThanOrEqual(350);
    expect(await count('articles')).toBeGreaterThanOrEqual(60);
    expect(await count('agents')).toBeGreaterThanOrEqual(7);
    expect((await shop.catalogue.listGoods()).products.length).toBeGreaterThanOrEqual(48);
    expect(tookMs).toBeLessThan(60_000);
  });

  it('keeps the first version of every article, which is what a lead finds in the list', async () => {
    const articles = await shop.store.knowledge.listCurrent();
    expect(articles).toHaveLength(await count('articles'));
    const [first] = articles;
    expect(first).toMatchObject({ version: 1, by: null, isRemoved: false });
    expect(await shop.store.knowledge.listVersions(first?.id ?? '')).toEqual([first]);
  });

  it('does nothing the second time, and knows the same password', async () => {
    const before = await count('entries');
    const again = await seedDemo(shop, () => '');
    expect(again).toMatchObject({ isNew: false, password: shop.staff.password });
    expect(await count('entries')).toBe(before);
  });

  it('D3: numbers the entries of past conversations densely, in the form of the protocol', async () => {
    const past = await shop.db
      .selectFrom('conversations')
      .select(['id', 'seq', 'customer_seq'])
      .limit(40)
      .execute();
    for (const { id, seq, customer_seq } of past) {
      const log = await shop.store.entries.list(id, { after: 0, limit: 500 });
      expect(log.map((entry) => entry.seq)).toEqual(Array.from({ length: seq }, (_, at) => at + 1));
      expect(log.flatMap((entry) => entry.customerSeq ?? [])).toEqual(
        Array.from({ length: customer_seq }, (_, at) => at + 1),
      );
      const conversation = await shop.store.conversations.find(id);
      expect(conversation?.state).toBe('closed');
      if (conversation) for (const entry of log) entrySchema.parse(entryOf(entry, conversation));
    }
  });

  it('lets staff sign in with the shared password', async () => {
    const session = await shop.agents.signIn({
      login: 'lin.xiao',
      password: shop.staff.password,
      client: 'web',
      address: '127.0.0.1',
      device: null,
    });
    expect(session.me.name.zh).toBe('林晓');
  });

  it('shows a customer whole: identities masked, orders, views, past conversations', async () => {
    const id = await shop.customers.findByShopId('C1004');
    if (!id) throw new Error('There is no C1004');
    const profile = await shop.customers.readProfile(LEAD, id);
    expect(profile.isVerified).toBe(true);
    expect(profile.orders.length).toBeGreaterThan(0);
    expect(profile.identities.find((one) => one.type === 'phone')?.value).toMatch(/^\d{3}\*{4}\d{4}$/);
    expect(profile.identities.find((one) => one.type === 'email')?.value).toMatch(/^.\*{3}@/);
  });
});
