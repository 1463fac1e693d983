import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { type CustomerClient, clientId } from '../support/clients.ts';
import { SOON } from '../support/soon.ts';

/** Rule D9, cases F7 and F8: peers that stop reading, or vanish without a word. */

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());

type Pausable = { pause(): void; resume(): void };

/** The websocket below the client, which can stop reading. */
function websocketOf(client: CustomerClient): Pausable {
  return (client.socket.io.engine as unknown as { transport: { ws: Pausable } }).transport.ws;
}

async function figure(name: string): Promise<number> {
  const text = await (await fetch(`${backend.url}/metrics`)).text();
  return Number(
    text
      .split('\n')
      .find((line) => line.startsWith(name))
      ?.split(' ')[1] ?? 0,
  );
}

describe('D9 F7 a client that does not read', () => {
  it('is cut at a bounded buffer, slows nobody, and misses nothing when it comes back', async () => {
    const slow = await backend.customer();
    const other = await backend.customer();
    const session = await backend.services.customers.readSession(slow.token);
    const { identityId, channelId } = session ?? expect.fail('no session');
    // With a person awaited the bot is silent: what is tried here is the line, not the bot.
    await slow.ask('message:send', { clientId: clientId(), text: '你好' });
    await slow.ask('handoff:request', { clientId: clientId() });
    const line = websocketOf(slow);
    line.pause();

    // Many at once, so that it is full before the silence alone would cut it. More than the buffers of the system take: the rest piles up in the server.
    const big = '\u0001'.repeat(4000);
    const waits: number[] = [];
    for (let round = 0; round < 50; round += 1) {
      await Promise.all(
        Array.from({ length: 20 }, () =>
          backend.services.conversations.receiveMessage({ identityId, channelId, text: big }),
        ),
      );
      if ((await figure('baton_sockets{side="customer"}')) < 2) break;
      const startedAt = performance.now();
      await other.ask('session:read', {});
      waits.push(performance.now() - startedAt);
    }
    await vi.waitFor(
      async () =>
        expect(await figure('baton_sockets_cut_total{side="customer",reason="slow-reader"}')).toBe(1),
      SOON,
    );
    // The median: a single one may be the busy machine's.
    expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)]).toBeLessThan(2000);

    line.resume();
    const back = await backend.customer(slow.token);
    const { conversation } = await back.ask('session:read', {});
    const seqs: number[] = [];
    for (let hasMore = true; hasMore; ) {
      const page = await back.ask('entry:list', { after: seqs.at(-1) ?? 0, limit: 200 });
      seqs.push(...page.entries.map(({ seq }) => seq));
      hasMore = page.hasMore;
    }
    expect(seqs).toEqual(Array.from({ length: conversation?.seq ?? 0 }, (_, index) => index + 1));
    slow.close();
    other.close();
    back.close();
  }, 120_000);
});

describe('F8 a client that vanishes without a word', () => {
  it('is noticed within twenty seconds', async () => {
    const silent = await backend.customer();
    await vi.waitFor(async () => expect(await figure('baton_sockets{side="customer"}')).toBe(1), SOON);
    websocketOf(silent).pause();
    const startedAt = Date.now();
    await vi.waitFor(async () => expect(await figure('baton_sockets{side="customer"}')).toBe(0), {
      timeout: 25_000,
      interval: 250,
    });
    expect(Date.now() - startedAt).toBeLessThan(20_000);
    silent.close();
  }, 90_000);
});
