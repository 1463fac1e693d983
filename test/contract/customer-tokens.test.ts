import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from '../../backend/runtime/clock.ts';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { clientId, connectionRefusal, openSession } from '../support/clients.ts';

/** Rule T12: a customer's token has its time; whoever comes back in it keeps session and history without noticing. */

const DAY_MS = 86_400_000;
const time = { ms: Date.now() };
const clock: Clock = { now: () => new Date(time.ms) };
let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend({ clock });
});
afterAll(() => backend.stop());

/** What a client with this token is told at its coming. */
async function come(token: string) {
  const client = await backend.customer(token);
  const session = await client.ask('session:read', {});
  const { conversations } = await client.ask('conversation:list', { limit: 20 });
  return { ...session, conversations, client };
}

async function refused(token: string): Promise<string> {
  return (await connectionRefusal(`${backend.url}/customer`, { protocol: 1, token })).code;
}

async function withHistory(): Promise<string> {
  const token = await openSession(backend.url);
  const { client } = await come(token);
  await client.ask('message:send', { clientId: clientId(), text: '你好' });
  client.close();
  return token;
}

describe('T12 a customer’s token', () => {
  it('T12 is exchanged after a day: the session and all that was said stay, and the old one is void once the new one was used', async () => {
    const token = await withHistory();
    const first = await come(token);
    expect(first.token).toBeNull();
    time.ms += DAY_MS + 1;
    const second = await come(token);
    const renewed = second.token ?? expect.fail('No new token');
    const third = await come(renewed);
    expect(third).toMatchObject({ customerId: first.customerId, token: null });
    expect(third.conversations.map(({ id }) => id)).toEqual(first.conversations.map(({ id }) => id));
    expect(await refused(token)).toBe('unauthenticated');
    // Who is connected with the old one is not thrown out for that.
    await second.client.ask('message:send', { clientId: clientId(), text: '还在' });
    for (const { client } of [first, second, third]) client.close();
  });

  it('T12 of an answer that was lost the old one goes on, and another new one is had a minute later', async () => {
    const token = await withHistory();
    time.ms += DAY_MS + 1;
    const lost = await come(token);
    expect(lost.token).not.toBeNull();
    const again = await come(token);
    expect(again.token).toBeNull();
    time.ms += 61_000;
    const late = await come(token);
    const renewed = late.token ?? expect.fail('No new token');
    const last = await come(renewed);
    expect(last.customerId).toBe(lost.customerId);
    expect(await refused(lost.token ?? '')).toBe('unauthenticated');
    for (const { client } of [lost, again, late, last]) client.close();
  });

  it('T12 of many who come at once each is let in as who they are, and nobody with a token that opens nothing', async () => {
    const tokens = await Promise.all(Array.from({ length: 12 }, () => openSession(backend.url)));
    const alone: string[] = [];
    for (const token of tokens) {
      const { client, customerId } = await come(token);
      alone.push(customerId);
      client.close();
    }
    const strange = tokens.map((token) => [...token].reverse().join(''));
    const [together, codes] = await Promise.all([
      Promise.all(tokens.map(come)),
      Promise.all(strange.map(refused)),
    ]);
    expect(together.map(({ customerId }) => customerId)).toEqual(alone);
    expect(new Set(alone).size).toBe(tokens.length);
    expect(new Set(codes)).toEqual(new Set(['unauthenticated']));
    for (const { client } of together) client.close();
  });

  it('T12 of tabs that come at once one gets a new token, and all stay in', async () => {
    const token = await withHistory();
    time.ms += DAY_MS + 1;
    const tabs = await Promise.all(Array.from({ length: 6 }, () => come(token)));
    const renewed = tabs.flatMap((tab) => tab.token ?? []);
    expect(renewed).toHaveLength(1);
    const back = await come(renewed[0] ?? '');
    expect(back.customerId).toBe(tabs[0]?.customerId);
    for (const { client } of [...tabs, back]) client.close();
  });

  it('T12 opens nothing ninety days after it was given out, used or not', async () => {
    const token = await withHistory();
    const another = await withHistory();
    time.ms += 89 * DAY_MS;
    const inTime = await come(token);
    expect(inTime.token).not.toBeNull();
    time.ms += DAY_MS + 1;
    expect(await refused(token)).toBe('unauthenticated');
    expect(await refused(another)).toBe('unauthenticated');
    const kept = await come(inTime.token ?? '');
    expect(kept.customerId).toBe(inTime.customerId);
    for (const { client } of [inTime, kept]) client.close();
  });

  it('T12 over HTTP it is the same', async () => {
    const token = await withHistory();
    const read = async (bearer: string) => {
      const answer = await fetch(`${backend.url}/api/customer/session/read`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
        body: '{}',
      });
      return (await answer.json()) as { ok: boolean; data?: { token: string | null } };
    };
    time.ms += DAY_MS + 1;
    const renewed = (await read(token)).data?.token ?? expect.fail('No new token');
    expect(await read(renewed)).toMatchObject({ ok: true, data: { token: null } });
    expect((await read(token)).ok).toBe(false);
  });
});
