import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClientId, CustomerId, ProductId } from '#shared/domain/ids';
import { LEAD, openDemoShop, type Shop, TEST_IDENTITY_SECRET } from '../../../test/support/shop.ts';
import { signIdentityToken } from './index.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());

function tokenFor(sub: string, name?: string): Promise<string> {
  return signIdentityToken({ sub, ...(name ? { name } : {}) }, TEST_IDENTITY_SECRET, shop.clock);
}

async function guest() {
  const channelId = await shop.channels.ownChannel('web');
  const opened = await shop.customers.openSession({ channelId, language: 'zh' });
  const session = await shop.customers.readSession(opened.token);
  if (!session) throw new Error('The session does not live');
  return { ...opened, channelId, identityId: session.identityId };
}

async function say(
  who: { identityId: string; channelId: Awaited<ReturnType<typeof guest>>['channelId'] },
  text: string,
) {
  return await shop.conversations.receiveMessage({
    identityId: who.identityId,
    channelId: who.channelId,
    text,
  });
}

async function ownerOfSession(token: string | null): Promise<CustomerId | undefined> {
  return token === null ? undefined : (await shop.customers.readSession(token))?.customerId;
}

/** Everything that a merge could touch, as it stands. */
async function everything(ids: readonly CustomerId[]) {
  const of = { ids: [...ids] };
  const [customers, identities, conversations, orders, views] = await Promise.all([
    shop.db.selectFrom('customers').selectAll().where('id', 'in', of.ids).orderBy('id').execute(),
    shop.db.selectFrom('identities').selectAll().where('customer_id', 'in', of.ids).orderBy('id').execute(),
    shop.db
      .selectFrom('conversations')
      .select(['id', 'customer_id'])
      .where('customer_id', 'in', of.ids)
      .orderBy('id')
      .execute(),
    shop.db
      .selectFrom('orders')
      .select(['id', 'customer_id'])
      .where('customer_id', 'in', of.ids)
      .orderBy('id')
      .execute(),
    shop.db
      .selectFrom('product_views')
      .selectAll()
      .where('customer_id', 'in', of.ids)
      .orderBy('customer_id')
      .orderBy('product_id')
      .execute(),
  ]);
  return { customers, identities, conversations, orders, views };
}

describe('joining identities', () => {
  it('I1: the shop’s signed word joins a guest to the shop’s customer; the running chat goes on', async () => {
    const visitor = await guest();
    const before = await say(visitor, '你好，在吗');
    const linked = await shop.merges.linkSession(visitor.sessionId, await tokenFor('C1010'));
    const known = await shop.customers.findByShopId('C1010');
    expect(linked).toMatchObject({ customerId: known, isVerified: true });
    expect(await ownerOfSession(linked.token)).toBe(known);
    const after = await say(visitor, '我的订单到哪了');
    expect(after.conversation.id).toBe(before.conversation.id);
    expect(shop.published).toContainEqual({
      type: 'customer-merged',
      keptId: known,
      mergedId: visitor.customerId,
    });
  });

  it('D4: shows staff at once who the guest turned out to be', async () => {
    const visitor = await guest();
    const { conversation } = await say(visitor, '你好');
    shop.published.length = 0;
    const { name } = await shop.merges.linkSession(visitor.sessionId, await tokenFor('C1015'));
    const told = shop.published.flatMap((fact) =>
      fact.type === 'conversation-changed' ? [fact.conversation] : [],
    );
    const row = told.find((one) => one.id === conversation.id);
    expect(row?.customer).toMatchObject({ name, isVerified: true });
    expect(row?.version).toBeGreaterThan(conversation.version);
  });

  it('I1: one person over two channels has one timeline', async () => {
    const visitor = await guest();
    const { conversation } = await say(visitor, '网页上问一句');
    await shop.merges.linkSession(visitor.sessionId, await tokenFor('C1011'));
    const profile = await shop.customers.readProfile(LEAD, visitor.customerId);
    expect(profile.id).toBe(await shop.customers.findByShopId('C1011'));
    expect(profile.conversations.map((one) => one.id)).toContain(conversation.id);
  });

  it('I1: never merges against another verified identity: the shared device starts afresh', async () => {
    const visitor = await guest();
    const first = await say(visitor, '第一个人的话');
    await shop.merges.linkSession(visitor.sessionId, await tokenFor('C1012'));
    const second = await shop.merges.linkSession(visitor.sessionId, await tokenFor('C1013'));
    const [one, other] = [
      await shop.customers.findByShopId('C1012'),
      await shop.customers.findByShopId('C1013'),
    ];
    expect(second.customerId).toBe(other);
    expect(await ownerOfSession(second.token)).toBe(other);
    const row = await shop.store.conversations.find(first.conversation.id);
    expect(row?.customer.id).toBe(one);
    expect(
      (await shop.customers.readProfile(LEAD, other as CustomerId)).conversations.map((c) => c.id),
    ).not.toContain(first.conversation.id);
  });

  it('I1: a typed e-mail or phone joins nobody', async () => {
    const channelId = await shop.channels.ownChannel('web');
    const known = await shop.db
      .selectFrom('identities')
      .selectAll()
      .where('type', '=', 'phone')
      .executeTakeFirstOrThrow();
    const visitor = await guest();
    await say(visitor, `我的手机是 ${known.value}，查下我的订单`);
    await shop.runBot();
    expect(await ownerOfSession(visitor.token)).toBe(visitor.customerId);
    expect(visitor.channelId).toBe(channelId);
  });

  it('is refused with one and the same answer for every token that does not hold', async () => {
    const visitor = await guest();
    const late = await tokenFor('C1014');
    const strange = await signIdentityToken(
      { sub: 'C1014' },
      'another-secret-that-is-long-enough-for-hs256',
      shop.clock,
    );
    const nobody = await tokenFor('anonymous');
    for (const token of [strange, nobody, 'no.token.atall', `${late.slice(0, -4)}AAAA`]) {
      await expect(shop.merges.linkSession(visitor.sessionId, token)).rejects.toMatchObject({
        error: { code: 'bad-signature', field: 'identityToken' },
      });
    }
    shop.pass(2 * 3_600_000);
    await expect(shop.merges.linkSession(visitor.sessionId, late)).rejects.toMatchObject({
      error: { code: 'bad-signature' },
    });
    expect(await ownerOfSession(visitor.token)).toBe(visitor.customerId);
  });

  it('I1: two clients that name the same new customer at once become one', async () => {
    const [a, b] = [await guest(), await guest()];
    const token = await tokenFor('NEW-77', '新客人');
    const linked = await Promise.all([
      shop.merges.linkSession(a.sessionId, token),
      shop.merges.linkSession(b.sessionId, token),
    ]);
    expect(new Set(linked.map((one) => one.customerId)).size).toBe(1);
    expect(linked[0]?.name).toBe('新客人');
  });
});

