import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ConversationId } from '#shared/domain/ids';
import { startBackend } from '../support/backend.ts';
import { type AgentClient, type CustomerClient, clientId } from '../support/clients.ts';
import { linkOf, startCluster, type TestCluster } from '../support/cluster.ts';
import { SOON } from '../support/soon.ts';

/** Case F9: Redis is gone, empty, hanging, back. What is between nodes are hints: nothing is lost, and nobody stays behind. */

let cluster: TestCluster;
afterEach(() => cluster.stop());

type Scene = {
  customer: CustomerClient;
  lin: AgentClient;
  chen: AgentClient;
  conversationId: ConversationId;
};

/** A customer on one node whom an agent of the other serves; a colleague who only sees the queue. */
async function openScene(): Promise<Scene> {
  cluster = await startCluster();
  await cluster.linked();
  const [lin, chen] = await Promise.all([cluster.agent(1, 'lin'), cluster.agent(1, 'chen')]);
  const customer = await cluster.customer(0);
  await customer.ask('message:send', { clientId: clientId(), text: '你好' });
  const { conversation } = await customer.ask('handoff:request', { clientId: clientId() });
  await lin.ask('conversation:claim', { clientId: clientId(), conversationId: conversation.id });
  await lin.ask('conversation:open', { conversationId: conversation.id });
  return { customer, lin, chen, conversationId: conversation.id };
}

async function closeScene({ customer, lin, chen }: Scene): Promise<void> {
  for (const client of [customer, lin, chen]) client.close();
}

async function degraded(): Promise<void> {
  for (const { url } of cluster.nodes) {
    await vi.waitFor(async () => expect(await linkOf(url)).toBe('degraded'), SOON);
  }
}

/** Both say something; the other hears of it, by event or by finding a gap, as clients do. */
async function talk(scene: Scene, words: string): Promise<void> {
  const { customer, lin, conversationId } = scene;
  await customer.ask('message:send', { clientId: clientId(), text: `问 ${words}` });
  await lin.ask('message:send', { clientId: clientId(), conversationId, text: `答 ${words}`, seenSeq: null });
  await vi.waitFor(async () => expect(await knownTo(lin, conversationId)).toContain(`问 ${words}`), SOON);
  await vi.waitFor(
    () => expect(JSON.stringify(customer.heard('entry:appended'))).toContain(`答 ${words}`),
    SOON,
  );
}

/** What an agent’s console knows: what it heard, and what it asks for when it hears of something later. */
async function knownTo(lin: AgentClient, conversationId: ConversationId): Promise<string> {
  const heard = lin.heard('entry:appended').flatMap((event) => event.entries);
  const known = heard.filter((entry) => entry.conversationId === conversationId);
  const last = known.at(-1)?.seq ?? 0;
  const { entries } = await lin.ask('entry:list', { conversationId, after: 0, limit: 200 });
  return JSON.stringify(entries.filter(({ seq }) => seq <= last));
}

