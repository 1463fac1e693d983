import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Entry } from '#shared/domain/entry';
import type { ConversationId } from '#shared/domain/ids';
import { PASSWORD } from '../support/backend.ts';
import type { BatonProcess } from '../support/baton-process.ts';
import {
  type AgentClient,
  clientId,
  connectAgent,
  connectCustomer,
  openSession,
  Refused,
  signIn,
} from '../support/clients.ts';
import { type ProcessCluster, startProcessCluster } from '../support/cluster.ts';

/** Nodes are exchanged one by one while people talk: rules D1, D2, D8 over a rolling restart. */

/** Processes take their time to start on a busy machine. */
const PATIENT_MS = 600_000;

let cluster: ProcessCluster;
beforeAll(async () => {
  cluster = await startProcessCluster({ environment: { BATON_TRUSTED_PROXIES: '1' } });
  await cluster.linked();
});
afterAll(() => cluster.stop());

/** What stands before the nodes: sends whoever comes to a node that runs. */
function livingNode(): BatonProcess {
  const living = cluster.nodes.filter(({ child }) => child.exitCode === null && child.signalCode === null);
  return living[Math.floor(Math.random() * living.length)] ?? expect.fail('No node is alive');
}

type Speaker = { said: string[]; retries: number; farewells: number[]; stop(): Promise<void> };

/** A customer who says one thing after the other, each until it is acknowledged, and comes back as clients do. */
async function startSpeaker(token: string, name: string): Promise<Speaker> {
  const speaker: Speaker = { said: [], retries: 0, farewells: [], stop };
  let isOver = false;
  const line = talk();
  async function stop(): Promise<void> {
    isOver = true;
    await line;
  }

  async function talk(): Promise<void> {
    let unsaid: { clientId: ReturnType<typeof clientId>; text: string } | null = null;
    while (!isOver || unsaid !== null) {
      const client = await connectCustomer(livingNode().url, token).catch(() => null);
      if (client === null) {
        await pause(100);
        continue;
      }
      try {
        while (client.socket.connected && (!isOver || unsaid !== null)) {
          unsaid ??= { clientId: clientId(), text: `${name}-${speaker.said.length}` };
          await client.ask('message:send', unsaid);
          speaker.said.push(unsaid.text);
          unsaid = null;
          await pause(60);
        }
      } catch (error) {
        speaker.retries += 1;
        if (error instanceof Refused) await pause(50);
      } finally {
        const [farewell] = client.heard('server:draining');
        if (farewell) {
          speaker.farewells.push(farewell.retryAfterMs);
          // Half of the time that the server named, so that the test is short.
          await pause(farewell.retryAfterMs / 2);
        }
        client.close();
      }
    }
  }
  return speaker;
}

/** Resolves when each of them has said so many more. */
async function untilSaid(speakers: readonly Speaker[], count: number): Promise<void> {
  const wanted = speakers.map(({ said }) => said.length + count);
  await vi.waitFor(
    () => {
      for (const [index, { said }] of speakers.entries())
        expect(said.length).toBeGreaterThanOrEqual(wanted[index] ?? 0);
    },
    { timeout: 120_000, interval: 20 },
  );
}

async function logOf(agent: AgentClient, conversationId: ConversationId): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let hasMore = true; hasMore; ) {
    const after = entries.at(-1)?.seq ?? 0;
    const page = await agent.ask('entry:list', { conversationId, after, limit: 200 });
    entries.push(...page.entries);
    hasMore = page.hasMore;
  }
  return entries;
}

function textOf({ body }: Entry): string | null {
  return body.type === 'message' && body.content.type === 'text' ? body.content.text : null;
}

describe('D16 a rolling restart', () => {
  it('D1 D2 D8 loses nothing and says nothing twice: clients are told to come back, spread out, and go on with the other node', {
    timeout: PATIENT_MS,
  }, async () => {
    const url = livingNode().url;
    const tokens = await Promise.all(Array.from({ length: 24 }, () => openSession(url)));
    const speakers = await Promise.all(tokens.map((token, index) => startSpeaker(token, `客${index}`)));
    for (let round = 0; round < 2; round += 1) {
      await untilSaid(speakers, 3);
      const leaving = cluster.nodes[round] ?? expect.fail('no node');
      expect(await leaving.end('SIGTERM')).toBe(0);
      expect(leaving.said()).not.toContain('A step of stopping failed');
      await pause(700);
      await cluster.startNode();
    }
    await untilSaid(speakers, 1);
    await Promise.all(speakers.map((speaker) => speaker.stop()));

    const wang = await connectAgent(livingNode().url, await signIn(livingNode().url, 'wang', PASSWORD));
    const { conversations } = await wang.ask('workspace:sync', { cursor: null });
    const stored = new Map<string, string[]>();
    for (const { id, customer } of conversations) {
      const entries = await logOf(wang, id);
      const own = entries.filter(({ author }) => author.kind === 'customer').map(textOf);
      stored.set(
        customer.id,
        own.filter((text) => text !== null),
      );
    }
    const byName = new Map([...stored.values()].map((texts) => [texts[0]?.split('-')[0], texts]));
    for (const [index, { said }] of speakers.entries()) {
      expect(said.length).toBeGreaterThan(5);
      expect(byName.get(`客${index}`)).toEqual(said);
    }
    const farewells = speakers.flatMap((speaker) => speaker.farewells);
    expect(farewells.length).toBeGreaterThanOrEqual(12);
    expect(Math.max(...farewells) - Math.min(...farewells)).toBeGreaterThan(500);
    wang.close();
  });
});
