import { describe, expect, it } from 'vitest';
import type { ConversationId } from '#shared/domain/ids';
import { customerConversationOf, customerEntryOf } from '../../backend/modules/conversations/index.ts';
import { type Floor, logOf, on, openFloor, speak, waitingCustomer } from './floor.ts';

const HOUR_MS = 3_600_000;

/** The bot answers the last thing that was said. */
async function answer(floor: Floor, conversationId: ConversationId, text: string): Promise<void> {
  const { seq = 0 } = (await floor.store.conversations.find(conversationId)) ?? {};
  const replies = [{ type: 'text', text }] as const;
  await floor.handoff.sayAsBot({ conversationId, inReplyToSeq: seq, replies, dialogue: {} });
}

async function stateOf(floor: Floor, id: ConversationId) {
  return (await floor.store.conversations.find(id))?.state;
}

describe('conversations that nobody goes on with', () => {
  it('H15 end by themselves a day after the last word: solved if the bot had it, else abandoned', async () => {
    const floor = await openFloor();
    const answered = (await speak(floor, await floor.addCustomer(), '包邮吗')).conversation.id;
    await answer(floor, answered, '满 99 元包邮');
    const left = (await speak(floor, await floor.addCustomer(), '在吗')).conversation.id;
    floor.pass(24 * HOUR_MS);
    expect(await floor.handoff.closeIdle()).toBe(0);
    floor.pass(1);
    expect(await floor.handoff.closeIdle()).toBe(2);
    for (const [id, outcome] of [
      [answered, 'solved'],
      [left, 'abandoned'],
    ] as const) {
      expect(await floor.store.conversations.find(id)).toMatchObject({
        state: 'closed',
        outcome,
        causeCode: null,
        closedBy: null,
        closedAt: floor.time.now,
        unansweredSince: null,
      });
      expect((await logOf(floor, id)).at(-1)).toMatchObject({
        author: { kind: 'system' },
        body: { type: 'closed', disposition: { outcome } },
      });
    }
    expect(await floor.handoff.closeIdle()).toBe(0);
  });

  it('H15 tell the customer nothing but that it is over; who writes again begins a new one', async () => {
    const floor = await openFloor();
    const customer = await floor.addCustomer();
    const { id } = (await speak(floor, customer, '在吗')).conversation;
    const heard = floor.facts.length;
    floor.pass(25 * HOUR_MS);
    await floor.handoff.closeIdle();
    const facts = floor.facts.slice(heard);
    expect(facts).toHaveLength(1);
    const [fact] = facts;
    if (fact?.type !== 'conversation-changed') expect.fail('nothing was told');
    expect(customerConversationOf(fact).status).toBe('closed');
    expect(fact.entries.map((entry) => customerEntryOf(entry, 'zh'))).toEqual([null]);
    expect((await speak(floor, customer, '我又来了')).conversation.id).not.toBe(id);
  });

  it('H15 are the bot’s alone, and any sign of life keeps them open', async () => {
    const floor = await openFloor();
    const agent = await floor.addAgent();
    const [waiting, served, returned] = [
      await waitingCustomer(floor),
      await waitingCustomer(floor),
      await waitingCustomer(floor),
    ];
    await floor.handoff.claim(on(agent, served.conversationId));
    await floor.handoff.claim(on(agent, returned.conversationId));
    const chatting = await floor.addCustomer();
    const { id } = (await speak(floor, chatting, '在吗')).conversation;
    floor.pass(25 * HOUR_MS);
    await speak(floor, chatting, '还在吗');
    await floor.handoff.returnToBot({
      ...on(agent, returned.conversationId),
      outcome: 'solved',
      promises: '',
    });
    expect(await floor.handoff.closeIdle()).toBe(0);
    expect(await stateOf(floor, waiting.conversationId)).toBe('waiting');
    expect(await stateOf(floor, served.conversationId)).toBe('agent');
    expect(await stateOf(floor, returned.conversationId)).toBe('bot');
    expect(await stateOf(floor, id)).toBe('bot');
  });
});
