import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ChannelId, ConversationId } from '#shared/domain/ids';
import { startEmbeddedServer } from '../../backend/storage/embedded/index.ts';
import { PASSWORD, startBackend } from '../support/backend.ts';
import { type BatonProcess, makeDataFolder, startBaton } from '../support/baton-process.ts';
import {
  type CustomerClient,
  clientId,
  connectAgent,
  connectCustomer,
  openSession,
  signIn,
} from '../support/clients.ts';
import { startWebhookPartner } from '../support/webhook-partner.ts';

/** Case F1: what a killed Baton had begun and not ended is begun anew by the next one at once, and has its effect once. */

/** From the moment at which it is ready: it takes three seconds at most, and a busy machine its time. Who waits until the queue looks needs twenty. */
const SOON_MS = 12_000;
/** Where others may be at work: ten seconds without a word from the worker, ten until somebody looks, the job's own pauses, and a busy machine. */
const LATER_MS = 30_000;

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function startOn(folder: string, environment: Record<string, string> = {}): Promise<BatonProcess> {
  const baton = await startBaton(folder, environment);
  open.push(async () => {
    if (baton.child.exitCode === null && baton.child.signalCode === null) await baton.end('SIGTERM');
  });
  return baton;
}

function dataFolder(): string {
  const folder = makeDataFolder();
  open.push(folder.remove);
  return folder.path;
}

/** A session in the database of a running Baton. */
async function sessionIn(folder: string): Promise<Client> {
  const port = readFileSync(join(folder, 'database/postmaster.pid'), 'utf8').split('\n')[3];
  const password = readFileSync(join(folder, 'database-password'), 'utf8').trim();
  return await sessionOn(`postgresql://baton:${password}@127.0.0.1:${port}/baton`);
}

async function sessionOn(connectionString: string): Promise<Client> {
  const session = new Client({ connectionString });
  session.on('error', () => undefined);
  await session.connect();
  open.push(() => session.end().catch(() => undefined));
  return session;
}

function expectWithin(ms: number, since: number): void {
  const took = Math.round(performance.now() - since);
  process.stdout.write(`Begun anew and done after ${took} ms\n`);
  expect(took).toBeLessThan(ms);
}

async function jobsOf(session: Client, name: string): Promise<string[]> {
  const { rows } = await session.query<{ state: string }>(
    'select state::text from pgboss.job where name = $1 order by created_on',
    [name],
  );
  return rows.map(({ state }) => state);
}

