import type { Socket as NetSocket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '#shared/domain/entry';
import type { AgentActor } from '../../backend/runtime/actor.ts';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { type AgentClient, clientId } from '../support/clients.ts';
import { command } from './floor.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());

/** The network side of a client; paused, it reads nothing more and the server's answers pile up. */
function lineOf(client: AgentClient): NetSocket {
  const { transport } = client.socket.io.engine as unknown as { transport: { ws: { _socket: NetSocket } } };
  return transport.ws._socket;
}

const seqsOf = (entries: readonly Entry[]) => entries.map(({ seq }) => seq);

describe('a client that does not read', () => {
  it('D9 is cut at a bounded buffer, the others hear everything in order, and it has everything after coming back', async () => {
    const [slow, quick] = [await backend.agent('wang'), await backend.agent('admin')];
    const customer = await backend.customer();
    const { conversation } = await customer.ask('message:send', { clientId: clientId(), text: '你好' });
    const conversationId = conversation.id;
    for (const client of [slow, quick]) await client.ask('conversation:open', { conversationId });
    await backend.idle();
    const hasLeft = new Promise((resolve) => slow.socket.once('disconnect', resolve));
    lineOf(slow).pause();

    const lead = backend.seeded.agents['wang'] ?? expect.fail('no lead');
    const actor: AgentActor = { kind: 'agent', agentId: lead, role: 'lead', sessionId: crypto.randomUUID() };
    // More than the kernel takes for a reader that has stopped, and a megabyte more.
    const text = '长'.repeat(4_000);
    for (let round = 0; round < 200 && (await countCut(backend)) === 0; round += 1) {
      const notes = Array.from({ length: 16 }, () =>
        backend.services.conversations.addNote({ actor, conversationId, text, key: command(actor, text) }),
      );
      await Promise.all(notes);
    }
    expect(await countCut(backend)).toBe(1);
    lineOf(slow).resume();
    await hasLeft;

    const heard = quick.heard('entry:appended').flatMap(({ entries }) => entries);
    expect(heard.length).toBeGreaterThan(50);
    expect(seqsOf(heard)).toEqual(heard.map((_entry, index) => (heard[0]?.seq ?? 0) + index));

    const back = await backend.agent('wang');
    const last = slow.heard('entry:appended').at(-1)?.entries.at(-1)?.seq ?? 0;
    const missed: Entry[] = [];
    for (let hasMore = true; hasMore; ) {
      const page = await back.ask('entry:list', {
        conversationId,
        after: missed.at(-1)?.seq ?? last,
        limit: 200,
      });
      missed.push(...page.entries);
      hasMore = page.hasMore;
    }
    expect(missed.at(-1)?.seq).toBe(heard.at(-1)?.seq);
    expect(seqsOf(missed)).toEqual(missed.map((_entry, index) => last + 1 + index));
    for (const client of [slow, quick, back, customer]) client.close();
  });
});

/** How many sockets were cut because they did not read. */
async function countCut({ url }: TestBackend): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.includes('"slow-reader"'));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
