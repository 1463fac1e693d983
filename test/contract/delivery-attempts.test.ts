import { describe, expect, it } from 'vitest';
import type { Entry } from '#shared/domain/entry';
import { deliveryTerms, type SendOutcome } from '../../backend/modules/delivery/index.ts';
import { purgeAttempts } from '../../backend/storage/repositories/delivery-repository.ts';
import { type Floor, handOver, logOf, on, openFloor, speak } from './floor.ts';

/** Rule D14 with production's terms and a clock to set: what is on record, when it is tried again, and when it is given up. */

const DOWN: SendOutcome = {
  state: 'again',
  reason: { code: 'delivery.unreachable', params: {} },
  concerns: 'channel',
};
const BROKEN: SendOutcome = {
  state: 'unknown',
  reason: { code: 'delivery.line-cut', params: {} },
  concerns: 'message',
};

/** A customer on the webhook who is served, with the notices already gone. */
async function served(floor: Floor) {
  const agent = await floor.addAgent();
  const customer = await floor.addCustomer('en', 'webhook');
  const { conversation } = await speak(floor, customer, 'A person, please');
  await floor.handoff.requestHandoff({ conversationId: conversation.id, trigger: 'asked-for-person' });
  await floor.handoff.claim(on(agent, conversation.id));
  for (const entry of await logOf(floor, conversation.id))
    if (entry.delivery?.state === 'queued') expect(await handOver(floor, entry)).toBe(true);
  floor.jobs.length = 0;
  return {
    agent,
    conversationId: conversation.id,
    say: async (text: string) => {
      const command = { ...on(agent, conversation.id, text), text, seenSeq: null };
      return (await floor.conversations.sendMessage(command)).entry;
    },
  };
}

function wayOf({ id, conversationId, channelId }: Entry, takesKey = true) {
  if (channelId === null) throw new Error('This goes nowhere');
  return { entryId: id, conversationId, channelId, takesKey };
}

async function deliveryOf(floor: Floor, { id }: Entry) {
  return (await floor.store.entries.find(id))?.delivery;
}

/** Runs the jobs as they come due, for so long, and gives every outcome the same. */
async function run(floor: Floor, entry: Entry, { forMs, outcome }: { forMs: number; outcome: SendOutcome }) {
  const end = floor.time.now.getTime() + forMs;
  const pauses: number[] = [];
  for (;;) {
    const job = floor.jobs.filter(({ name }) => name === 'channel-send').at(-1);
    if (!job || floor.time.now.getTime() + job.delayMs > end) return pauses;
    floor.jobs.length = 0;
    floor.pass(job.delayMs);
    pauses.push(job.delayMs);
    await handOver(floor, entry, outcome);
  }
}

describe('D14 an attempt', () => {
  it('is made by one of any number that try at once', async () => {
    const floor = await openFloor();
    const entry = await (await served(floor)).say('Once');
    const begun = await Promise.all(Array.from({ length: 20 }, () => floor.delivery.begin(wayOf(entry))));
    expect(begun.filter((attempt) => attempt !== null)).toEqual([{ number: 1, key: entry.id }]);
  });

  it('that was cut off is repeated under its key when its time is over, and not before', async () => {
    const floor = await openFloor();
    const entry = await (await served(floor)).say('Cut off');
    const first = await floor.delivery.begin(wayOf(entry));
    floor.pass(deliveryTerms.leaseMs - 1);
    expect(await floor.delivery.begin(wayOf(entry))).toBeNull();
    expect(floor.jobs.at(-1)).toMatchObject({ name: 'channel-send', delayMs: 1 });
    floor.pass(1);
    expect(await floor.delivery.begin(wayOf(entry))).toEqual({ number: 2, key: first?.key });
    const attempts = await floor.db
      .selectFrom('delivery_attempts')
      .select(['number', 'outcome', 'reason'])
      .where('entry_id', '=', entry.id)
      .orderBy('number')
      .execute();
    expect(attempts).toEqual([
      { number: 1, outcome: 'unknown', reason: { code: 'delivery.cut-off', params: {} } },
      { number: 2, outcome: null, reason: null },
    ]);
  });

  it('that was cut off waits for a person where the channel takes no key', async () => {
    const floor = await openFloor();
    const { say, conversationId } = await served(floor);
    const entry = await say('Did it arrive?');
    const behind = await say('And this?');
    const way = wayOf(entry, false);
    expect(await floor.delivery.begin(way)).not.toBeNull();
    floor.pass(deliveryTerms.leaseMs);
    floor.jobs.length = 0;
    expect(await floor.delivery.begin(way)).toBeNull();
    const unknown = { state: 'unknown', reason: { code: 'delivery.cut-off', params: {} } };
    expect(await deliveryOf(floor, entry)).toEqual(unknown);
    expect((await logOf(floor, conversationId)).at(-1)?.body).toEqual({
      type: 'delivery',
      entryId: entry.id,
      delivery: unknown,
    });
    expect(floor.jobs).toMatchObject([{ name: 'channel-send', payload: { entryId: behind.id } }]);
    expect(await floor.delivery.begin(way)).toBeNull();
  });

  it('stays on record as long as its message waits for something, and for a month', async () => {
    const floor = await openFloor();
    const { say } = await served(floor);
    const [through, failed] = [await say('Through'), await say('Refused')];
    await handOver(floor, through);
    await handOver(floor, failed, { state: 'failed', reason: BROKEN.reason });
    const [before, after] = [floor.time.now, new Date(floor.time.now.getTime() + 1)];
    expect(await purgeAttempts(floor.db, before)).toBe(0);
    await purgeAttempts(floor.db, after);
    const left = await floor.db.selectFrom('delivery_attempts').select('entry_id').execute();
    expect(left).toEqual([{ entry_id: failed.id }]);
  });

  it('whose answer comes late is believed when it is good news', async () => {
    const floor = await openFloor();
    const entry = await (await served(floor)).say('Slow');
    const way = wayOf(entry, false);
    await floor.delivery.begin(way);
    floor.pass(deliveryTerms.leaseMs);
    await floor.delivery.begin(way);
    expect(await deliveryOf(floor, entry)).toMatchObject({ state: 'unknown' });
    await floor.delivery.settle(way, { number: 1, outcome: DOWN });
    expect(await deliveryOf(floor, entry)).toMatchObject({ state: 'unknown' });
    await floor.delivery.settle(way, { number: 1, outcome: { state: 'sent' } });
    expect(await deliveryOf(floor, entry)).toEqual({ state: 'sent' });
  });
});

