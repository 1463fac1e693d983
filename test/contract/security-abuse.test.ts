import { connect as connectTcp, type Socket as TcpSocket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { networkOf } from '../../backend/http/client-network.ts';
import { PASSWORD, startBackend, type TestBackend } from '../support/backend.ts';
import { clientId, connectionRefusal, openSession } from '../support/clients.ts';
import { sendRaw } from '../support/raw-http.ts';

/** Cases A5 and W6: what one person, one session or one address can do to everybody else. */

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());

const UPGRADE =
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: baton\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n';

/** Opens a websocket by hand and, masked as clients must, sends these short texts on it. */
function openByHand(...texts: string[]): TcpSocket {
  const { hostname, port } = new URL(backend.url);
  const socket = connectTcp(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(UPGRADE);
  socket.once('data', () => {
    for (const text of texts) {
      const payload = Buffer.from(text);
      const length =
        payload.length < 126 ? [0x80 | payload.length] : [0xfe, payload.length >> 8, payload.length & 255];
      socket.write(Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), payload]));
    }
  });
  return socket.resume();
}

describe('A5 guessing from one address', () => {
  const signIn = async (login: string, password: string): Promise<number> =>
    (
      await sendRaw(backend.url, {
        method: 'POST',
        path: '/api/agent/session',
        body: { login, password, client: 'web' },
      })
    ).status;

  it('A5 is not made free again by signing in to an account of one’s own in between', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 40; tries += 1) {
      if (tries % 10 === 9) await signIn('lin', PASSWORD);
      statuses.push(await signIn(`sprayed-${tries}`, 'guess'));
    }
    expect(statuses).toContain(429);
  });

  it('A5 counts a whole IPv6 network as one address: who has one has them all', () => {
    expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2:ffff:1:2:3'));
    expect(networkOf('2001:db8::1')).toBe(networkOf('2001:db8:0:0:9::'));
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  });
});

describe('W6 one session', () => {
  it('W6 has one allowance, however many sockets it opens', async () => {
    const token = await openSession(backend.url);
    const tabs = await Promise.all(Array.from({ length: 8 }, () => backend.customer(token)));
    const answers = await Promise.all(
      tabs.flatMap(({ socket }) =>
        Array.from({ length: 40 }, () => socket.timeout(15_000).emitWithAck('session:read', {})),
      ),
    );
    const served = answers.filter(({ ok }) => ok).length;
    expect(served).toBeGreaterThanOrEqual(60);
    expect(served).toBeLessThan(160);
    for (const tab of tabs) tab.close();
  });

  it('D8 a flood from many sessions makes nobody else wait for its end, and no fault of ours', async () => {
    const flooders = await Promise.all(Array.from({ length: 24 }, () => backend.customer()));
    const other = await backend.customer();
    const text = '退款'.repeat(400);
    const asked = flooders.flatMap(({ socket }) =>
      Array.from(
        { length: 50 },
        (): Promise<{ ok: boolean; error?: { code: string } }> =>
          socket.timeout(60_000).emitWithAck('message:send', { clientId: clientId(), text }),
      ),
    );
    let done = 0;
    for (const one of asked) void one.then(({ ok }) => (done += Number(ok)));
    // From the first answer on all of it waits in the server, not on the way to it.
    await Promise.race(asked);
    await other.ask('message:send', { clientId: clientId(), text: '你好' });
    expect(done).toBeLessThan(asked.length / 2);
    const answers = await Promise.all(asked);
    expect(new Set(answers.flatMap(({ error }) => error?.code ?? []))).not.toContain('internal');
    for (const one of [...flooders, other]) one.close();
  });

  it('W6 keeps no more sockets than a person has tabs', async () => {
    const token = await openSession(backend.url);
    const auth = { protocol: 1, token };
    const opened = await Promise.allSettled(Array.from({ length: 60 }, () => backend.customer(token)));
    const tabs = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(tabs.filter(({ socket }) => socket.connected).length).toBeLessThanOrEqual(30);
    expect(await connectionRefusal(`${backend.url}/customer`, auth)).toMatchObject({ code: 'rate-limited' });
    for (const tab of tabs) tab.close();
  });
});

describe('W6 the silent', () => {
  it('W6 fifteen hundred sockets that say nothing keep nobody out', async () => {
    const idle = Array.from({ length: 1500 }, () => openByHand());
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const customer = await backend.customer();
    expect((await customer.ask('session:read', {})).conversation).toBeNull();
    customer.close();
    for (const socket of idle) socket.destroy();
  });

  it('W6 who leaves the conversation but not the line is cut', async () => {
    const token = await openSession(backend.url);
    const socket = openByHand(`40/customer,${JSON.stringify({ protocol: 1, token })}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const closed = new Promise((resolve) => socket.once('close', () => resolve('cut')));
    socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | 12, 0, 0, 0, 0]), Buffer.from('41/customer,')]));
    expect(await closed).toBe('cut');
  });
});

describe('T3 addresses that are none', () => {
  it.each(['/pictures/%ff.svg', '/%', '/api/customer/%c3%28/x'])(
    '%s is refused like everything else',
    async (path) => {
      const answer = await sendRaw(backend.url, { method: 'GET', path });
      expect(answer).toMatchObject({ status: 400, error: { code: 'invalid-input' } });
      expect(answer.text).not.toContain('FST_');
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    },
  );

  it('T3 a picture named with a NUL is no picture', async () => {
    expect((await sendRaw(backend.url, { method: 'GET', path: '/pictures/a%00b.svg' })).status).toBe(404);
  });

  it('T3 a message to nobody’s channel says no more than that there is none', async () => {
    const path = `/channels/webhook/${clientId()}`;
    expect(await sendRaw(backend.url, { method: 'POST', path, body: {} })).toMatchObject({ status: 404 });
  });
});
