import { describe, expect, it } from 'vitest';
import type { ConversationId, EntryId } from '#shared/domain/ids';
import type { ChannelAdapter } from '../../backend/channels/channel-adapter.ts';
import { createSender } from '../../backend/channels/sender.ts';
import type { OutgoingMessage } from '../../backend/modules/channels/index.ts';
import type { AgentActor, CustomerActor } from '../../backend/runtime/actor.ts';
import { command, type Floor, handOver, logOf, on, openFloor, speak, waitingCustomer } from './floor.ts';
import { checkInvariants } from './invariants.ts';

/** Edits and recalls against everything that may happen at the same moment, on two nodes. */

const ROUNDS = 10;

async function floors() {
  const floor = await openFloor();
  return { floor, beside: await openFloor({ beside: floor }) };
}

function takeBack(floor: Floor, actor: CustomerActor, entryId: EntryId) {
  return floor.conversations.recallOwnMessage({ actor, entryId, key: command(actor, entryId) });
}

type Said = { id: EntryId; conversationId: ConversationId };

function recall(floor: Floor, agent: AgentActor, { id, conversationId }: Said) {
  return floor.conversations.recallMessage({ ...on(agent, conversationId, id), entryId: id });
}

function say(floor: Floor, agent: AgentActor, conversationId: ConversationId) {
  return floor.conversations.sendMessage({ ...on(agent, conversationId), text: '旧话', seenSeq: null });
}

function succeeded(outcomes: readonly PromiseSettledResult<unknown>[]): number {
  return outcomes.filter(({ status }) => status === 'fulfilled').length;
}

function reasonsOf(outcomes: readonly PromiseSettledResult<unknown>[]): unknown[] {
  return outcomes.flatMap((outcome) =>
    outcome.status === 'rejected'
      ? [(outcome.reason as { error?: { details?: { reason?: string } } }).error?.details?.reason]
      : [],
  );
}