describe('undoing a merge', () => {
  it('I2: puts everything back exactly, and what came in since by the guest’s own identity goes with the guest', async () => {
    const visitor = await guest();
    const known = (await shop.customers.findByShopId('C1020')) as CustomerId;
    const [viewed] = (await everything([known])).views;
    const productId = (viewed?.product_id ?? 'canvas-tote') as ProductId;
    await shop.customers.noteView(visitor.customerId, productId);
    await shop.customers.noteView(visitor.customerId, 'small-sling-bag' as ProductId);
    const first = await say(visitor, '合并之前的话');
    const before = await everything([known, visitor.customerId]);
    const { token } = await shop.merges.linkSession(visitor.sessionId, await tokenFor('C1020'));
    const [merge] = await shop.merges.listMerges(known);
    if (!merge) throw new Error('No merge was recorded');
    await shop.merges.undo(merge.id);
    expect(await everything([known, visitor.customerId])).toEqual(before);
    expect(await ownerOfSession(token)).toBe(visitor.customerId);
    const later = await say(visitor, '拆开之后的话');
    expect(later.conversation.id).toBe(first.conversation.id);
  });

  it('I2 D1: parts what was joined last, once for the same command, and says when there is nothing left to part', async () => {
    const visitor = await guest();
    await say(visitor, '合并之前的话');
    await shop.merges.linkSession(visitor.sessionId, await tokenFor('C1023'));
    const known = (await shop.customers.findByShopId('C1023')) as CustomerId;
    const key = () => ({
      authorKey: 'agent:lead',
      clientId: crypto.randomUUID() as ClientId,
      fingerprint: Buffer.alloc(32, 1),
    });
    const command = key();
    const parted = { keptId: known, mergedId: visitor.customerId };
    expect(await shop.merges.undoNewest(known, command)).toEqual(parted);
    expect(await shop.merges.undoNewest(known, command)).toEqual(parted);
    expect((await shop.merges.listMerges(known)).filter(({ undoneAt }) => undoneAt === null)).toEqual([]);
    await expect(shop.merges.undoNewest(known, key())).rejects.toMatchObject({
      error: { code: 'conflict', details: { reason: 'not-merged' } },
    });
  });

  it('I2: is done once, and in the order of the merges', async () => {
    const [a, b] = [await guest(), await guest()];
    await shop.merges.linkSession(a.sessionId, await tokenFor('C1021'));
    await shop.merges.linkSession(b.sessionId, await tokenFor('C1021'));
    const known = (await shop.customers.findByShopId('C1021')) as CustomerId;
    const [newer, older] = await shop.merges.listMerges(known);
    if (!newer || !older) throw new Error('Two merges were expected');
    await expect(shop.merges.undo(older.id)).rejects.toMatchObject({ error: { code: 'conflict' } });
    await shop.merges.undo(newer.id);
    await shop.merges.undo(older.id);
    await expect(shop.merges.undo(older.id)).rejects.toMatchObject({ error: { code: 'conflict' } });
  });
});

describe('sessions', () => {
  it('keeps only the hash of a token, and none that has ended', async () => {
    const visitor = await guest();
    const rows = await shop.db.selectFrom('customer_sessions').select('token_hash').execute();
    expect(rows.some((row) => row.token_hash.toString('utf8').includes(visitor.token))).toBe(false);
    await shop.customers.endSession(visitor.sessionId);
    expect(await shop.customers.readSession(visitor.token)).toBeNull();
  });

  it('opens straight as the shop’s customer with a token', async () => {
    const channelId = await shop.channels.ownChannel('app');
    const identityToken = await tokenFor('C1030');
    const opened = await shop.customers.openSession({ channelId, identityToken });
    expect(opened.customerId).toBe(await shop.customers.findByShopId('C1030'));
  });
});
