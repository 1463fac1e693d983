import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { ClientId, ConversationId, EntryId } from '#shared/domain/ids';
import { REVISION_MS, revisedEntry } from '#shared/domain/revision';
import type { AgentActor, CustomerActor } from '../../backend/runtime/actor.ts';
import { emptyDesk, syncDesk, syncLog } from './desk.ts';
import { command, type Floor, logOf, on, openFloor, speak, waitingCustomer } from './floor.ts';

/** What was said is edited and taken back: by whom, how long, and what everybody then sees. On our own channels. */

async function served(floor: Floor, text?: string) {
  const agent = await floor.addAgent();
  const { customer, conversationId } = await waitingCustomer(floor, text);
  await floor.handoff.claim(on(agent, conversationId));
  return { agent, customer, conversationId };
}

function say(floor: Floor, agent: AgentActor, said: { conversationId: ConversationId; text: string }) {
  const { conversationId, text } = said;
  return floor.conversations.sendMessage({ ...on(agent, conversationId, text), text, seenSeq: null });
}

type Said = { id: EntryId; conversationId: ConversationId };

function edit(floor: Floor, agent: AgentActor, { said, text }: { said: Said; text: string }) {
  const { id, conversationId } = said;
  return floor.conversations.editMessage({ ...on(agent, conversationId, [id, text]), entryId: id, text });
}

function recall(floor: Floor, agent: AgentActor, { id, conversationId }: Said) {
  return floor.conversations.recallMessage({ ...on(agent, conversationId, id), entryId: id });
}

function takeBack(floor: Floor, actor: CustomerActor, entryId: EntryId) {
  return floor.conversations.recallOwnMessage({ actor, entryId, key: command(actor, entryId) });
}

/** As if the message had been committed that much earlier. */
async function age(floor: Floor, clientId: ClientId | null, ms: number): Promise<void> {
  await sql`update commands set at = at - ${ms} * interval '1 millisecond' where client_id = ${clientId}`.execute(
    floor.db,
  );
}

async function contentOf(floor: Floor, id: EntryId) {
  const entry = await floor.store.entries.find(id);
  return entry?.body.type === 'message' ? entry.body.content : null;
}

const reason = (why: string) => ({ error: { code: 'conflict', details: { reason: why } } });

