import { describe, expect, it } from 'vitest';
import type { ConversationId } from '#shared/domain/ids';
import { askedBeforeMs, compareWaiting, type Waiting } from '#shared/domain/queue-order';
import { command, logOf, on, openFloor, speak, waitingCustomer } from './floor.ts';

describe('the queue', () => {
  it('Q1 Q2 Q3 the angriest stands first with the reason; twenty agents who ask at once get twenty different customers', async () => {
    const floor = await openFloor();
    const calm = await Promise.all(
      Array.from({ length: 19 }, () => waitingCustomer(floor, '您好，请问在吗')),
    );
    floor.pass(60_000);
    const angry = await waitingCustomer(floor, '骗子！垃圾店，气死我了，马上给我退钱！！');
    const first = await floor.assignment.next({
      actor: await floor.addAgent(),
      key: command(angry.customer),
    });
    expect(first.conversation?.id).toBe(angry.conversationId);
    const agents = await Promise.all(Array.from({ length: 20 }, () => floor.addAgent()));
    const given = await Promise.all(
      agents.map((actor) => floor.assignment.next({ actor, key: command(actor) })),
    );
    const ids = given.flatMap(({ conversation }) => conversation?.id ?? []);
    expect(new Set(ids)).toEqual(new Set(calm.map(({ conversationId }) => conversationId)));
    expect(ids).toHaveLength(19);
  });

  it('Q1 the place moves with every message while the customer waits', async () => {
    const floor = await openFloor();
    const first = await waitingCustomer(floor, '您好，请问在吗');
    floor.pass(30_000);
    const second = await waitingCustomer(floor, '您好，请问在吗');
    const place = async (id: ConversationId) => (await floor.store.conversations.find(id))?.place;
    expect((await place(second.conversationId))?.urgency).toBe((await place(first.conversationId))?.urgency);
    await speak(floor, second.customer, '骗子！垃圾，气死我了！！');
    const [a, b] = [await place(first.conversationId), await place(second.conversationId)];
    expect(b?.urgency).toBeGreaterThan(a?.urgency ?? 0);
    expect(b?.reasons[0]?.code).toMatch(/^mood\.(furious|upset)$/);
  });

  it('Q3 is given out in the order of the contract, and counts who stands before somebody', async () => {
    const floor = await openFloor();
    const now = floor.time.now.getTime();
    const waiting: Waiting[] = [];
    for (let number = 0; number < 24; number += 1) {
      const { conversationId } = await waitingCustomer(floor, '您好，请问在吗');
      // Steps that have nothing in common with one another spread both over their range.
      const place = { urgency: (number * 3) % 5, waitingSinceMs: now - ((number * 37) % 41) * 60_000 };
      waiting.push({ conversationId, ...place });
      await floor.db
        .updateTable('conversations')
        .set({ urgency: place.urgency, waiting_since: new Date(place.waitingSinceMs) })
        .where('id', '=', conversationId)
        .execute();
    }
    const order = waiting.toSorted((a, b) => compareWaiting(a, b, now));
    for (const [ahead, one] of order.entries()) {
      const askedBefore = askedBeforeMs(one, now).map((ms) => new Date(ms));
      expect(await floor.store.queue.countAhead(askedBefore)).toBe(ahead);
    }
    const agent = await floor.addAgent();
    for (const { conversationId } of order) {
      const locked = await floor.ordinary(({ queue }) => queue.lockHead('skip', floor.time.now));
      expect(locked?.id).toBe(conversationId);
      const { conversation } = await floor.assignment.next({ actor: agent, key: command(agent) });
      expect(conversation?.id).toBe(conversationId);
    }
  });

  it('Q3 who asks for a person while waiting for another reason has that among the reasons, said or tapped', async () => {
    const floor = await openFloor();
    const codes = async (id: ConversationId) =>
      (await floor.store.conversations.find(id))?.place?.reasons.map(({ code }) => code);
    const wait = async () => {
      const customer = await floor.addCustomer();
      const { entry } = await speak(floor, customer, '我要退款，快点处理');
      await floor.handoff.requestHandoff({ conversationId: entry.conversationId, trigger: 'bot-failed' });
      return { customer, conversationId: entry.conversationId };
    };
    const [said, tapped] = [await wait(), await wait()];
    expect(await codes(said.conversationId)).toContain('bot-failed');
    expect(await codes(said.conversationId)).not.toContain('asked-for-person');
    await speak(floor, said.customer, '转人工！');
    await floor.handoff.requestByCustomer({ actor: tapped.customer, key: command(tapped.customer) });
    for (const { conversationId } of [said, tapped]) {
      expect(await codes(conversationId)).toEqual(expect.arrayContaining(['bot-failed', 'asked-for-person']));
      const kept = await floor.store.conversations.find(conversationId);
      expect(kept?.trigger).toBe('bot-failed');
    }
  });

  it('H11 H3 nobody is given more than their capacity, however often they ask at once', async () => {
    const floor = await openFloor();
    await Promise.all(Array.from({ length: 6 }, () => waitingCustomer(floor)));
    const agent = await floor.addAgent('agent', 2);
    const asked = await Promise.allSettled(
      Array.from({ length: 6 }, () => floor.assignment.next({ actor: agent, key: command(agent) })),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect((await floor.store.queue.lockTaker(agent.agentId))?.active).toBe(2);
    const key = command(agent);
    await expect(floor.assignment.next({ actor: agent, key })).rejects.toMatchObject({
      error: { code: 'conflict', details: { reason: 'full', active: 2, capacity: 2 } },
    });
  });

  it('H3 Q1 many take the next at once without a transaction of their own, in the order of the queue', async () => {
    const floor = await openFloor();
    const waiting: ConversationId[] = [];
    for (let place = 0; place < 6; place += 1) {
      waiting.push((await waitingCustomer(floor)).conversationId);
      floor.pass(60_000);
    }
    const agents = await Promise.all(Array.from({ length: 4 }, () => floor.addAgent()));
    floor.transactions.begun = 0;
    const keys = agents.map((agent) => command(agent));
    const take = () =>
      Promise.all(
        agents.map((actor, at) => floor.assignment.next({ actor, key: keys[at] ?? command(actor) })),
      );
    const given = await take();
    expect(floor.transactions.begun).toBe(0);
    const ids = given.map(({ conversation }) => conversation?.id);
    expect(new Set(ids)).toEqual(new Set(waiting.slice(0, 4)));
    // The same again is the same answer, and takes nobody else (rule D1).
    expect(await take()).toEqual(given);
    const log = await logOf(floor, waiting[0] ?? expect.fail('nobody waited'));
    expect(log.filter(({ body }) => body.type === 'assigned')).toHaveLength(1);
  });

  it('H11 H3 an agent who asks on two nodes at once is given no more than their capacity, and nobody is given twice', async () => {
    const here = await openFloor();
    const there = await openFloor({ beside: here });
    await Promise.all(Array.from({ length: 12 }, () => waitingCustomer(here)));
    const agents = await Promise.all(Array.from({ length: 3 }, () => here.addAgent('agent', 3)));
    const asked = agents.flatMap((actor) =>
      Array.from({ length: 6 }, (_, at) =>
        [here, there][at % 2]?.assignment.next({ actor, key: command(actor) }),
      ),
    );
    const given = (await Promise.allSettled(asked)).flatMap((one) =>
      one.status === 'fulfilled' ? [one.value?.conversation?.id] : [],
    );
    expect(given).toHaveLength(9);
    expect(new Set(given).size).toBe(9);
    for (const { agentId } of agents) {
      expect(await here.store.queue.lockTaker(agentId)).toMatchObject({ active: 3 });
    }
  });

  it('Q5 a corrected mood is kept as data, moves the place, and is said in the log', async () => {
    const floor = await openFloor();
    const agent = await floor.addAgent();
    const { conversationId } = await waitingCustomer(floor, '骗子！垃圾店，气死我了！！');
    const before = await floor.store.conversations.find(conversationId);
    const [message] = await logOf(floor, conversationId);
    if (message === undefined) throw new Error('no message');
    const { conversation } = await floor.conversations.correctMood({
      ...on(agent, conversationId),
      entryId: message.id,
      label: 'neutral',
    });
    expect(conversation.mood).toMatchObject({ level: 'calm', score: 0 });
    expect(conversation.worstScore).toBe(0);
    expect(conversation.place?.urgency).toBeLessThan(before?.place?.urgency ?? 0);
    const kept = await floor.db.selectFrom('mood_corrections').selectAll().execute();
    expect(kept).toMatchObject([
      { entry_id: message.id, label: 'neutral', language: 'zh', text: '骗子！垃圾店，气死我了！！' },
    ]);
  });
});