describe('D13 D14 a channel that is down', () => {
  it('for ten minutes gets the message within a minute of coming back, after growing pauses', async () => {
    const floor = await openFloor();
    const entry = await (await served(floor)).say('Still there?');
    const pauses = await run(floor, entry, { forMs: 10 * 60_000, outcome: DOWN });
    const { firstPauseMs, longestPauseMs } = deliveryTerms;
    expect(pauses.length).toBeLessThan(40);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(longestPauseMs + firstPauseMs);
    expect(pauses.at(-1)).toBeGreaterThan(20 * firstPauseMs);
    expect(await deliveryOf(floor, entry)).toEqual({ state: 'queued' });
    const next = floor.jobs.at(-1);
    expect(next?.delayMs).toBeLessThanOrEqual(longestPauseMs + firstPauseMs);
    floor.pass(next?.delayMs ?? 0);
    expect(await handOver(floor, entry)).toBe(true);
    expect(await deliveryOf(floor, entry)).toEqual({ state: 'sent' });
    expect(await floor.store.deliveries.listTroubles(null)).toEqual([]);
  });

  it('for half an hour leaves the message to a person, and all behind it at once', async () => {
    const floor = await openFloor();
    const { say } = await served(floor);
    const entry = await say('Gone');
    const behind = await say('Gone too');
    await run(floor, entry, { forMs: 31 * 60_000, outcome: DOWN });
    expect(await deliveryOf(floor, entry)).toEqual({ state: 'failed', reason: DOWN.reason });
    expect(await handOver(floor, behind, DOWN)).toBe(false);
    expect(await deliveryOf(floor, behind)).toEqual({ state: 'failed', reason: DOWN.reason });
    expect(await floor.delivery.count(null)).toBe(2);
  });

  it('holds up other messages of that channel, but none of another, and a broken message holds up nobody else', async () => {
    const floor = await openFloor();
    const [first, second] = [await served(floor), await served(floor)];
    const one = await first.say('One');
    const two = await second.say('Two');
    await handOver(floor, one, BROKEN);
    expect(await handOver(floor, two)).toBe(true);
    const three = await second.say('Three');
    floor.pass(deliveryTerms.longestPauseMs);
    await handOver(floor, one, DOWN);
    floor.jobs.length = 0;
    expect(await handOver(floor, three)).toBe(false);
    expect(floor.jobs).toMatchObject([{ payload: { entryId: three.id } }]);
  });

  it('that asks for more time than we have is left alone, and a person is told at once', async () => {
    const floor = await openFloor();
    const entry = await (await served(floor)).say('Come in an hour');
    const busy = { ...DOWN, reason: { code: 'delivery.busy', params: {} }, retryAfterMs: 3_600_000 };
    await handOver(floor, entry, busy);
    expect(await deliveryOf(floor, entry)).toEqual({ state: 'failed', reason: busy.reason });
    const [trouble] = await floor.store.deliveries.listTroubles(null);
    const restMs = Date.parse(trouble?.outage?.nextTryAt ?? '') - floor.time.now.getTime();
    expect(restMs).toBe(3_600_000);
  });
});

describe('D10 nodes that disagree about the time', () => {
  const MINUTE_MS = 60_000;

  /** One node ten minutes slow, one an hour fast. */
  async function openBoth() {
    const slow = await openFloor({ hasTwoClocks: true });
    slow.time.now = new Date(Date.now() - 10 * MINUTE_MS);
    const fast = await openFloor({ hasTwoClocks: true, beside: slow });
    fast.time.now = new Date(Date.now() + 60 * MINUTE_MS);
    return { slow, fast };
  }

  it('leave each other’s attempts alone for as long as these may take', async () => {
    const { slow, fast } = await openBoth();
    const entry = await (await served(slow)).say('Under way');
    expect(await slow.delivery.begin(wayOf(entry))).toMatchObject({ number: 1 });
    expect(await fast.delivery.begin(wayOf(entry))).toBeNull();
    expect(await deliveryOf(slow, entry)).toEqual({ state: 'queued' });
    expect(fast.jobs.at(-1)?.delayMs).toBeLessThanOrEqual(deliveryTerms.leaseMs);
  });

  it('leave a channel that is down alone for as long', async () => {
    const { slow, fast } = await openBoth();
    const { say } = await served(slow);
    for (const node of [slow, fast]) {
      const entry = await say('Is anybody there?');
      await handOver(node, entry, DOWN);
      const [{ outage } = { outage: null }] = await slow.store.deliveries.listTroubles(null);
      const restMs = Date.parse(outage?.nextTryAt ?? '') - Date.now();
      expect(restMs).toBeGreaterThan(-MINUTE_MS);
      expect(restMs).toBeLessThan(deliveryTerms.longestPauseMs + MINUTE_MS);
    }
  });
});
