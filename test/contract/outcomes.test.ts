import { describe, expect, it } from 'vitest';
import { purgeCommands } from '../../backend/storage/repositories/commands-repository.ts';
import { command, type Floor, logOf, on, openFloor, speak, waitingCustomer } from './floor.ts';

/** A conversation that was claimed, answered and closed with this cause. */
async function closedWith(floor: Floor, words: string, causeCode: string) {
  const agent = await floor.addAgent();
  const { conversationId } = await waitingCustomer(floor, words);
  floor.pass(60_000);
  await floor.handoff.claim(on(agent, conversationId));
  floor.pass(30_000);
  await floor.conversations.sendMessage({ ...on(agent, conversationId), text: '您好', seenSeq: null });
  const disposition = { outcome: 'solved' as const, causeCode, comment: '' };
  await floor.handoff.close({ ...on(agent, conversationId), disposition });
  return { agent, conversationId };
}

describe('what comes of conversations', () => {
  it('proposes causes learnt from what was closed before, also since the last time it was asked', async () => {
    const floor = await openFloor();
    await floor.addCauses();
    const open = await speak(floor, await floor.addCustomer(), '快递停在中转站三天了，物流不动');
    const suggest = async () =>
      (await floor.dispositions.suggest(open.conversation.id)).map(({ code }) => code);
    expect(await suggest()).toEqual([]);
    await closedWith(floor, '物流停在中转站五天了', 'logistics.late');
    expect(await suggest()).toEqual(['logistics.late']);
    await closedWith(floor, '衣服开线了', 'quality');
    await closedWith(floor, '快递停在中转站三天，物流丢了吧', 'logistics.lost');
    expect((await suggest()).toSorted()).toEqual(['logistics.late', 'logistics.lost']);
  });

  it('H8 counts today from the handoff on, in the shop’s time zone', async () => {
    const floor = await openFloor();
    await floor.addCauses();
    // Half an hour before midnight in Shanghai.
    floor.time.now = new Date('2026-11-22T15:30:00.000Z');
    await closedWith(floor, '物流停了', 'logistics.late');
    await speak(floor, await floor.addCustomer(), '昨天的');
    floor.pass(60 * 60_000);
    const { agent } = await closedWith(floor, '衣服开线了', 'quality');
    await speak(floor, await floor.addCustomer(), '只和机器人说');
    await waitingCustomer(floor, '转人工');
    expect(await floor.insights.readToday(agent.agentId)).toEqual({
      handedOff: 2,
      answered: 1,
      closed: 1,
      botOnly: 1,
      waitMedianMs: 60_000,
      firstResponseMedianMs: 90_000,
      topCauses: [{ code: 'quality', count: 1 }],
      mine: { closed: 1, firstResponseMedianMs: 90_000 },
    });
  });

  it('H8 the first response is stamped once, and reopening begins no new handoff', async () => {
    const floor = await openFloor();
    await floor.addCauses();
    const { agent, conversationId } = await closedWith(floor, '衣服开线了', 'quality');
    floor.pass(60_000);
    await floor.handoff.reopen(on(agent, conversationId));
    await floor.conversations.sendMessage({ ...on(agent, conversationId, 2), text: '补一句', seenSeq: null });
    const handoffs = await floor.db.selectFrom('handoffs').selectAll().execute();
    expect(handoffs).toHaveLength(1);
    const [handoff] = handoffs;
    expect(handoff?.ended_at).toBeNull();
    expect(handoff?.first_response_at?.getTime()).toBe((handoff?.requested_at.getTime() ?? 0) + 90_000);
  });

  it('D1 forgets old answers, but never the ids of messages that are still there', async () => {
    const floor = await openFloor();
    const { customer, conversationId } = await waitingCustomer(floor);
    const agent = await floor.addAgent();
    const claim = on(agent, conversationId);
    await floor.handoff.claim(claim);
    const key = command(customer, '在吗');
    const { identityId, channelId } = customer;
    const say = () => floor.conversations.receiveMessage({ identityId, channelId, text: '在吗', key });
    const first = await say();
    const { length } = await logOf(floor, conversationId);
    const inAMonth = new Date(Date.now() + 31 * 24 * 60 * 60_000);
    expect(await purgeCommands(floor.db, inAMonth)).toBe(1);
    expect(await say()).toEqual(first);
    expect(await logOf(floor, conversationId)).toHaveLength(length);
    expect(await purgeCommands(floor.db, new Date(0))).toBe(0);
  });
});
