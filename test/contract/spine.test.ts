import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ConversationId, ProductId, Sku } from '#shared/domain/ids';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { type AgentClient, type CustomerClient, clientId, Refused } from '../support/clients.ts';
import { SOON } from '../support/soon.ts';

let backend: TestBackend;

const tent = {
  id: 'tent' as ProductId,
  categoryCode: 'camping',
  title: { zh: '双人帐篷', en: 'Tent for two' },
  description: { zh: '轻', en: 'Light' },
  attributes: [],
  tags: [],
  related: { goesWith: [], alternatives: [] },
  releasedAt: new Date('2026-01-01'),
  variants: [
    {
      sku: 'tent-green' as Sku,
      productId: 'tent' as ProductId,
      name: { zh: '绿', en: 'Green' },
      options: {},
      priceFen: 59_900,
      stock: 3,
    },
  ],
};

beforeAll(async () => {
  const shop = {
    categories: [{ code: 'camping', name: { zh: '露营', en: 'Camping' } }],
    products: [tent],
    pictures: new Map([['tent-green', '<svg xmlns="http://www.w3.org/2000/svg"/>']]),
    articles: [],
    cannedReplies: [],
  };
  const causes = [
    { code: 'logistics', parentCode: null, name: { zh: '物流', en: 'Delivery' } },
    { code: 'logistics.late', parentCode: 'logistics', name: { zh: '太慢', en: 'Late' } },
  ];
  backend = await startBackend({
    prepare: ({ imports }) =>
      imports.importAll({ shop: { ...shop, causes }, customers: [], conversations: [], settings: {} }),
  });
});
afterAll(() => backend.stop());

/** A customer over a real socket who waits for a person. */
async function waiting(words: string): Promise<{ customer: CustomerClient; conversationId: ConversationId }> {
  const customer = await backend.customer();
  await customer.ask('message:send', { clientId: clientId(), text: words });
  const { conversation } = await customer.ask('handoff:request', { clientId: clientId() });
  return { customer, conversationId: conversation.id };
}

async function until(check: () => void): Promise<void> {
  await vi.waitFor(check, SOON);
}

const noticeCodes = (customer: CustomerClient) =>
  customer
    .heard('entry:appended')
    .flatMap(({ entries }) => entries)
    .flatMap(({ content }) => (content.type === 'notice' ? [content.notice.code] : []));