describe('D16 F9 Redis', { timeout: 180_000 }, () => {
  it('D4 killed: within moments the nodes look into the database; back, they hear one another again by themselves', async () => {
    const scene = await openScene();
    await talk(scene, '之前');
    await cluster.redis.kill();
    await degraded();
    await talk(scene, '没有 Redis');

    const other = await cluster.customer(0);
    await other.ask('message:send', { clientId: clientId(), text: '还有我' });
    const { conversation } = await other.ask('handoff:request', { clientId: clientId() });
    const rowsOf = (client: AgentClient) =>
      client.heard('workspace:changed').flatMap((event) => event.conversations);
    await vi.waitFor(
      () => expect(rowsOf(scene.chen).find(({ id }) => id === conversation.id)?.state).toBe('waiting'),
      SOON,
    );
    const admin = await cluster.agent(0, 'admin');
    await admin.ask('conversation:claim', { clientId: clientId(), conversationId: conversation.id });
    const removed = () => scene.chen.heard('workspace:changed').flatMap((event) => event.removed);
    await vi.waitFor(() => expect(removed().map(({ id }) => id)).toContain(conversation.id), SOON);

    await cluster.redis.start();
    await cluster.linked();
    await talk(scene, '之后');
    admin.close();
    other.close();
    await closeScene(scene);
  });

  it('consoles are told that what happens on other nodes comes late, also those that come meanwhile, and when it no longer does', async () => {
    cluster = await startCluster();
    await cluster.linked();
    const wang = await cluster.agent(0, 'wang');
    const told = (client: AgentClient) => client.heard('nodes:changed').map(({ isLate }) => isLate);
    await cluster.redis.kill();
    await vi.waitFor(() => expect(told(wang)).toEqual([true]), SOON);
    const chen = await cluster.agent(0, 'chen');
    await vi.waitFor(() => expect(told(chen)).toEqual([true]), SOON);
    await cluster.redis.start();
    await vi.waitFor(
      () =>
        expect([told(wang), told(chen)]).toEqual([
          [true, false],
          [true, false],
        ]),
      SOON,
    );
    const lin = await cluster.agent(0, 'lin');
    await lin.ask('session:read', {});
    expect(told(lin)).toEqual([]);
    for (const client of [wang, chen, lin]) client.close();
  });

  it('D4 hanging: it is noticed though every connection stands, and what was held back comes late to nobody’s harm', async () => {
    const scene = await openScene();
    cluster.redis.freeze();
    const { customer, lin, conversationId } = scene;
    await customer.ask('message:send', { clientId: clientId(), text: '在它挂起的时候' });
    await degraded();
    await vi.waitFor(
      async () => expect(await knownTo(lin, conversationId)).toContain('在它挂起的时候'),
      SOON,
    );
    const newcomer = await cluster.customer(1);
    await newcomer.ask('message:send', { clientId: clientId(), text: '新来的也不用等' });
    cluster.redis.thaw();
    await cluster.linked();
    await talk(scene, '恢复');
    newcomer.close();
    await closeScene(scene);
  });

  it('flushed: nothing depends on what it keeps', async () => {
    const scene = await openScene();
    await cluster.redis.command('FLUSHALL');
    await talk(scene, '清空之后');
    for (const { url } of cluster.nodes) expect(await linkOf(url)).toBe('linked');
    await closeScene(scene);
  });

  it('all connections cut, again and again: the link comes back each time', async () => {
    const scene = await openScene();
    for (let round = 0; round < 3; round += 1) {
      await cluster.redis.command('CLIENT', 'KILL', 'TYPE', 'pubsub');
      await cluster.redis.command('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
      await talk(scene, `第 ${round} 次`);
      await pause(50);
    }
    await cluster.linked();
    for (const { url } of cluster.nodes) expect(await linkOf(url)).toBe('linked');
    await closeScene(scene);
  });

  it('gone while a node starts: the node serves all the same, and hears the others later', async () => {
    cluster = await startCluster();
    await cluster.redis.kill();
    const late = await startBackend({
      databaseUrl: cluster.databaseUrl,
      environment: { REDIS_URL: cluster.redis.url },
    });
    expect(await linkOf(late.url)).toBe('degraded');
    const customer = await late.customer();
    await customer.ask('message:send', { clientId: clientId(), text: '你好' });
    await cluster.redis.start();
    await vi.waitFor(async () => expect(await linkOf(late.url)).toBe('linked'), SOON);
    customer.close();
    await late.stop();
  });

  it('A3 a session that ended while nobody could be told is void on the other node all the same', async () => {
    const scene = await openScene();
    await cluster.redis.kill();
    await degraded();
    const there = await cluster.customer(1, scene.customer.token);
    const cut = new Promise((resolve) => there.socket.once('disconnect', resolve));
    await scene.customer.ask('session:end', { clientId: clientId() });
    await cut;
    expect(there.heard('session:ended')).toEqual([{}]);
    await closeScene(scene);
  });
});
