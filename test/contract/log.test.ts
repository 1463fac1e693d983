import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ClientId } from '#shared/domain/ids';
import { command, handOver, logOf, on, openFloor, speak, waitingCustomer } from './floor.ts';

describe('the log of a conversation', () => {
  it('D1 keeps one message of fifty parallel duplicates, and gives all the same answer', async () => {
    const floor = await openFloor();
    const customer = await floor.addCustomer();
    const key = command(customer, 'hello');
    const { identityId, channelId } = customer;
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        floor.conversations.receiveMessage({ identityId, channelId, text: '在吗', key }),
      ),
    );
    const [first] = answers;
    expect(first).toBeDefined();
    const log = await logOf(floor, first?.conversation.id as never);
    expect(log).toHaveLength(1);
    for (const answer of answers) expect(answer).toEqual(first);
    expect(floor.facts).toHaveLength(1);
    expect(floor.jobs).toHaveLength(1);
  });

  it('D1 refuses an id that came before with other content, and changes nothing', async () => {
    const floor = await openFloor();
    const { conversationId } = await waitingCustomer(floor);
    const agent = await floor.addAgent();
    await floor.handoff.claim(on(agent, conversationId));
    const clientId = randomUUID() as ClientId;
    const send = (text: string) =>
      floor.conversations.sendMessage({
        actor: agent,
        conversationId,
        text,
        seenSeq: null,
        key: command(agent, text, clientId),
      });
    await send('一');
    const before = await logOf(floor, conversationId);
    await expect(send('二')).rejects.toMatchObject({
      error: { code: 'reused-client-id', field: 'clientId' },
    });
    expect(await logOf(floor, conversationId)).toEqual(before);
  });

  it('D12 D1 opens one conversation, not two, when two first messages arrive at once', async () => {
    const floor = await openFloor();
    for (let round = 0; round < 10; round += 1) {
      const customer = await floor.addCustomer();
      const all = await Promise.all(['一', '二', '三'].map((text) => speak(floor, customer, text)));
      expect(new Set(all.map(({ conversation }) => conversation.id)).size).toBe(1);
    }
  });

  it('D1 T6 gives a repeated event of a channel the same answer', async () => {
    const floor = await openFloor();
    const { identityId, channelId } = await floor.addCustomer('en', 'webhook');
    const event = { identityId, channelId, text: 'Where is my parcel?', eventId: 'e-1', customerName: 'Ann' };
    const [first, second] = [
      await floor.conversations.receiveMessage(event),
      await floor.conversations.receiveMessage(event),
    ];
    expect(second).toEqual(first);
    expect(await logOf(floor, first?.conversation.id as never)).toHaveLength(1);
  });

  it('keeps a message whose preview would be cut in the middle of a character', async () => {
    const floor = await openFloor();
    const customer = await floor.addCustomer();
    const { conversation } = await speak(floor, customer, `${'好'.repeat(159)}😡😡`);
    expect(conversation.last?.preview).toBe('好'.repeat(159));
    expect((await floor.store.conversations.find(conversation.id))?.firstLine).toBe('好'.repeat(159));
  });

  it('D2 tells others only what is committed: whoever hears of it finds it in the database', async () => {
    const floor = await openFloor();
    const found: Promise<boolean>[] = [];
    floor.bus.subscribe((fact) => {
      if (fact.type !== 'conversation-changed') return;
      const { id, version, seq } = fact.conversation;
      const isThere = async () => {
        const [row, log] = await Promise.all([floor.store.conversations.find(id), logOf(floor, id)]);
        return (row?.version ?? 0) >= version && log.length >= seq;
      };
      found.push(isThere());
    });
    const agents = await Promise.all([floor.addAgent(), floor.addAgent(), floor.addAgent()]);
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { customer, conversationId } = await waitingCustomer(floor);
        await Promise.allSettled(agents.map((agent) => floor.handoff.claim(on(agent, conversationId))));
        await speak(floor, customer, '在吗');
      }),
    );
    // Opened, requested, claimed once, spoken: the claims that lost left no fact.
    expect(found).toHaveLength(8 * 4);
    expect(await Promise.all(found)).not.toContain(false);
  });

  it('D3 numbers densely for staff and for the customer while many write at once', async () => {
    const floor = await openFloor();
    const { customer, conversationId } = await waitingCustomer(floor);
    const agents = await Promise.all([1, 2, 3].map(() => floor.addAgent('lead')));
    await floor.handoff.claim(on(agents[0] as never, conversationId));
    const work: Promise<unknown>[] = [];
    for (let round = 0; round < 15; round += 1) {
      work.push(speak(floor, customer, `第 ${round} 句`));
      for (const agent of agents) {
        work.push(
          floor.conversations.addNote({ ...on(agent, conversationId, round), text: `note ${round}` }),
        );
      }
      const [owner] = agents;
      if (owner === undefined) throw new Error('no owner');
      work.push(
        floor.conversations.sendMessage({
          ...on(owner, conversationId, round),
          text: `回 ${round}`,
          seenSeq: null,
        }),
      );
    }
    await Promise.all(work);
    const log = await logOf(floor, conversationId);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    const seen = log.flatMap(({ customerSeq }) => customerSeq ?? []);
    expect(seen).toEqual(seen.map((_, index) => index + 1));
    const row = await floor.store.conversations.find(conversationId);
    expect(row).toMatchObject({ seq: log.length, customerSeq: seen.length });
  });

  it('D3 tells of a conversation in the order of its commits, however many write to it at once', async () => {
    const floor = await openFloor();
    const { conversationId } = await waitingCustomer(floor);
    const agent = await floor.addAgent('lead');
    const note = (round: number) =>
      floor.conversations.addNote({ ...on(agent, conversationId, round), text: 'x' });
    for (let round = 0; round < 20; round += 1)
      await Promise.all(Array.from({ length: 16 }, () => note(round)));
    const seqs = floor.facts.flatMap((fact) =>
      fact.type === 'conversation-changed' ? fact.entries.map(({ seq }) => seq) : [],
    );
    expect(seqs).toEqual(seqs.map((_seq, index) => index + 1));
  });

  it('D7 tells how many newer messages there are, and sends when the view is fresh or the author insists', async () => {
    const floor = await openFloor();
    const { customer, conversationId } = await waitingCustomer(floor);
    const agent = await floor.addAgent();
    const { conversation } = await floor.handoff.claim(on(agent, conversationId));
    const seenSeq = conversation.seq;
    await speak(floor, customer, '还在吗');
    await speak(floor, customer, '??');
    const reply = (seen: number | null) =>
      floor.conversations.sendMessage({ ...on(agent, conversationId, seen), text: '在的', seenSeq: seen });
    await expect(reply(seenSeq)).rejects.toMatchObject({
      error: { code: 'stale-view', details: { newer: 2 } },
    });
    expect((await reply(seenSeq + 2)).entry.body).toMatchObject({ type: 'message' });
    expect((await reply(null)).conversation.unansweredSince).toBeNull();
  });

  it('D6 delivery only advances: sent, delivered, read; a receipt that is behind changes nothing', async () => {
    const floor = await openFloor();
    const { customer, conversationId } = await waitingCustomer(floor);
    const agent = await floor.addAgent();
    await floor.handoff.claim(on(agent, conversationId));
    const { entry } = await floor.conversations.sendMessage({
      ...on(agent, conversationId),
      text: '您好',
      seenSeq: null,
    });
    expect(entry.body).toMatchObject({ delivery: { state: 'sent' } });
    const seq = entry.customerSeq ?? 0;
    const { customerId } = customer;
    const stateNow = async () => {
      const { entries } = await floor.conversations.listEntries(agent, {
        conversationId,
        after: entry.seq - 1,
        limit: 1,
      });
      return entries[0]?.body;
    };
    await floor.conversations.setReceipt({ customerId, conversationId, seq, state: 'read' });
    expect(await stateNow()).toMatchObject({ delivery: { state: 'read' } });
    const length = (await logOf(floor, conversationId)).length;
    await floor.conversations.setReceipt({ customerId, conversationId, seq, state: 'delivered' });
    await floor.conversations.setReceipt({ customerId, conversationId, seq: 1, state: 'read' });
    expect(await logOf(floor, conversationId)).toHaveLength(length);
    expect(await stateNow()).toMatchObject({ delivery: { state: 'read' } });
    const ahead = { customerId, conversationId, seq: seq + 1, state: 'read' as const };
    await expect(floor.conversations.setReceipt(ahead)).rejects.toMatchObject({ error: { field: 'seq' } });
  });

  it('D6 a webhook message is queued, then sent or failed with a reason; a failed one can be tried again', async () => {
    const floor = await openFloor();
    const customer = await floor.addCustomer('en', 'webhook');
    const { conversation } = await speak(floor, customer, 'I want to talk to a human');
    const { id: conversationId } = conversation;
    await floor.handoff.requestHandoff({ conversationId, trigger: 'asked-for-person' });
    const agent = await floor.addAgent();
    await floor.handoff.claim(on(agent, conversationId));
    const { entry } = await floor.conversations.sendMessage({
      ...on(agent, conversationId),
      text: 'Hi',
      seenSeq: null,
    });
    expect(entry.body).toMatchObject({ delivery: { state: 'queued' } });
    expect(floor.jobs).toContainEqual({
      name: 'channel-send',
      payload: { entryId: entry.id, conversationId },
      delayMs: 0,
    });
    const reason = { code: 'delivery.address-gone', params: {} };
    const before = (await logOf(floor, conversationId)).filter(
      ({ delivery }) => delivery?.state === 'queued',
    );
    for (const notice of before.slice(0, -1)) expect(await handOver(floor, notice)).toBe(true);
    expect(await handOver(floor, entry, { state: 'failed', reason })).toBe(true);
    expect(await handOver(floor, entry)).toBe(false);
    expect((await floor.store.entries.find(entry.id))?.delivery).toEqual({ state: 'failed', reason });
    const retry = { ...on(agent, conversationId), entryId: entry.id };
    await floor.delivery.retryMessage(retry);
    expect(await handOver(floor, entry)).toBe(true);
    expect((await floor.store.entries.find(entry.id))?.delivery).toEqual({ state: 'sent' });
    await expect(
      floor.delivery.retryMessage({ ...on(agent, conversationId, 2), entryId: entry.id }),
    ).rejects.toMatchObject({ error: { code: 'conflict', details: { reason: 'not-failed' } } });
  });

  it('D4 counts as unread what the owner has not seen, and shows the customer what was read', async () => {
    const floor = await openFloor();
    const { customer, conversationId } = await waitingCustomer(floor);
    const agent = await floor.addAgent();
    await floor.handoff.claim(on(agent, conversationId));
    const { conversation } = await speak(floor, customer, '在吗');
    expect(conversation.unread).toBe(1);
    await floor.conversations.setSeen({ actor: agent, conversationId, seq: conversation.seq });
    const row = await floor.store.conversations.find(conversationId);
    expect(row).toMatchObject({ unread: 0, shopReadSeq: row?.customerSeq });
    const other = await floor.addAgent('lead');
    await speak(floor, customer, '??');
    await floor.conversations.setSeen({ actor: other, conversationId, seq: 999 });
    expect((await floor.store.conversations.find(conversationId))?.unread).toBe(1);
  });
});
