import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ConversationId } from '#shared/domain/ids';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { type AgentClient, type CustomerClient, clientId, openSession } from '../support/clients.ts';
import { SOON } from '../support/soon.ts';

/**
 * The guard of rule D19: a word that nobody else says is said, copied by everything that copies words, and taken back. Then it is looked for in
 * every table of the database, whatever tables there may be by then.
 */

let backend: TestBackend;
let lin: AgentClient;
let lead: AgentClient;
beforeAll(async () => {
  backend = await startBackend();
  lin = await backend.agent('lin');
  lead = await backend.agent('wang');
});
afterAll(async () => {
  lin.close();
  lead.close();
  await backend.stop();
});

/** The tables in which a word stands, the audit of revisions apart. */
async function tablesWith(word: string): Promise<string[]> {
  const { db } = backend.database;
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
      and table_name <> 'message_revisions' order by 1, 2`.execute(db);
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(`${schema}.${name}`)} t where t::text ilike ${`%${word}%`}`.execute(
      db,
    );
    if (rows[0] && rows[0].n > 0) found.push(name);
  }
  return found;
}

async function visitor(): Promise<CustomerClient> {
  return await backend.customer(await openSession(backend.url, { language: 'zh' }));
}

async function say(customer: CustomerClient, text: string) {
  const { entry } = await customer.ask('message:send', { clientId: clientId(), text });
  await backend.idle();
  return entry;
}

async function claim(agent: AgentClient, conversationId: ConversationId): Promise<void> {
  await agent.ask('conversation:claim', { clientId: clientId(), conversationId });
}

const reply = (conversationId: ConversationId, text: string) => ({
  clientId: clientId(),
  conversationId,
  text,
  seenSeq: null,
});