describe('D19 an agent edits and recalls', () => {
  it('puts other words in the place of the old ones, for staff and customer alike', async () => {
    const floor = await openFloor();
    const { agent, customer, conversationId } = await served(floor);
    const { entry: said } = await say(floor, agent, { conversationId, text: '明天发货' });
    const { entry, conversation } = await edit(floor, agent, { said: said, text: '后天发货' });
    const content = { type: 'text', text: '后天发货', isEdited: true };
    expect(entry.body).toMatchObject({ type: 'revised', entryId: said.id, content });
    expect(entry.customerSeq).toBe((said.customerSeq ?? 0) + 1);
    expect(await contentOf(floor, said.id)).toEqual(content);
    expect(conversation.last).toMatchObject({ preview: '后天发货', authorKind: 'agent' });
    expect(conversation.revisedSeq).toBe(entry.seq);
    const seen = await floor.conversations.listForCustomer(customer.customerId, { after: 0, limit: 200 });
    expect(seen.entries.find(({ id }) => id === said.id)?.content).toEqual(content);
    expect(seen.entries.at(-1)).toMatchObject({ revises: said.id, content, author: { kind: 'agent' } });
    expect(JSON.stringify(seen)).not.toContain('明天发货');
  });

  it('leaves nothing of what was recalled, and tells nobody what it was', async () => {
    const floor = await openFloor();
    const { agent, conversationId } = await served(floor);
    const { entry: said } = await say(floor, agent, { conversationId, text: '内部价 88' });
    const { entry: edited } = await edit(floor, agent, { said: said, text: '内部价 66' });
    const { conversation } = await recall(floor, agent, said);
    expect(await contentOf(floor, said.id)).toEqual({ type: 'recalled' });
    expect(conversation.last).toMatchObject({ preview: '', isRecalled: true });
    const log = await logOf(floor, conversationId);
    expect(log.find(({ id }) => id === edited.id)?.body).toMatchObject({ content: { type: 'recalled' } });
    expect(JSON.stringify(log)).not.toMatch(/内部价/);
    const lead = await floor.addAgent('lead');
    const versions = await floor.conversations.listVersions(lead, said.id);
    expect(versions.map(({ content }) => content)).toEqual([
      { type: 'text', text: '内部价 88' },
      { type: 'text', text: '内部价 66', isEdited: true },
    ]);
    await expect(floor.conversations.listVersions(agent, said.id)).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('only for two minutes, by the clock of the database and no other', async () => {
    const floor = await openFloor();
    const { agent, conversationId } = await served(floor);
    const { entry: said } = await say(floor, agent, { conversationId, text: '一' });
    const { entry: other } = await say(floor, agent, { conversationId, text: '二' });
    const clientOf = (entry: typeof said) => (entry.body.type === 'message' ? entry.body.clientId : null);
    // A node whose clock runs away decides nothing.
    floor.pass(10 * REVISION_MS);
    await edit(floor, agent, { said: other, text: '三' });
    await age(floor, clientOf(said), REVISION_MS + 1000);
    floor.pass(-20 * REVISION_MS);
    await expect(edit(floor, agent, { said: said, text: '四' })).rejects.toMatchObject(reason('too-late'));
    await expect(recall(floor, agent, said)).rejects.toMatchObject(reason('too-late'));
    const lead = await floor.addAgent('lead');
    await expect(edit(floor, lead, { said: said, text: '五' })).rejects.toMatchObject(reason('not-author'));
    await recall(floor, lead, said);
    await expect(recall(floor, lead, said)).rejects.toMatchObject(reason('already-recalled'));
    await expect(edit(floor, agent, { said: said, text: '六' })).rejects.toMatchObject(
      reason('already-recalled'),
    );
    expect(await contentOf(floor, other.id)).toMatchObject({ text: '三' });
  });

  it('nobody revises what others said; a lead takes back what bot and agents said, never what the customer did', async () => {
    const floor = await openFloor();
    const { agent, customer, conversationId } = await served(floor);
    const { entry: said } = await say(floor, agent, { conversationId, text: '好的' });
    const { entry: asked } = await speak(floor, customer, '在吗');
    const [stranger, lead] = [await floor.addAgent(), await floor.addAgent('lead')];
    await expect(edit(floor, stranger, { said: said, text: '不' })).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
    await expect(recall(floor, stranger, said)).rejects.toMatchObject({ error: { code: 'not-found' } });
    for (const actor of [agent, lead])
      await expect(recall(floor, actor, asked)).rejects.toMatchObject(reason('not-author'));
    const log = await logOf(floor, conversationId);
    const notice = log.find(({ author, body }) => author.kind === 'system' && body.type === 'message');
    if (notice) await expect(recall(floor, lead, notice)).rejects.toMatchObject(reason('not-author'));
    const other = await served(floor);
    const { entry: theirs } = await say(floor, other.agent, { ...other, text: '别人的' });
    // Named under a conversation that is not its own.
    await expect(recall(floor, lead, { ...theirs, conversationId })).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
    await expect(recall(floor, lead, { ...said, id: randomUUID() as EntryId })).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('the same command again, on another node, has no second effect and the same answer', async () => {
    const floor = await openFloor();
    const second = await openFloor({ beside: floor });
    const { agent, conversationId } = await served(floor);
    const { entry: said } = await say(floor, agent, { conversationId, text: '甲' });
    const wish = { ...on(agent, conversationId, '乙'), entryId: said.id, text: '乙' };
    const answers = await Promise.all([
      floor.conversations.editMessage(wish),
      second.conversations.editMessage(wish),
      floor.conversations.editMessage(wish),
    ]);
    const again = await second.conversations.editMessage(wish);
    expect(new Set([...answers, again].map(({ entry }) => entry.id)).size).toBe(1);
    const log = await logOf(floor, conversationId);
    expect(log.filter(({ body }) => body.type === 'revised')).toHaveLength(1);
    await expect(
      second.conversations.editMessage({ ...wish, key: { ...wish.key, fingerprint: Buffer.alloc(32) } }),
    ).rejects.toMatchObject({ error: { code: 'reused-client-id' } });
  });

  it('what is remembered for the next message is the row as it was revised', async () => {
    const floor = await openFloor();
    const { agent, customer, conversationId } = await served(floor);
    const { entry: said } = await say(floor, agent, { conversationId, text: '第一句' });
    await speak(floor, customer, '好');
    await recall(floor, agent, said);
    const { conversation } = await speak(floor, customer, '然后呢');
    expect(conversation.revisedSeq).toBeGreaterThan(0);
    const stored = await floor.store.conversations.find(conversationId);
    expect(stored).toMatchObject({ version: conversation.version, revisedSeq: conversation.revisedSeq });
    expect(await contentOf(floor, said.id)).toEqual({ type: 'recalled' });
  });
});

describe('D19 a customer recalls', () => {
  it('their own message, from whichever of their clients, and the row follows', async () => {
    const floor = await openFloor();
    const { agent, customer, conversationId } = await served(floor, '转人工');
    await floor.conversations.setSeen({ actor: agent, conversationId, seq: 10_000 });
    await speak(floor, customer, '我的尺码是 M');
    const { entry: said } = await speak(floor, customer, '我的电话是 13800000000');
    const elsewhere = { ...customer, sessionId: randomUUID() };
    const { entry } = await takeBack(floor, elsewhere, said.id);
    expect(entry.body).toMatchObject({ type: 'revised', entryId: said.id, content: { type: 'recalled' } });
    const row = await floor.store.conversations.find(conversationId);
    expect(row).toMatchObject({
      unread: 1,
      last: { preview: '', isRecalled: true, ofCustomer: '我的尺码是 M' },
    });
    await expect(takeBack(floor, customer, said.id)).rejects.toMatchObject(reason('already-recalled'));
    const hits = await floor.conversations.search(agent, { query: '13800000000', limit: 10 });
    expect(hits.hits).toEqual([]);
  });

  it('not what others said, not somebody else’s, not after two minutes', async () => {
    const floor = await openFloor();
    const { agent, customer, conversationId } = await served(floor);
    const { entry: reply } = await say(floor, agent, { conversationId, text: '您好' });
    await expect(takeBack(floor, customer, reply.id)).rejects.toMatchObject(reason('not-author'));
    const { entry: said } = await speak(floor, customer, '一句话');
    const stranger = await floor.addCustomer();
    await expect(takeBack(floor, stranger, said.id)).rejects.toMatchObject({ error: { code: 'not-found' } });
    await expect(takeBack(floor, customer, randomUUID() as EntryId)).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
    await age(floor, said.body.type === 'message' ? said.body.clientId : null, REVISION_MS + 1000);
    await expect(takeBack(floor, customer, said.id)).rejects.toMatchObject(reason('too-late'));
    expect(await contentOf(floor, said.id)).toMatchObject({ text: '一句话' });
  });

  it('also what was said in a conversation that is closed by now', async () => {
    const floor = await openFloor();
    const customer = await floor.addCustomer();
    const { entry, conversation } = await speak(floor, customer, '你好');
    await sql`update conversations set state = 'closed', closed_at = now() where id = ${conversation.id}`.execute(
      floor.db,
    );
    await takeBack(floor, customer, entry.id);
    expect(await contentOf(floor, entry.id)).toEqual({ type: 'recalled' });
  });
});

describe('D19 what is not theirs to take', () => {
  it('a word that everybody says takes nothing else along', async () => {
    const floor = await openFloor();
    const customer = await floor.addCustomer('en');
    const { entry, conversation } = await speak(floor, customer, 'a');
    const dialogue = {
      flow: { name: 'return', step: 'reason', data: { order: 'A1' } },
      strikes: 2,
      choices: [{ text: 'Yes, return it', means: 'yes' }],
      lastArticle: 'shipping-fee',
      question: 'What is the reason?',
    };
    const facts = { entities: [{ type: 'order-number', value: 'BT1' }] };
    await floor.store.dialogues.write(conversation.id, { dialogue, facts }, new Date());
    await takeBack(floor, customer, entry.id);
    expect(await floor.store.dialogues.read(conversation.id)).toEqual({ dialogue, facts });
  });

  it('an edit long after other words were said: its own stored answer follows too', async () => {
    const floor = await openFloor();
    const { agent, customer, conversationId } = await served(floor);
    const { entry: said } = await say(floor, agent, { conversationId, text: '第一版暗号' });
    await speak(floor, customer, '好');
    await sql`update commands set at = at - interval '100 seconds'`.execute(floor.db);
    const wish = { ...on(agent, conversationId, 'e'), entryId: said.id, text: '第二版暗号' };
    await floor.conversations.editMessage(wish);
    await recall(floor, agent, said);
    expect(JSON.stringify(await floor.conversations.editMessage(wish))).not.toContain('暗号');
    const { rows } = await sql`select result from commands`.execute(floor.db);
    expect(JSON.stringify(rows)).not.toContain('暗号');
  });
});

describe('D4 catching up over edits and recalls', () => {
  it('comes to what a fresh read shows, whenever one was away', async () => {
    const floor = await openFloor();
    const { agent, customer, conversationId } = await served(floor);
    const viewer = agent;
    const away = Array.from({ length: 6 }, emptyDesk);
    const said: EntryId[] = [];
    for (const [turn, desk] of away.entries()) {
      await syncDesk(floor, viewer, desk);
      await syncLog(floor, { viewer, desk }, conversationId);
      const mine = await say(floor, agent, { conversationId, text: `话 ${turn}` });
      const theirs = await speak(floor, customer, `问 ${turn}`);
      said.push(mine.entry.id);
      await edit(floor, agent, { said: mine.entry, text: `话 ${turn} 改` });
      if (turn % 2 === 0) await recall(floor, agent, mine.entry);
      else await takeBack(floor, customer, theirs.entry.id);
    }
    const fresh = await floor.conversations.listEntries(viewer, { conversationId, after: 0, limit: 200 });
    for (const desk of away) {
      await syncLog(floor, { viewer, desk }, conversationId);
      expect(desk.logs.get(conversationId)).toEqual(fresh.entries);
    }
    const replayed = fresh.entries.reduce(
      (held, entry) =>
        entry.body.type === 'revised'
          ? held.map((one) =>
              revisedEntry(one, entry.body as Extract<typeof entry.body, { type: 'revised' }>),
            )
          : held,
      fresh.entries,
    );
    expect(replayed).toEqual(fresh.entries);
  });
});
