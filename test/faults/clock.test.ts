import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connect } from '../../backend/storage/connection.ts';
import { PASSWORD, startBackend } from '../support/backend.ts';
import { startBaton } from '../support/baton-process.ts';
import { type AgentClient, clientId, connectAgent, connectCustomer, signIn } from '../support/clients.ts';
import { startRedis } from '../support/redis.ts';

/** Case F5: nodes whose clocks are an hour wrong. What comes after what is said by sequences, and when something is over by the database's clock. */

const HOUR_MS = 3_600_000;
const SOON = { timeout: 30_000, interval: 50 };
/** Longer than grace and lease that are set here, with time for a busy machine; far shorter than an hour. */
const LEASE = { BATON_OFFLINE_AFTER_SECONDS: '1', BATON_LEASE_SECONDS: '4' };

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

/** What a process loads first: from then on the day is later, or earlier, by so much. */
function clockShift(ms: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'baton-clock-'));
  open.push(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'shift.mjs');
  writeFileSync(
    file,
    `const { now } = Date;
Date.now = () => now() + ${ms};
globalThis.Date = new Proxy(Date, {
  construct: (target, given, self) => Reflect.construct(target, given.length === 0 ? [Date.now()] : given, self),
  apply: () => new Date().toString(),
});
`,
  );
  return `--import ${file}`;
}

/** Nodes on one database, each with a clock that is so much wrong. */
async function startNodes(...shifts: number[]) {
  const seeding = await startBackend();
  const { databaseUrl } = seeding;
  await seeding.stop();
  const redis = await startRedis();
  open.push(redis.stop);
  const database = connect({ url: databaseUrl, poolSize: 1 });
  open.push(database.close);
  const environment = { ...LEASE, DATABASE_URL: databaseUrl, REDIS_URL: redis.url };
  const urls: string[] = [];
  for (const shift of shifts) {
    const node = await startBaton('/nonexistent', { ...environment, NODE_OPTIONS: clockShift(shift) });
    open.push(() => node.end('SIGTERM'));
    urls.push(node.url);
  }
  return { urls: urls as [string, ...string[]], database };
}

async function agentOn(url: string, login: string): Promise<AgentClient> {
  const agent = await connectAgent(url, await signIn(url, login, PASSWORD));
  open.push(agent.close);
  return agent;
}

describe('F5 a clock that is an hour wrong', () => {
  it('D3 D10 of one node changes no order: both sides see what was said in the order in which it was said', async () => {
    const { urls } = await startNodes(HOUR_MS, -HOUR_MS);
    const [ahead, behind] = urls as [string, string];
    const customer = await connectCustomer(ahead);
    open.push(customer.close);
    const { conversationId } = (await customer.ask('message:send', { clientId: clientId(), text: '1' }))
      .entry;
    await customer.ask('handoff:request', { clientId: clientId() });
    const lin = await agentOn(behind, 'lin');
    await lin.ask('conversation:claim', { clientId: clientId(), conversationId });
    for (let word = 2; word <= 9; word += 1) {
      const message = { clientId: clientId(), text: String(word) };
      if (word % 2 === 0) await lin.ask('message:send', { ...message, conversationId, seenSeq: null });
      else await customer.ask('message:send', message);
    }
    const { entries } = await lin.ask('entry:list', { conversationId, after: 0, limit: 200 });
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_entry, index) => index + 1));
    const times = entries.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    const seen = await customer.ask('entry:list', { conversationId, after: 0, limit: 200 });
    const words = seen.entries.flatMap(({ content }) => (content.type === 'text' ? [content.text] : []));
    expect(words.filter((text) => /^\d$/.test(text))).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  }, 180_000);

  it.each([
    ['fast', HOUR_MS],
    ['slow', -HOUR_MS],
  ])(
    'H5 of the node that looks (%s) gives who vanished their lease, no more and no less',
    async (_which, shift) => {
      const { urls, database } = await startNodes(shift);
      const customer = await connectCustomer(urls[0]);
      open.push(customer.close);
      await customer.ask('message:send', { clientId: clientId(), text: '在吗' });
      const { conversation } = await customer.ask('handoff:request', { clientId: clientId() });
      const lin = await agentOn(urls[0], 'lin');
      await lin.ask('conversation:claim', { clientId: clientId(), conversationId: conversation.id });
      const rowOf = () =>
        database.db
          .selectFrom('conversations')
          .select(['state', 'owner_id'])
          .where('id', '=', conversation.id)
          .executeTakeFirstOrThrow();
      lin.close();
      const goneAt = performance.now();
      await vi.waitFor(async () => expect((await rowOf()).state).toBe('waiting'), SOON);
      expect(performance.now() - goneAt).toBeGreaterThan(4000);
    },
    180_000,
  );
});
