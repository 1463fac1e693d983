import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CONSOLE_ORIGIN } from '#shared/desktop/origin';
import { PASSWORD, startBackend, type TestBackend } from '../support/backend.ts';
import { connectAgent, connectionRefusal, signIn } from '../support/clients.ts';
import { type RawAnswer, sendRaw } from '../support/raw-http.ts';

/** Cases A3 to A5: every way in is the same way, sessions end when they should, guessing is slow and tells nothing. */

const PATH = '/api/agent/session';
let backend: TestBackend;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  backend = await startBackend({
    environment: { BATON_PUBLIC_URL: 'https://baton.shop.example' },
  });
});
afterAll(async () => {
  await backend.stop();
  vi.useRealTimers();
});

function pass(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

function post(body: object, headers: Record<string, string> = {}): Promise<RawAnswer> {
  return sendRaw(backend.url, { method: 'POST', path: PATH, body, headers });
}

function cookieOf(answer: RawAnswer): string {
  const [cookie = ''] = [answer.headers['set-cookie']].flat();
  return cookie ?? '';
}

describe('A3 signing in', () => {
  it('gives the browser a cookie that no script can read, and no token', async () => {
    const answer = await post({ login: 'lin', password: PASSWORD, client: 'web' });
    expect(JSON.parse(answer.text)).toMatchObject({
      ok: true,
      data: { me: { login: 'lin', role: 'agent' }, token: null },
    });
    expect(cookieOf(answer)).toMatch(/^baton_session=[\w-]{43};/);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) {
      expect(cookieOf(answer)).toContain(attribute);
    }
  });

  it('gives the desktop app a token, and no cookie', async () => {
    const answer = await post(
      { login: 'lin', password: PASSWORD, client: 'desktop' },
      { origin: CONSOLE_ORIGIN },
    );
    expect(JSON.parse(answer.text).data.token).toMatch(/^[\w-]{43}$/);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['access-control-allow-origin']).toBe(CONSOLE_ORIGIN);
  });

  it('knows the login in any case of letters', async () => {
    expect((await post({ login: 'LIN', password: PASSWORD, client: 'web' })).status).toBe(200);
  });

  it('lets no page of another origin in', async () => {
    const answer = await post(
      { login: 'lin', password: PASSWORD, client: 'web' },
      { origin: 'https://evil.example' },
    );
    expect(answer.status).toBe(401);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('keeps tokens and passwords out of the database', async () => {
    const token = await signIn(backend.url, 'lin', PASSWORD);
    const dump = JSON.stringify([
      await backend.database.db.selectFrom('agent_sessions').selectAll().execute(),
      await backend.database.db.selectFrom('agents').selectAll().execute(),
    ]);
    expect(dump).not.toContain(token);
    expect(dump).not.toContain(PASSWORD);
    expect(dump).toContain('$argon2id$');
  });
});

describe('A3 the cookie on the socket', () => {
  const connect = (cookie: string, origin: string): Promise<string> => {
    const socket = io(`${backend.url}/agent`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: 1 },
      extraHeaders: { cookie, origin },
    });
    return new Promise((resolve) => {
      socket.on('connect', () => {
        socket.close();
        resolve('connected');
      });
      socket.on('connect_error', (error: Error & { data?: { code: string } }) => {
        socket.close();
        resolve(error.data?.code ?? error.message);
      });
    });
  };

  it('counts for our own origin alone', async () => {
    const [cookie = ''] = cookieOf(await post({ login: 'lin', password: PASSWORD, client: 'web' })).split(
      ';',
    );
    expect(await connect(cookie, 'https://baton.shop.example')).toBe('connected');
    expect(await connect(cookie, backend.url)).toBe('connected');
    expect(await connect(cookie, 'https://evil.example')).toBe('unauthenticated');
    expect(await connect('baton_session=wrong', backend.url)).toBe('unauthenticated');
  });
});

describe('A4 sessions end', () => {
  it('on signing out, at once, with their sockets', async () => {
    const token = await signIn(backend.url, 'lin', PASSWORD);
    const console = await connectAgent(backend.url, token);
    const cut = new Promise((resolve) => console.socket.once('disconnect', resolve));
    const answer = await sendRaw(backend.url, { method: 'DELETE', path: PATH, token });
    expect(answer.status).toBe(200);
    await cut;
    expect(console.heard('session:ended')).toEqual([{ reason: 'signed-out' }]);
    expect((await sendRaw(backend.url, { method: 'DELETE', path: PATH, token })).status).toBe(401);
    expect((await connectionRefusal(`${backend.url}/agent`, { protocol: 1, token })).code).toBe(
      'unauthenticated',
    );
  });

  it('on a change of the password, all of them', async () => {
    const token = await signIn(backend.url, 'wang', PASSWORD);
    const id = backend.seeded.agents['wang'] ?? expect.fail('no Wang');
    await backend.services.agents.changePassword(id, 'another password');
    expect(await backend.services.agents.readSession(token)).toBeNull();
    await backend.services.agents.changePassword(id, PASSWORD);
  });

  it('after their time, and after lying idle', async () => {
    const token = await signIn(backend.url, 'admin', PASSWORD);
    pass(7 * 3_600_000);
    expect(await backend.services.agents.readSession(token)).not.toBeNull();
    pass(4 * 3_600_000);
    expect(await backend.services.agents.readSession(token)).not.toBeNull();
    pass(2 * 3_600_000);
    expect(await backend.services.agents.readSession(token)).toBeNull();
    const idle = await signIn(backend.url, 'admin', PASSWORD);
    pass(9 * 3_600_000);
    expect(await backend.services.agents.readSession(idle)).toBeNull();
  });
});