describe('D19 at the same moment', () => {
  it('a turn of the bot about words that are gone says nothing; what still stands gets its own turn', async () => {
    const { floor, beside } = await floors();
    for (let round = 0; round < ROUNDS; round += 1) {
      const customer = await floor.addCustomer();
      const { entry: first } = await speak(floor, customer, '还在的问题');
      const isAlone = round % 3 === 0;
      if (isAlone) await floor.handoff.sayAsBot(answerTo(first.conversationId, first.seq, '先答'));
      const { entry, conversation } = await speak(floor, customer, '撤回的问题');
      floor.jobs.length = 0;
      beside.jobs.length = 0;
      const [said] = await Promise.all([
        beside.handoff.sayAsBot(answerTo(conversation.id, entry.seq, '撤回的答')),
        takeBack(round % 2 === 0 ? floor : beside, customer, entry.id),
      ]);
      const log = await logOf(floor, conversation.id);
      const recalledAt = log.find(({ body }) => body.type === 'revised')?.seq ?? 0;
      const spoken = log.filter(
        ({ author, body, seq }) => author.kind === 'bot' && body.type === 'message' && seq > recalledAt,
      );
      expect(spoken).toEqual([]);
      const turns = [...floor.jobs, ...beside.jobs].filter(({ name }) => name === 'bot-turn');
      const row = await floor.store.conversations.find(conversation.id);
      if (said === 'superseded' && !isAlone) {
        expect(turns).toMatchObject([{ payload: { conversationId: conversation.id, seq: recalledAt } }]);
        const again = answerTo(conversation.id, entry.seq - 1, '新的答');
        expect(await floor.handoff.sayAsBot({ ...again, readUpTo: recalledAt })).toBe('said');
      } else {
        expect(turns).toEqual([]);
        expect(row?.unansweredSince).toBeNull();
      }
    }
    await checkInvariants(floor);
  });

  it('of several who take one message back one does, and an edit stands only if it came before', async () => {
    const { floor, beside } = await floors();
    const [agent, lead] = [await floor.addAgent(), await floor.addAgent('lead')];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { conversationId } = await waitingCustomer(floor);
      await floor.handoff.claim(on(agent, conversationId));
      const { entry } = await say(floor, agent, conversationId);
      const edited = { ...on(agent, conversationId, '新话'), entryId: entry.id, text: '新话' };
      const [editing, ...outcomes] = await Promise.allSettled([
        beside.conversations.editMessage(edited),
        recall(floor, agent, entry),
        recall(beside, agent, entry),
        recall(beside, lead, entry),
        recall(floor, lead, entry),
      ]);
      expect(succeeded(outcomes)).toBe(1);
      expect(new Set(reasonsOf([...outcomes, editing]))).toEqual(new Set(['already-recalled']));
      const log = await logOf(floor, conversationId);
      expect(JSON.stringify(log)).not.toMatch(/旧话|新话/);
      const versions = await floor.store.revisions.listVersions(entry.id);
      expect(versions).toHaveLength(editing.status === 'fulfilled' ? 2 : 1);
      expect(log.filter(({ body }) => body.type === 'revised')).toHaveLength(versions.length);
    }
    await checkInvariants(floor);
  });

  it('closing, transferring and releasing go through, and so does the recall', async () => {
    const { floor, beside } = await floors();
    const [agent, other] = [await floor.addAgent(), await floor.addAgent()];
    await floor.addCauses();
    for (let round = 0; round < ROUNDS; round += 1) {
      const { customer, conversationId } = await waitingCustomer(floor, '你好，转人工');
      await floor.handoff.claim(on(agent, conversationId));
      const { entry: theirs } = await speak(floor, customer, '我说错了');
      const disposition = { outcome: 'solved' as const, causeCode: 'logistics.late', comment: '' };
      const moves = [
        () => beside.handoff.close({ ...on(agent, conversationId), disposition }),
        () =>
          beside.handoff.transfer({ ...on(agent, conversationId), toAgentId: other.agentId, comment: '' }),
        () => beside.handoff.release({ ...on(agent, conversationId), comment: '' }),
      ];
      const move = moves[round % moves.length];
      const outcomes = await Promise.allSettled([
        move?.(),
        takeBack(floor, customer, theirs.id),
        speak(beside, customer, '还在吗'),
      ]);
      expect(outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toEqual([]);
      const found = await floor.store.entries.find(theirs.id);
      expect(found?.body).toMatchObject({ content: { type: 'recalled' } });
    }
    await checkInvariants(floor);
  });

  it('on a channel that takes nothing back, a message is recalled or handed over, never both', async () => {
    const { floor, beside } = await floors();
    const lead = await floor.addAgent('lead');
    let recalled = 0;
    for (let round = 0; round < ROUNDS * 2; round += 1) {
      const customer = await floor.addCustomer('zh', 'webhook');
      const { conversation } = await speak(floor, customer, '在吗');
      await floor.handoff.claim(on(lead, conversation.id));
      const { entry: notice } = await lastOf(floor, conversation.id);
      await handOver(floor, notice);
      const { entry } = await say(floor, lead, conversation.id);
      const takingBack = round % 2 === 0 ? recall(floor, lead, entry) : null;
      const [isHandedOver, taken] = await Promise.all([
        handOver(beside, entry),
        Promise.allSettled([takingBack ?? recall(floor, lead, entry)]).then(([outcome]) => outcome),
      ]);
      expect(isHandedOver).toBe(taken.status === 'rejected');
      const found = await floor.store.entries.find(entry.id);
      if (taken.status === 'rejected') {
        expect(reasonsOf([taken])).toEqual(['cannot-recall']);
        expect(found).toMatchObject({ delivery: { state: 'sent' }, body: { content: { text: '旧话' } } });
      } else {
        recalled += 1;
        expect(found).toMatchObject({
          delivery: { state: 'discarded' },
          body: { content: { type: 'recalled' } },
        });
        expect(await handOver(floor, entry)).toBe(false);
      }
    }
    expect(recalled).toBeGreaterThan(0);
  });
});