describe('D19 words that were taken back are nowhere', () => {
  it('a customer’s: log, row, handoff, bot, learning, answers; what is left is the audit', async () => {
    const word = 'zqkiwi';
    const customer = await visitor();
    const first = await say(customer, `你们支持用${word}付款分期吗？太差了，骗子，气死我了！`);
    const { conversationId, id: entryId } = first;
    await claim(lead, conversationId);
    await lead.ask('mood:correct', { clientId: clientId(), conversationId, entryId, label: 'negative' });
    await lead.ask('intent:correct', { clientId: clientId(), conversationId, entryId, intent: 'payment' });
    await lead.ask('note:add', { clientId: clientId(), conversationId, text: '已记录' });
    expect(await tablesWith(word)).toEqual(
      expect.arrayContaining([
        'commands',
        'conversations',
        'entries',
        'intent_corrections',
        'mood_corrections',
      ]),
    );
    await customer.ask('message:recall', { clientId: clientId(), entryId });
    await backend.idle();
    expect(await tablesWith(word)).toEqual([]);
    const { conversations } = await lead.ask('workspace:sync', { cursor: null });
    const row = conversations.find(({ id }) => id === conversationId);
    expect(row).toMatchObject({ last: { ofCustomer: null }, mood: { cues: [] } });
    expect(row?.mood.score).toBeLessThan(0);
    const { versions } = await lead.ask('message:versions', { entryId });
    expect(JSON.stringify(versions)).toContain(word);
    expect((await lin.refusal('message:versions', { entryId })).code).toBe('not-found');
  });

  it('a question to the bot: the record of the handoff, what the bot remembers, what it is to learn', async () => {
    const word = 'zqmango';
    const customer = await visitor();
    await say(customer, '在吗');
    const { conversationId, id: entryId } = await say(customer, `请问${word}怎么用呀，支持${word}分期吗？`);
    await backend.services.learning.gather();
    await customer.ask('handoff:request', { clientId: clientId() });
    await claim(lin, conversationId);
    await lin.ask('message:send', reply(conversationId, '我看一下'));
    expect(await tablesWith(word)).toEqual(
      expect.arrayContaining(['bot_answers', 'candidate_questions', 'commands', 'entries', 'handoffs']),
    );
    await customer.ask('message:recall', { clientId: clientId(), entryId });
    await backend.idle();
    expect(await tablesWith(word)).toEqual([]);
    await backend.services.learning.gather();
    expect(await tablesWith(word)).toEqual([]);
    const { candidates } = await lead.ask('candidate:list', { state: 'open' });
    expect(candidates.every(({ questions }) => questions.length > 0)).toBe(true);
    const { page } = await lin.ask('conversation:open', { conversationId });
    const record = page.entries.flatMap(({ body }) =>
      body.type === 'handoff-requested' ? [body.record] : [],
    );
    expect(record).toHaveLength(1);
    expect((await lin.ask('conversation:search', { query: word })).hits).toEqual([]);
  });

  it('an agent’s, edited first: both wordings, also where the answer was proposed for an article', async () => {
    const [before, after] = ['zqlemon', 'zqpapaya'];
    const customer = await visitor();
    const { conversationId } = await say(customer, '贵公司的飞艇能租吗');
    await customer.ask('handoff:request', { clientId: clientId() });
    await claim(lin, conversationId);
    const said = reply(conversationId, `可以租，报${before}就好`);
    const { entry } = await lin.ask('message:send', said);
    await backend.services.learning.gather();
    await lin.ask('note:add', { clientId: clientId(), conversationId, text: '已答' });
    expect(await tablesWith(before)).toContain('article_candidates');
    const edited = {
      clientId: clientId(),
      conversationId,
      entryId: entry.id,
      text: `可以租，报${after}就好`,
    };
    await lin.ask('message:edit', edited);
    await backend.services.learning.gather();
    expect(await tablesWith(before)).toEqual([]);
    expect(await tablesWith(after)).toEqual(expect.arrayContaining(['commands', 'conversations', 'entries']));
    await lin.ask('message:recall', { clientId: clientId(), conversationId, entryId: entry.id });
    await backend.services.learning.gather();
    await backend.idle();
    for (const word of [before, after]) expect(await tablesWith(word)).toEqual([]);
    // The commands of then, once more: the same entries, in the words of now.
    const sentAgain = await lin.ask('message:send', said);
    expect(sentAgain.entry).toMatchObject({ id: entry.id, body: { content: { type: 'recalled' } } });
    const editedAgain = await lin.ask('message:edit', edited);
    expect(editedAgain.entry.body).toMatchObject({ type: 'revised', content: { type: 'recalled' } });
    for (const word of [before, after]) expect(await tablesWith(word)).toEqual([]);
  });

  it('what somebody was just learning from it while it was taken back', async () => {
    const word = 'zqpeach';
    const { services, database } = backend;
    for (let round = 0; round < 6; round += 1) {
      const customer = await visitor();
      const { conversationId, id: entryId } = await say(customer, `能用${word}付款分期吗`);
      await customer.ask('handoff:request', { clientId: clientId() });
      await claim(lin, conversationId);
      const { entry: reply } = await lin.ask('message:send', {
        ...{ clientId: clientId(), conversationId, seenSeq: null },
        text: `可以用${word}付款，结账时选就行`,
      });
      const intent = 'payment' as const;
      await Promise.all([
        lin
          .ask('intent:correct', { clientId: clientId(), conversationId, entryId, intent })
          .catch(() => null),
        services.learning.gather().catch(() => null),
        customer.ask('message:recall', { clientId: clientId(), entryId }),
        lin.ask('message:recall', { clientId: clientId(), conversationId, entryId: reply.id }),
      ]);
      await backend.idle();
      expect(await tablesWith(word)).toEqual([]);
    }
    const { rows } = await sql`select from candidate_questions q where not exists (
      select from bot_answers a where a.id = q.answer_id)`.execute(database.db);
    expect(rows).toEqual([]);
  });

  it('who reads an earlier conversation above the present one hears of it too', async () => {
    const customer = await visitor();
    const old = await say(customer, '转人工');
    await claim(lin, old.conversationId);
    const { entry: said } = await lin.ask('message:send', reply(old.conversationId, '赔您 zqguava 元'));
    const disposition = { outcome: 'solved' as const, causeCode: null };
    const { conversationId: closing } = old;
    await lin.ask('conversation:close', { clientId: clientId(), conversationId: closing, disposition });
    const { conversationId } = await say(customer, '还在吗，转人工');
    await claim(lin, conversationId);
    const { conversation } = await lin.ask('conversation:open', { conversationId });
    const wish = { customerId: conversation.customer.id, olderThan: conversationId };
    expect(JSON.stringify(await lin.ask('customer:timeline', wish))).toContain('zqguava');
    const { entry } = await lead.ask('message:recall', {
      clientId: clientId(),
      conversationId: closing,
      entryId: said.id,
    });
    await vi.waitFor(() => {
      const told = lin.heard('entry:appended').filter((event) => event.conversationId === closing);
      expect(told.at(-1)?.entries).toEqual([entry]);
    }, SOON);
    expect(await tablesWith('zqguava')).toEqual([]);
  });

  it('everybody who has it open hears of it, customer and staff', async () => {
    const customer = await visitor();
    const { conversationId, id: entryId } = await say(customer, '转人工，我的卡号是 zqplum');
    await vi.waitFor(
      () => expect(JSON.stringify(lin.heard('workspace:changed'))).toContain(conversationId),
      SOON,
    );
    await claim(lin, conversationId);
    await lin.ask('conversation:open', { conversationId });
    const { entry } = await customer.ask('message:recall', { clientId: clientId(), entryId });
    expect(entry).toMatchObject({ revises: entryId, content: { type: 'recalled' } });
    await vi.waitFor(() => {
      const told = lin.heard('entry:appended').flatMap(({ entries }) => entries);
      expect(told.find(({ id }) => id === entry.id)?.body).toMatchObject({ type: 'revised', entryId });
      const heard = customer.heard('entry:appended').flatMap(({ entries }) => entries);
      expect(heard.find(({ id }) => id === entry.id)).toEqual(entry);
    }, SOON);
  });
});
