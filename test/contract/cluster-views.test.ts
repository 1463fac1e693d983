import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ConversationId } from '#shared/domain/ids';
import { type AgentClient, type CustomerClient, clientId, Refused } from '../support/clients.ts';
import { startCluster, type TestCluster } from '../support/cluster.ts';

/** Rule D4 over nodes: whatever is done on either, and whatever becomes of Redis meanwhile, what a console was told is in the end what it would read anew. */

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await startCluster();
  await cluster.linked();
});
afterAll(() => cluster.stop());

/** Seeded, so that a failure can be had again. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What a console shows that takes in events as the protocol says: of a row the higher version wins, what was removed is gone. */
function viewOf(console: AgentClient, first: readonly { id: ConversationId; version: number }[]) {
  const rows = new Map(first.map((row) => [row.id, row.version]));
  for (const { conversations, removed } of console.heard('workspace:changed')) {
    for (const { id, version } of conversations) rows.set(id, Math.max(version, rows.get(id) ?? 0));
    for (const { id } of removed) rows.delete(id);
  }
  return Object.fromEntries([...rows].toSorted());
}

async function freshViewOf(console: AgentClient) {
  const { conversations } = await console.ask('workspace:sync', { cursor: null });
  return Object.fromEntries(conversations.map(({ id, version }) => [id, version] as const).toSorted());
}

type Floor = { consoles: AgentClient[]; customers: CustomerClient[]; random: (below: number) => number };

/** Asks again when the server says so: on a quick machine the deeds come faster than one client may ask. */
async function whenAllowed<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const { retryAfterMs } = error instanceof Refused ? error.error : {};
      if (retryAfterMs === undefined) throw error;
      await pause(retryAfterMs);
    }
  }
}

/** One deed of somebody; that it is refused is part of life. */
async function doSomething({ consoles, customers, random }: Floor): Promise<void> {
  const agent = consoles[random(consoles.length)] ?? expect.fail('no console');
  const customer = customers[random(customers.length)] ?? expect.fail('no customer');
  const current = await whenAllowed(() => customer.ask('session:read', {}));
  const conversationId = current.conversation?.id;
  const by = { clientId: clientId() };
  const disposition = { outcome: 'solved' as const, causeCode: null, comment: '' };
  const deeds = [
    () => customer.ask('message:send', { ...by, text: `说 ${random(1000)}` }),
    () => customer.ask('handoff:request', by),
    ...(conversationId === undefined
      ? []
      : [
          () => agent.ask('conversation:claim', { ...by, conversationId }),
          () => agent.ask('conversation:release', { ...by, conversationId }),
          () => agent.ask('conversation:return', { ...by, conversationId, outcome: 'solved' as const }),
          () => agent.ask('message:send', { ...by, conversationId, text: '好的', seenSeq: null }),
          () => agent.ask('conversation:close', { ...by, conversationId, disposition }),
          () => agent.ask('conversation:claim', { ...by, conversationId }),
        ]),
  ];
  const deed = deeds[random(deeds.length)] ?? expect.fail('no deed');
  await Promise.resolve(deed()).catch(() => undefined);
}

async function disturbRedis(random: (below: number) => number, isOver: () => boolean): Promise<void> {
  const { redis } = cluster;
  while (!isOver()) {
    await pause(200 + random(800));
    const what = random(4);
    if (what === 0) {
      await redis.kill();
      await pause(random(1500));
      await redis.start();
    }
    if (what === 1) {
      redis.freeze();
      await pause(random(4500));
      redis.thaw();
    }
    if (what === 2) await redis.command('CLIENT', 'KILL', 'TYPE', 'pubsub');
    if (what === 3) await redis.command('FLUSHALL');
  }
}

describe('D4 D16 views of several nodes', () => {
  it.each([1, 2])(
    'are in the end what a fresh read says, whatever Redis did meanwhile (seed %i)',
    { timeout: 180_000 },
    async (seed) => {
      const random = createRandom(seed);
      const consoles = await Promise.all(
        (['lin', 'chen', 'wang', 'admin', 'lin', 'chen'] as const).map((login, index) =>
          cluster.agent(index % 2, login),
        ),
      );
      const first = await Promise.all(consoles.map((one) => one.ask('workspace:sync', { cursor: null })));
      const customers = await Promise.all(
        Array.from({ length: 8 }, (_, index) => cluster.customer(index % 2)),
      );
      const floor: Floor = { consoles, customers, random };
      let isOver = false;
      const trouble = disturbRedis(createRandom(seed + 100), () => isOver);
      const until = Date.now() + 9000;
      while (Date.now() < until)
        await Promise.all([doSomething(floor), doSomething(floor), doSomething(floor)]);
      isOver = true;
      await trouble;
      await cluster.nodes[0]?.idle();
      await cluster.linked();
      for (const [index, one] of consoles.entries()) {
        await vi.waitFor(
          async () => expect(viewOf(one, first[index]?.conversations ?? [])).toEqual(await freshViewOf(one)),
          { timeout: 60_000, interval: 200 },
        );
      }
      expect(consoles.flatMap((one) => one.heard('workspace:changed')).length).toBeGreaterThan(50);
      for (const one of [...consoles, ...customers]) one.close();
    },
  );
});