describe('D19 between the sender’s readings', () => {
  /** A queued message of a lead on a webhook, and a sender over it that lets something happen before each of its readings. */
  async function sending(takesBack: boolean) {
    const floor = await openFloor();
    const lead = await floor.addAgent('lead');
    await floor.db
      .updateTable('channels')
      .set({ revises: takesBack })
      .where('id', '=', floor.channels.webhook)
      .execute();
    const customer = await floor.addCustomer('zh', 'webhook');
    const { conversation } = await speak(floor, customer, '在吗');
    await floor.handoff.claim(on(lead, conversation.id));
    const { entry: notice } = await lastOf(floor, conversation.id);
    await handOver(floor, notice);
    const { entry } = await say(floor, lead, conversation.id);
    const sent: OutgoingMessage['content'][] = [];
    const adapter: ChannelAdapter = {
      kind: 'webhook',
      limits: { textMax: 2000, cards: 'data', typing: false, receipts: true, revises: false },
      takesKey: true,
      send(message) {
        sent.push(message.content);
        return Promise.resolve({ state: 'sent' });
      },
    };
    function run(happen: (reading: number) => Promise<unknown>): Promise<void> {
      let readings = 0;
      const send = createSender({
        adapters: { web: adapter, app: adapter, webhook: adapter },
        channels: {
          async readOutgoing(id) {
            readings += 1;
            const isFirst = readings === 1;
            if (!isFirst) await happen(readings);
            const found = await floor.store.channels.readOutgoing(id);
            if (isFirst) await happen(readings);
            return found;
          },
        },
        delivery: floor.delivery,
      });
      return send({ entryId: entry.id, conversationId: conversation.id }, { isLast: false, number: 1 });
    }
    return { floor, lead, entry, sent, run };
  }

  it('an edit that commits before the attempt is on record goes out edited', async () => {
    const { floor, lead, entry, sent, run } = await sending(false);
    const edited = { ...on(lead, entry.conversationId, 'e'), entryId: entry.id, text: '新话' };
    await run(async (reading) => (reading === 1 ? floor.conversations.editMessage(edited) : null));
    expect(sent).toMatchObject([{ type: 'text', text: '新话' }]);
  });

  it('what is taken back before the attempt is on record is not sent at all', async () => {
    const { floor, lead, entry, sent, run } = await sending(false);
    await run(async (reading) => (reading === 1 ? recall(floor, lead, entry) : null));
    expect(sent).toEqual([]);
  });

  it('what is taken back after it is on record and before it is handed over is never seen; the channel is told', async () => {
    const { floor, lead, entry, sent, run } = await sending(true);
    const revision: EntryId[] = [];
    await run(async (reading) => {
      if (reading === 2) revision.push((await recall(floor, lead, entry)).entry.id);
    });
    expect(sent).toEqual([]);
    expect(await floor.store.entries.find(entry.id)).toMatchObject({ delivery: { state: 'discarded' } });
    const job = { name: 'channel-send', payload: { entryId: revision[0] } };
    expect(floor.jobs.filter(({ name }) => name === 'channel-send')).toContainEqual(
      expect.objectContaining({ ...job, payload: expect.objectContaining(job.payload) }),
    );
    const outage = await floor.store.deliveries.readOutage(floor.channels.webhook);
    expect(outage).toBeNull();
  });
});

function answerTo(conversationId: ConversationId, inReplyToSeq: number, text: string) {
  return { conversationId, inReplyToSeq, replies: [{ type: 'text' as const, text }], dialogue: null };
}

/** The notice that somebody has joined, which goes out before what they say. */
async function lastOf(floor: Floor, conversationId: ConversationId) {
  const log = await logOf(floor, conversationId);
  const entry = log.findLast(({ delivery }) => delivery?.state === 'queued');
  if (entry === undefined) throw new Error('Nothing is to be sent');
  return { entry };
}
