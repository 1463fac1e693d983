import { sql } from 'kysely';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ProtocolError, Result } from '#shared/protocol/errors';
import { PROTOCOL_VERSION } from '#shared/protocol/version';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { clientId } from '../support/clients.ts';

/**
 * Cases F6, L1 and W6: more is asked than can be done. The database is held still meanwhile, so that it is certain what waits; what is beyond is refused
 * undone, with a typed error and the time to come again, and nothing that was accepted is lost or done twice.
 */

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend({ environment: { BATON_TRUSTED_PROXIES: '1' } });
});
afterAll(() => backend.stop());

/** Lets nobody else read or write a table until `release`. */
async function hold(table: string): Promise<{ release(): Promise<void> }> {
  const session = await backend.database.pool.connect();
  await session.query(`begin; lock table ${table} in access exclusive mode`);
  let isHeld = true;
  async function release(): Promise<void> {
    if (!isHeld) return;
    isHeld = false;
    await session.query('commit');
    session.release();
  }
  onTestFinished(release);
  return { release };
}

async function openTokens(count: number): Promise<string[]> {
  const channelId = await backend.services.channels.ownChannel('web');
  const open = async () => (await backend.services.customers.openSession({ channelId })).token;
  return await Promise.all(Array.from({ length: count }, open));
}

async function shedAt(door: string): Promise<number> {
  const figures = await (await fetch(`${backend.url}/metrics`)).text();
  const lines = figures.split('\n').filter((line) => line.startsWith(`baton_shed_total{door="${door}"`));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

type Sent = { socket: Socket; input: { clientId: string; text: string } };

async function send({ socket, input }: Sent): Promise<Result<unknown>> {
  return (await socket.timeout(30_000).emitWithAck('message:send', input)) as Result<unknown>;
}

/** Repeats each with the same client id until it is done, one after the other as clients do, but in more of a hurry. */
async function repeatAll(all: readonly Sent[]): Promise<void> {
  for (const sent of all) await repeat(sent);
}

async function repeat(sent: Sent): Promise<void> {
  for (;;) {
    const result = await send(sent);
    if (result.ok) return;
    expect(['overloaded', 'rate-limited']).toContain(result.error.code);
    await new Promise((resolve) => setTimeout(resolve, Math.min(300, result.error.retryAfterMs ?? 300)));
  }
}

describe('L1 more is said than can be kept', () => {
  const CUSTOMERS = 50;
  /** As many as a session may ask at once. */
  const EACH = 60;

  it('D8 is refused typed, undone, and comes through once by the same id', async () => {
    const customers = await Promise.all(
      (await openTokens(CUSTOMERS)).map((token) => backend.customer(token)),
    );
    const held = await hold('identities, customers, conversations');
    const sent: Sent[] = customers.flatMap(({ socket }) =>
      Array.from({ length: EACH }, (_, at) => ({
        socket,
        input: { clientId: clientId(), text: `第 ${at} 句` },
      })),
    );
    const answers = sent.map(send);
    const refusedAtOnce = await Promise.race(answers);
    expect(refusedAtOnce).toMatchObject({
      ok: false,
      error: { code: 'overloaded', retryAfterMs: expect.any(Number) },
    });
    await held.release();

    const results = await Promise.all(answers);
    const refused = results.flatMap((result) => (result.ok ? [] : [result.error]));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(sent.length);
    for (const error of refused)
      expect(error).toMatchObject({ code: 'overloaded', retryAfterMs: expect.any(Number) });
    expect(await shedAt('customer')).toBe(refused.length);

    const again = sent.filter((_one, at) => !results[at]?.ok);
    await Promise.all(customers.map(({ socket }) => repeatAll(again.filter((one) => one.socket === socket))));
    // What was done already gets its answer again, and has no second effect.
    await repeat(sent[0] as Sent);
    const { rows } = await sql<{ ids: number; distinct: number }>`select count(client_id)::int as ids,
      count(distinct client_id)::int as "distinct" from entries where author->>'kind' = 'customer'`.execute(
      backend.database.db,
    );
    expect(rows[0]).toEqual({ ids: sent.length, distinct: sent.length });
    for (const client of customers) client.close();
  });
});

describe('F6 all come at once', () => {
  const COMING = 1300;

  /** `cut`: the busy machine did not get its word out in the seconds that newcomers have for it. */
  type Outcome = 'in' | 'cut' | ProtocolError;

  function come(token: string): { socket: Socket; outcome: Promise<Outcome> } {
    const socket = io(`${backend.url}/customer`, {
      transports: ['websocket'],
      auth: { protocol: PROTOCOL_VERSION, token },
      forceNew: true,
      reconnection: false,
      timeout: 60_000,
    });
    const outcome = new Promise<Outcome>((resolve, reject) => {
      socket.once('connect', () => resolve('in'));
      // A refusal closes the line too, and is told in the same turn.
      socket.io.once('close', () => queueMicrotask(() => resolve('cut')));
      socket.once('connect_error', (error: Error & { data?: ProtocolError }) =>
        error.data ? resolve(error.data) : reject(error),
      );
    });
    return { socket, outcome };
  }

  it('D8 as many as may wait are let in, the others told when to come again; staff come in all the while', async () => {
    const tokens = await openTokens(COMING / 20);
    const held = await hold('customer_sessions');
    const coming = Array.from({ length: COMING }, (_, at) => come(tokens[at % tokens.length] ?? ''));
    const first = new Promise((resolve) => {
      for (const { outcome } of coming)
        void outcome.then((came) => typeof came === 'object' && resolve(came), resolve);
    });
    expect(await first).toMatchObject({ code: 'overloaded', retryAfterMs: expect.any(Number) });
    const agent = await backend.agent('chen');
    expect(await agent.ask('session:read', {})).toMatchObject({ me: { login: 'chen' } });
    await held.release();

    const outcomes = await Promise.all(coming.map(({ outcome }) => outcome));
    const isIn = outcomes.filter((outcome) => outcome === 'in');
    expect(isIn.length).toBeGreaterThan(0);
    const refused = outcomes.filter((outcome) => typeof outcome === 'object');
    for (const error of refused)
      expect(error).toMatchObject({ code: 'overloaded', retryAfterMs: expect.any(Number) });
    expect(await shedAt('connect')).toBe(refused.length);
    for (const { socket } of coming) socket.close();
    agent.close();
  });
});

describe('W6 sessions are opened by the thousand', () => {
  it('D8 beyond what may wait is 503 with Retry-After, and signing in goes on', async () => {
    const held = await hold('customers');
    const answers = Array.from({ length: 300 }, (_, at) =>
      fetch(`${backend.url}/api/customer/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.1.${at >> 8}.${at & 255}` },
        body: JSON.stringify({ channel: 'web' }),
      }),
    );
    const refused = await Promise.race(answers);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ ok: false, error: { code: 'overloaded' } });
    (await backend.agent('wang')).close();
    await held.release();

    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    expect(await shedAt('http')).toBe(statuses.filter((status) => status === 503).length);
  });
});
