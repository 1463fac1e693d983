import { connect as connectTcp } from 'node:net';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../backend/storage/connection.ts';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { clientId, openSession, Refused } from '../support/clients.ts';
import { sendRaw } from '../support/raw-http.ts';

/** Case W6, rules D8 and D9: whoever misuses a socket loses it, and nobody else notices. */

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());

async function othersAreServed(): Promise<void> {
  const other = await backend.customer();
  expect((await other.ask('session:read', {})).conversation).toBeNull();
  other.close();
}

describe('W6 a socket that asks too much', () => {
  it('D8 is told when to come again, and cut when it does not listen', async () => {
    const greedy = await backend.customer();
    const cut = new Promise((resolve) => greedy.socket.once('disconnect', resolve));
    const refusals: unknown[] = [];
    for (let asked = 0; asked < 400; asked += 1) {
      greedy.socket.emit('session:read', {}, (result: { ok: boolean; error?: unknown }) => {
        if (!result.ok) refusals.push(result.error);
      });
    }
    await cut;
    expect(refusals[0]).toMatchObject({ code: 'rate-limited', retryAfterMs: expect.any(Number) });
    await othersAreServed();
  });
});

describe('W6 frames that are no protocol', () => {
  it.each([
    ['a malformed packet', '2{{{{'],
    ['a huge attachment count', '5999999-["message:send",{}]'],
    ['a reserved event', '2/customer,["disconnect",{}]'],
    ['an unknown packet type', '9'],
  ])('%s ends the connection alone', async (_how, packet) => {
    const token = await openSession(backend.url);
    const socket = io(`${backend.url}/customer`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: 1, token },
    });
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
    const cut = new Promise((resolve) => socket.once('disconnect', resolve));
    socket.io.engine.write(packet);
    await cut;
    await othersAreServed();
  });

  it('polling is not served', async () => {
    const answer = await sendRaw(backend.url, { method: 'GET', path: '/socket.io/?EIO=4&transport=polling' });
    expect(answer.status).toBe(400);
  });
});

describe('W6 half handshakes', () => {
  it('five hundred sockets that never say who they are neither stop others nor stay', async () => {
    const { hostname, port } = new URL(backend.url);
    const idle = Array.from({ length: 500 }, () => {
      const socket = connectTcp(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.write(
        `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${hostname}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
      );
      return new Promise<boolean>((resolve) => socket.once('close', () => resolve(true)).resume());
    });
    await othersAreServed();
    expect((await Promise.all(idle)).every(Boolean)).toBe(true);
    await othersAreServed();
  });
});

describe('stopping', () => {
  it('D8 tells every client when to come back, keeps what it acknowledged, and refuses the rest', async () => {
    const stopping = await startBackend();
    const customer = await stopping.customer();
    const agent = await stopping.agent('lin');
    const outcomes = Array.from({ length: 30 }, (_, index) =>
      customer.ask('message:send', { clientId: clientId(), text: `message ${index}` }).then(
        ({ entry }) => ({ id: entry.id }),
        (error: unknown) => ({ refused: error instanceof Refused ? error.error.code : String(error) }),
      ),
    );
    await outcomes[0];
    await stopping.stop();
    const settled = await Promise.all(outcomes);
    const kept = settled.flatMap((outcome) => ('id' in outcome ? [outcome.id] : []));
    expect(
      settled
        .flatMap((outcome) => ('refused' in outcome ? [outcome.refused] : []))
        .filter((code) => code !== 'overloaded'),
    ).toEqual([]);

    const database = connect({ url: stopping.databaseUrl, poolSize: 1 });
    const rows = await database.db.selectFrom('entries').select(['id', 'author']).execute();
    await database.close();
    const said = rows.filter(({ author }) => author.kind === 'customer').map(({ id }) => id);
    expect(said.toSorted()).toEqual(kept.toSorted());
    const told = [customer.heard('server:draining')[0], agent.heard('server:draining')[0]];
    for (const event of told) expect(event?.retryAfterMs).toBeGreaterThanOrEqual(1000);
    expect([customer.socket.connected, agent.socket.connected]).toEqual([false, false]);
    await expect(fetch(`${stopping.url}/healthz`)).rejects.toThrow();
  });
});