describe('A5 guessing', () => {
  it('is slowed for the account after five failures, also for who then knows the password, and forgiven with time', async () => {
    for (let failures = 0; failures < 6; failures += 1) {
      expect((await post({ login: 'chen', password: 'guess', client: 'web' })).status).toBe(401);
    }
    const slowed = await post({ login: 'chen', password: PASSWORD, client: 'web' });
    expect(slowed).toMatchObject({ status: 429, error: { code: 'rate-limited' } });
    expect(slowed.error.retryAfterMs).toBeGreaterThan(0);
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
    pass(3000);
    expect((await post({ login: 'chen', password: PASSWORD, client: 'web' })).status).toBe(200);
  });

  it('is slowed for unknown accounts alike, so that the slowing tells nothing', async () => {
    const bodies = new Set<string>();
    for (let failures = 0; failures < 7; failures += 1) {
      const known = await post({ login: 'wang', password: 'guess', client: 'web' });
      const unknown = await post({ login: 'ghost', password: 'guess', client: 'web' });
      expect(unknown.status).toBe(known.status);
      bodies.add(JSON.stringify([known.error.code, known.error.message, known.error.field]));
      bodies.add(JSON.stringify([unknown.error.code, unknown.error.message, unknown.error.field]));
    }
    expect(bodies.size).toBe(2);
    pass(3_600_000);
  });

  it('takes as long for an unknown account as for a known one', async () => {
    const median = async (login: string): Promise<number> => {
      const times: number[] = [];
      for (let tries = 0; tries < 9; tries += 1) {
        pass(3_600_000);
        const startedAt = performance.now();
        await post({ login, password: 'guess', client: 'web' });
        times.push(performance.now() - startedAt);
      }
      return times.toSorted((a, b) => a - b)[4] ?? 0;
    };
    await median('warm-up');
    const [known, unknown] = [await median('lin'), await median('ghost')];
    // A lookup without a hash to check would be some twenty times faster; the bound leaves room for a busy machine.
    expect(unknown).toBeGreaterThan(known / 3);
    expect(known).toBeGreaterThan(unknown / 3);
  });

  it('T11 by strangers keeps nobody out who has signed in on this device before, and gives the device no free guesses', async () => {
    pass(3_600_000);
    const first = await post({ login: 'lin', password: PASSWORD, client: 'desktop' });
    const { device } = JSON.parse(first.text).data;
    const inBrowser = await post({ login: 'lin', password: PASSWORD, client: 'web' });
    const marks = [inBrowser.headers['set-cookie']].flat().join('; ');
    expect(marks).toMatch(
      /baton_device=[\w.-]+; .*Path=\/api\/agent\/session; HttpOnly; Secure; SameSite=Strict/,
    );
    const cookie = /baton_device=[^;]+/.exec(marks)?.[0] ?? '';
    for (let tries = 0; tries < 12; tries += 1)
      await post({ login: 'lin', password: 'guess', client: 'web' });
    const right = { login: 'lin', password: PASSWORD };
    expect((await post({ ...right, client: 'web' })).status).toBe(429);
    expect((await post({ ...right, client: 'web' }, { cookie })).status).toBe(200);
    expect((await post({ ...right, client: 'desktop', device })).status).toBe(200);
    const others = await post({ ...right, client: 'desktop', device: `${'a'.repeat(22)}.${'b'.repeat(43)}` });
    expect(others.status).toBe(429);
    // The mark of one account opens no other, and guesses on the device are counted as well.
    expect((await post({ login: 'chen', password: 'guess', client: 'desktop', device })).status).toBe(401);
    for (let tries = 0; tries < 6; tries += 1)
      await post({ login: 'lin', password: 'guess', client: 'desktop', device });
    expect((await post({ ...right, client: 'desktop', device })).status).toBe(429);
    pass(3_600_000);
  });

  it('T11 a mark is void with the next password', async () => {
    const { device } = JSON.parse(
      (await post({ login: 'lin', password: PASSWORD, client: 'desktop' })).text,
    ).data;
    const id = backend.seeded.agents['lin'] ?? expect.fail('no Lin');
    await backend.services.agents.changePassword(id, 'another password');
    for (let tries = 0; tries < 12; tries += 1)
      await post({ login: 'lin', password: 'guess', client: 'web' });
    const asked = { login: 'lin', password: 'another password', client: 'desktop', device };
    expect((await post(asked)).status).toBe(429);
    await backend.services.agents.changePassword(id, PASSWORD);
    pass(3_600_000);
  });

  it('is slowed for an address that tries many accounts', async () => {
    pass(3_600_000);
    let status = 401;
    for (let tries = 0; tries < 40 && status === 401; tries += 1) {
      status = (await post({ login: `sprayed-${tries}`, password: 'guess', client: 'web' })).status;
    }
    expect(status).toBe(429);
  });
});