describe('D18 F1 a Baton that is killed and started again on its own database', () => {
  it('answers within seconds what the bot was about to answer, once', async () => {
    const folder = dataFolder();
    const first = await startOn(folder);
    const token = await openSession(first.url);
    const customer = await connectCustomer(first.url, token);
    const session = await sessionIn(folder);
    // The bot can't note where it stands, so its turn is under way until the end.
    await session.query('begin; lock table bot_dialogues in access exclusive mode');
    const { entry } = await customer.ask('message:send', {
      clientId: clientId(),
      text: '你好，可以退货吗？',
    });
    const { conversationId } = entry;
    await vi.waitFor(async () => expect(await jobsOf(session, 'bot-turn')).toEqual(['active']), 20_000);
    await first.end('SIGKILL');
    customer.close();

    const second = await startOn(folder);
    const readyAt = performance.now();
    const again = await connectCustomer(second.url, token);
    open.push(again.close);
    const answers = () => botEntries(again, conversationId);
    await vi.waitFor(async () => expect(await answers()).not.toEqual([]), { timeout: 60_000, interval: 50 });
    expectWithin(SOON_MS, readyAt);
    const look = await sessionIn(folder);
    await vi.waitFor(async () => expect(await jobsOf(look, 'bot-turn')).toEqual(['completed']), 20_000);
    expect(new Set((await answers()).map(({ at }) => at)).size).toBe(1);
  }, 180_000);

  it('sends within seconds what it was sending, under the same key', async () => {
    const folder = dataFolder();
    const { partner, channel } = await withPartner(folder);
    const first = await startOn(folder);
    const event = { type: 'message', eventId: 'e-1', from: { id: 'u-1', name: '阿明' }, text: '转人工' };
    await partner.send({ ...channel, url: first.url }, event);
    const wang = await connectAgent(first.url, await signIn(first.url, 'wang', PASSWORD));
    const session = await sessionIn(folder);
    const { rows } = await session.query<{ id: string }>('select id from conversations');
    const conversationId = rows[0]?.id as ConversationId;
    await vi.waitFor(() => wang.ask('conversation:claim', { clientId: clientId(), conversationId }), 20_000);
    await vi.waitFor(() => expect(partner.received.at(-1)?.text).toContain('已加入'), 20_000);
    partner.answerNext('hang');
    const { entry } = await wang.ask('message:send', {
      ...{ clientId: clientId(), conversationId, seenSeq: null },
      text: '正要送达',
    });
    const tries = () => partner.attempts.filter(({ id }) => id === entry.id).map(({ key }) => key);
    await vi.waitFor(() => expect(tries()).toEqual([entry.id]), 20_000);
    await first.end('SIGKILL');

    await startOn(folder);
    const readyAt = performance.now();
    await vi.waitFor(() => expect(tries()).toEqual([entry.id, entry.id]), { timeout: 90_000, interval: 50 });
    expectWithin(SOON_MS, readyAt);
    expect(partner.received.filter(({ id }) => id === entry.id)).toHaveLength(1);
  }, 180_000);
});

describe('D18 F1 a node that is killed', () => {
  it('leaves what the bot was about to answer to another, which answers it once', async () => {
    const seeding = await startBackend();
    const { databaseUrl } = seeding;
    await seeding.stop();
    const environment = { DATABASE_URL: databaseUrl };
    const first = await startOn('/nonexistent', environment);
    const token = await openSession(first.url);
    const customer = await connectCustomer(first.url, token);
    const session = await sessionOn(databaseUrl);
    await session.query('begin; lock table bot_dialogues in access exclusive mode');
    const message = { clientId: clientId(), text: '你好，可以退货吗？' };
    const { conversationId } = (await customer.ask('message:send', message)).entry;
    await vi.waitFor(async () => expect(await jobsOf(session, 'bot-turn')).toEqual(['active']), 20_000);
    const second = await startOn('/nonexistent', environment);
    await first.end('SIGKILL');
    customer.close();
    const killedAt = performance.now();
    await session.query('commit');
    const again = await connectCustomer(second.url, token);
    open.push(again.close);
    const answers = () => botEntries(again, conversationId);
    await vi.waitFor(async () => expect(await answers()).not.toEqual([]), { timeout: 90_000, interval: 100 });
    expectWithin(LATER_MS, killedAt);
    await vi.waitFor(async () => expect(await jobsOf(session, 'bot-turn')).toEqual(['completed']), 20_000);
    expect(new Set((await answers()).map(({ at }) => at)).size).toBe(1);
  }, 180_000);
});

async function botEntries(customer: CustomerClient, conversationId: ConversationId) {
  const { entries } = await customer.ask('entry:list', { conversationId, after: 0, limit: 200 });
  return entries.filter(({ author }) => author.kind === 'bot');
}

/** Staff and a webhook in the folder's database. */
async function withPartner(folder: string) {
  let secret = '';
  let id = '' as ChannelId;
  const partner = await startWebhookPartner(() => secret);
  open.push(partner.close);
  const server = await startEmbeddedServer({ folder });
  const seeding = await startBackend({
    databaseUrl: server.url,
    isSeeding: true,
    async prepare({ channels }) {
      const name = { zh: '小程序', en: 'Mini program' };
      ({ id, secret } = await channels.addWebhook({ name, outboundUrl: partner.address }));
    },
  });
  await seeding.stop();
  await server.stop();
  return { partner, channel: { id, secret } };
}
