import { describe, expect, it } from 'vitest';
import { command, logOf, on, openFloor, speak, waitingCustomer } from './floor.ts';

const text = (words: string) => ({ type: 'text' as const, text: words });

describe('the claim', () => {
  it('H3 H4 of twenty simultaneous claims exactly one wins, the losers learn who, and the bot is silent after it', async () => {
    const floor = await openFloor();
    const agents = await Promise.all(Array.from({ length: 20 }, () => floor.addAgent()));
    for (let round = 0; round < 8; round += 1) {
      const { customer, conversationId } = await waitingCustomer(floor);
      const { entry } = await speak(floor, customer, `第 ${round} 次`);
      const bot = floor.handoff.sayAsBot({
        conversationId,
        inReplyToSeq: entry.seq,
        replies: [text('我来回答')],
        dialogue: null,
      });
      const outcomes = await Promise.allSettled(
        agents.map((agent) => floor.handoff.claim(on(agent, conversationId))),
      );
      const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
      expect(won).toHaveLength(1);
      const owner = won[0]?.value.conversation.owner;
      for (const outcome of outcomes) {
        if (outcome.status === 'fulfilled') continue;
        expect(outcome.reason).toMatchObject({ error: { code: 'already-taken', details: { owner } } });
      }
      expect(await bot).toBe('drafted');
      const log = await logOf(floor, conversationId);
      expect(log.filter(({ body }) => body.type === 'assigned')).toHaveLength(1);
      const assignedAt = log.find(({ body }) => body.type === 'assigned')?.seq ?? 0;
      const botAfter = log.filter(({ author, seq }) => author.kind === 'bot' && seq > assignedAt);
      expect(botAfter.every(({ body }) => body.type === 'bot-draft')).toBe(true);
    }
  });

  it('H4 the bot speaks or is silenced by a claim, never both: a late answer is a draft', async () => {
    const floor = await openFloor();
    const lead = await floor.addAgent('lead');
    let drafted = 0;
    for (let round = 0; round < 20; round += 1) {
      const customer = await floor.addCustomer();
      const { conversation, entry } = await speak(floor, customer, '有没有优惠？');
      const answer = {
        conversationId: conversation.id,
        inReplyToSeq: entry.seq,
        replies: [text('有的')],
        dialogue: null,
      };
      const take = () => floor.handoff.claim(on(lead, conversation.id));
      const early = round % 2 === 0 ? take() : Promise.resolve();
      const [said] = await Promise.all([
        floor.handoff.sayAsBot(answer),
        early,
        round % 2 === 0 ? early : take(),
      ]);
      const log = await logOf(floor, conversation.id);
      const assigned = log.findIndex(({ body }) => body.type === 'assigned');
      const spoken = log.findIndex(({ author, body }) => author.kind === 'bot' && body.type === 'message');
      if (said === 'drafted') {
        drafted += 1;
        expect(spoken).toBe(-1);
        expect(log.some(({ body }) => body.type === 'bot-draft')).toBe(true);
      } else {
        expect(said).toBe('said');
        expect(spoken).toBeLessThan(assigned);
      }
      expect(await floor.handoff.sayAsBot(answer)).toBe(said);
      expect(await logOf(floor, conversation.id)).toHaveLength(log.length);
    }
    expect(drafted).toBeGreaterThan(0);
  });

  it('H4 an answer to what is no longer the last word is superseded', async () => {
    const floor = await openFloor();
    const customer = await floor.addCustomer();
    const { conversation, entry } = await speak(floor, customer, '在吗');
    await speak(floor, customer, '我要退货');
    const late = {
      conversationId: conversation.id,
      inReplyToSeq: entry.seq,
      replies: [text('在的')],
      dialogue: null,
    };
    expect(await floor.handoff.sayAsBot(late)).toBe('superseded');
    expect(await logOf(floor, conversation.id)).toHaveLength(2);
  });

  it('H5 Q6 an agent who vanished gives everything back, near the top by the first request; one who is back keeps it', async () => {
    const floor = await openFloor();
    const agent = await floor.addAgent();
    const old = await waitingCustomer(floor);
    await floor.handoff.claim(on(agent, old.conversationId));
    floor.pass(5 * 60_000);
    await waitingCustomer(floor, '你好，转人工');
    const goneAt = new Date(floor.time.now);
    const setPresence = (presence: 'online' | 'offline') =>
      floor.db
        .updateTable('agents')
        .set({ presence, presence_at: goneAt })
        .where('id', '=', agent.agentId)
        .execute();
    expect(await floor.handoff.releaseVanishedAgent(agent.agentId, goneAt.toISOString())).toBe(0);
    await setPresence('offline');
    const earlier = new Date(goneAt.getTime() - 1).toISOString();
    expect(await floor.handoff.releaseVanishedAgent(agent.agentId, earlier)).toBe(0);
    expect(await floor.handoff.releaseVanishedAgent(agent.agentId, goneAt.toISOString())).toBe(1);
    const row = await floor.store.conversations.find(old.conversationId);
    expect(row).toMatchObject({ state: 'waiting', owner: null, wasReturned: true });
    const log = await logOf(floor, old.conversationId);
    expect(log.find(({ body }) => body.type === 'released')?.body).toMatchObject({
      reason: 'agent-vanished',
    });
    const head = await floor.assignment.next({ actor: await floor.addAgent(), key: command(agent) });
    expect(head.conversation?.id).toBe(old.conversationId);
  });
});