describe('the spine, with real clients', () => {
  it('H3 H7 D2 from an upset customer to a person’s answer, and each hears what is theirs', async () => {
    const [lin, chen] = [await backend.agent('lin'), await backend.agent('chen')];
    const workspace = await lin.ask('workspace:sync', { cursor: null });
    const { customer, conversationId } = await waiting('包裹十天没到，你们是骗子吗！气死我了');
    await until(() => {
      const rows = lin.heard('workspace:changed').flatMap(({ conversations }) => conversations);
      expect(rows.find(({ id }) => id === conversationId)).toMatchObject({ state: 'waiting' });
    });
    const { conversation } = await lin.ask('conversation:claim', { clientId: clientId(), conversationId });
    expect(conversation).toMatchObject({ state: 'agent', owner: { name: { zh: '林小雨' } } });
    await until(() =>
      expect(chen.heard('workspace:changed').flatMap(({ removed }) => removed)).toMatchObject([
        { id: conversationId, takenBy: {} },
      ]),
    );
    const opened = await lin.ask('conversation:open', { conversationId });
    expect(opened.page.entries.map(({ body }) => body.type)).toContain('handoff-requested');
    await chen
      .refusal('conversation:open', { conversationId })
      .then((error) => expect(error.code).toBe('not-found'));

    const text = '您好，我是林小雨，马上帮您查。';
    const sent = await lin.ask('message:send', {
      clientId: clientId(),
      conversationId,
      text,
      seenSeq: opened.conversation.seq,
    });
    expect(sent.entry.body).toMatchObject({ delivery: { state: 'sent' } });
    await until(() => {
      const heard = customer.heard('entry:appended').flatMap(({ entries }) => entries);
      expect(heard.find(({ id }) => id === sent.entry.id)).toMatchObject({
        author: { kind: 'agent', name: '林小雨' },
        content: { text },
      });
    });
    await customer.ask('receipt:set', { conversationId, seq: sent.entry.customerSeq ?? 0, state: 'read' });
    await until(() => {
      const bodies = lin.heard('entry:appended').flatMap(({ entries }) => entries.map(({ body }) => body));
      expect(bodies).toContainEqual({ type: 'receipt', customerSeq: sent.entry.customerSeq, state: 'read' });
    });
    await expect(
      lin.ask('conversation:close', {
        clientId: clientId(),
        conversationId,
        disposition: { outcome: 'solved', causeCode: null },
      }),
    ).rejects.toMatchObject({ error: { code: 'invalid-input', field: 'disposition.causeCode' } });
    const disposition = { outcome: 'promised' as const, causeCode: 'logistics.late' };
    await lin.ask('conversation:close', { clientId: clientId(), conversationId, disposition });
    await until(() =>
      expect(noticeCodes(customer)).toEqual([
        'notice.person-coming',
        'notice.person-joined',
        'notice.closed',
      ]),
    );
    const today = await lin.ask('insights:today', {});
    expect(today).toMatchObject({ topCauses: [{ code: 'logistics.late', count: 1 }], mine: { closed: 1 } });
    expect(today.mine.firstResponseMedianMs).toBeGreaterThan(0);

    // D4: whoever was away and asks after the old cursor has what a fresh reader has.
    const after = await lin.ask('workspace:sync', { cursor: workspace.cursor });
    const fresh = await lin.ask('workspace:sync', { cursor: null });
    const row = after.conversations.find(({ id }) => id === conversationId);
    expect(row).toEqual(fresh.conversations.find(({ id }) => id === conversationId));
    for (const client of [lin, chen, customer]) client.close();
  });

  it('H3 two consoles claim at the same moment: one has it, the other is told who', async () => {
    const clients = [await backend.agent('lin'), await backend.agent('chen')];
    for (let round = 0; round < 5; round += 1) {
      const { customer, conversationId } = await waiting('转人工');
      const claims = await Promise.allSettled(
        clients.map((client) => client.ask('conversation:claim', { clientId: clientId(), conversationId })),
      );
      const winners = claims.flatMap((claim) =>
        claim.status === 'fulfilled' ? [claim.value.conversation.owner] : [],
      );
      expect(winners).toHaveLength(1);
      const lost = claims.flatMap((claim) => (claim.status === 'rejected' ? [claim.reason as unknown] : []));
      expect(lost[0]).toBeInstanceOf(Refused);
      expect(lost[0]).toMatchObject({ error: { code: 'already-taken', details: { owner: winners[0] } } });
      const owner = clients.find((_client, index) => claims[index]?.status === 'fulfilled');
      await owner?.ask('conversation:return', { clientId: clientId(), conversationId, outcome: 'solved' });
      customer.close();
    }
    for (const client of clients) client.close();
  });

  it('D1 D11 the same command over another connection has no second effect and gets the same answer', async () => {
    const [first, second] = [await backend.agent('chen'), await backend.agent('chen')];
    const { customer, conversationId } = await waiting('转人工');
    const claim = { clientId: clientId(), conversationId };
    const answer = await first.ask('conversation:claim', claim);
    expect(await second.ask('conversation:claim', claim)).toEqual(answer);
    const message = { clientId: clientId(), conversationId, text: '您好', seenSeq: null };
    const [one, two] = await Promise.all([
      first.ask('message:send', message),
      second.ask('message:send', message),
    ]);
    expect(one).toEqual(two);
    const other = await second.refusal('message:send', { ...message, text: '别的' });
    expect(other).toMatchObject({ code: 'reused-client-id', field: 'clientId' });
    // The answer to the last step got lost: the right to it went with the step itself, the answer is the same all the same.
    const handBack = { clientId: clientId(), conversationId, outcome: 'solved' as const };
    const returned = await first.ask('conversation:return', handBack);
    expect(await second.ask('conversation:return', handBack)).toEqual(returned);
    const own = { clientId: clientId(), text: '在吗' };
    const again = await backend.customer(customer.token);
    expect(await again.ask('message:send', own)).toEqual(await customer.ask('message:send', own));
    for (const client of [first, second, customer, again]) client.close();
  });

  it('T9 T2 a card says what the shop says when it is sent, and the customer’s tap on it is in the log', async () => {
    const lin = await backend.agent('lin');
    const { customer, conversationId } = await waiting('转人工');
    await lin.ask('conversation:claim', { clientId: clientId(), conversationId });
    const card = { type: 'product', sku: tent.variants[0]?.sku ?? '' } as const;
    const send = () => lin.ask('card:send', { clientId: clientId(), conversationId, card });
    const { entry } = await send();
    expect(entry).toMatchObject({
      author: { kind: 'agent', name: { zh: '林小雨' } },
      body: { content: { type: 'card', card: { sku: 'tent-green', priceFen: 59_900, stock: 3 } } },
    });
    await backend.database.db.updateTable('variants').set({ price_fen: 49_900, stock: 0 }).execute();
    const later = await send();
    expect(later.entry.body).toMatchObject({ content: { card: { priceFen: 49_900, stock: 0 } } });
    expect(later.conversation.last).toMatchObject({ authorKind: 'agent', preview: '双人帐篷' });
    const unknown = { clientId: clientId(), conversationId, card: { type: 'product', sku: 'no-such' } };
    expect(await lin.refusal('card:send', unknown)).toMatchObject({ code: 'not-found', field: 'card.sku' });
    await customer.ask('card:act', { clientId: clientId(), entryId: entry.id, action: 'buy' });
    const page = await lin.ask('entry:list', { conversationId, after: later.entry.seq });
    expect(page.entries.map(({ body }) => body)).toEqual([
      { type: 'card-acted', entryId: entry.id, action: 'buy' },
    ]);
    const stranger = await backend.customer();
    const foreign = { clientId: clientId(), entryId: entry.id, action: 'opened' };
    expect(await stranger.refusal('card:act', foreign)).toMatchObject({ code: 'not-found' });
    for (const client of [lin, customer, stranger]) client.close();
  });

  it('H4 T8 the bot answers while it has the word and is silent for good once a person has it; all are labelled apart', async () => {
    const lead: AgentClient = await backend.agent('wang');
    const customer = await backend.customer();
    const { conversation } = await customer.ask('message:send', {
      clientId: clientId(),
      text: '你们几点下班？',
    });
    const conversationId = conversation.id;
    const botLines = async () =>
      (await customer.ask('entry:list', { conversationId })).entries.filter(
        ({ author }) => author.kind === 'bot',
      ).length;
    await vi.waitFor(async () => expect(await botLines()).toBeGreaterThan(0), SOON);
    await lead.ask('conversation:claim', { clientId: clientId(), conversationId });
    const before = await botLines();
    await customer.ask('message:send', { clientId: clientId(), text: '还有货吗？' });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await botLines()).toBe(before);
    await lead.ask('message:send', { clientId: clientId(), conversationId, text: '有货的', seenSeq: null });
    const { entries } = await customer.ask('entry:list', { conversationId });
    expect(new Set(entries.map(({ author }) => author.kind))).toEqual(
      new Set(['customer', 'bot', 'system', 'agent']),
    );
    for (const { author, content } of entries) {
      if (author.kind === 'agent') expect(author.name).toBe('王岚');
      if (author.kind === 'bot') expect(author.name).toBeNull();
      expect(content.type === 'notice').toBe(author.kind === 'system');
    }
    lead.close();
    customer.close();
  });
});
