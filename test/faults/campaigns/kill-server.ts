import type { ConversationId } from '#shared/domain/ids';
import { clientId, connectAgent, connectCustomer, openSession, signIn } from '../../support/clients.ts';
import { createRandom } from '../random.ts';
import type { Campaign, CampaignReport, Say } from './campaign.ts';
import { deal } from './kills/deal.ts';
import { type KilledServer, type KillTarget, startKilledServer, targets } from './kills/killed-server.ts';
import { compareWithStored } from './kills/stored.ts';
import { startWriter, type Writer } from './kills/writer.ts';

type Options = { kills: number; clients: number; seed: number };

/** How long writing may go on without a single acknowledgement before the server counts as not having come back. */
const STALLED_MS = 60_000;
const READY_GOAL_MS = 3000;
/** Between two kills so much is acknowledged. */
const WRITTEN = { from: 3, to: 60 };

/** Cases F1, F9: what was acknowledged outlives every `kill -9` of the backend, of its database, and of both. */
export const killServer: Campaign<Options> = {
  name: 'kill-server',
  summary:
    'kill -9 of the backend, of PostgreSQL, of one of its sessions, of both, while customers and an agent write',
  defaults: { kills: 20, clients: 8, seed: 1 },
  async run(options, say) {
    const server = await startKilledServer();
    const writers: Writer[] = [];
    try {
      writers.push(...(await startWriters(server, options.clients)));
      return await kill(server, { ...options, writers, say });
    } finally {
      for (const writer of writers) writer.close();
      await server.stop();
      server.remove();
    }
  },
};

type Killing = Options & { writers: readonly Writer[]; say: Say };

async function kill(server: KilledServer, { kills, seed, writers, say }: Killing): Promise<CampaignReport> {
  const random = createRandom(seed);
  const deck = deal(random.fork('deck'), kinds);
  const times = new Map<KillTarget, number[]>(targets.map((target) => [target, []]));
  for (let count = 1; count <= kills; count += 1) {
    const target = deck.next().value;
    await untilWritten(writers, random.int(WRITTEN.from, WRITTEN.to));
    const ms = await server.kill(target, random.fork(count));
    times.get(target)?.push(ms);
    say(
      `${count}/${kills} ${target}: ready after ${Math.round(ms)} ms, ${acknowledged(writers)} acknowledged`,
    );
  }
  await untilWritten(writers, 1);
  await Promise.all(writers.map((writer) => writer.finish()));
  const databaseUrl = server.databaseUrl();
  if (databaseUrl === null) throw new Error('The database does not run');
  const { violations, entries, checksums } = await compareWithStored(databaseUrl, writers);
  const refusals = sumRefusals(writers);
  for (const [code, count] of refusals) {
    if (code !== 'overloaded' && code !== 'rate-limited')
      violations.push(`${count} times refused with ${code}`);
  }
  const stopped = await server.stop();
  if (stopped.code !== 0) violations.push(`Stopping ended with ${stopped.code}`);
  if (stopped.said.includes('A step of stopping failed')) violations.push('A step of stopping failed');
  return {
    figures: {
      kills,
      acknowledged: acknowledged(writers),
      entries,
      'data checksums': checksums,
      ...figuresOf(times),
      ...Object.fromEntries([...refusals].map(([code, count]) => [`refused ${code}`, count])),
      'stop ms': Math.round(stopped.ms),
    },
    violations,
  };
}

/** Sessions of the database are the smallest loss and the rarest case. */
const kinds: readonly KillTarget[] = [
  'backend',
  'backend',
  'database',
  'database',
  'both',
  'both',
  'session',
];

async function startWriters(server: KilledServer, clients: number): Promise<Writer[]> {
  const tokens = await Promise.all(Array.from({ length: clients }, () => openSession(server.url)));
  const [first = ''] = tokens;
  const agent = await startAgent(server, await conversationOf(server.url, first));
  const customers = tokens.map((token, index) =>
    startWriter({
      name: `customer ${index + 1}`,
      side: 'customer',
      url: server.url,
      token,
      command: (text, id) => ({ name: 'message:send', input: { clientId: id, text } }),
    }),
  );
  return [agent, ...customers];
}

/** The first customer's conversation, in which a person is awaited. */
async function conversationOf(url: string, token: string): Promise<ConversationId> {
  const customer = await connectCustomer(url, token);
  const { conversation } = await customer.ask('message:send', { clientId: clientId(), text: '你好' });
  await customer.ask('handoff:request', { clientId: clientId() });
  customer.close();
  return conversation.id;
}

/** An agent who has that conversation, takes it again where it was lost, and writes in it. */
async function startAgent({ url, admin }: KilledServer, conversationId: ConversationId): Promise<Writer> {
  const token = await signIn(url, admin.login, admin.password);
  const console = await connectAgent(url, token);
  await console.ask('conversation:claim', { clientId: clientId(), conversationId });
  console.close();
  return startWriter({
    name: 'agent',
    side: 'agent',
    url,
    token,
    command: (text, id) => ({
      name: 'message:send',
      input: { clientId: id, conversationId, text, seenSeq: null, channelId: null },
    }),
  });
}

function untilWritten(writers: readonly Writer[], more: number): Promise<void> {
  const goal = acknowledged(writers) + more;
  const deadline = performance.now() + STALLED_MS;
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      if (acknowledged(writers) >= goal) resolve();
      else if (performance.now() > deadline) reject(new Error('Nothing is acknowledged any more'));
      else return;
      clearInterval(timer);
    }, 2);
  });
}

function acknowledged(writers: readonly Writer[]): number {
  return writers.reduce((sum, { said }) => sum + said.length - (said.at(-1)?.entry === null ? 1 : 0), 0);
}

function sumRefusals(writers: readonly Writer[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const { refusals } of writers) {
    for (const [code, count] of refusals) sum.set(code, (sum.get(code) ?? 0) + count);
  }
  return sum;
}

function figuresOf(times: ReadonlyMap<KillTarget, number[]>): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [target, all] of times) {
    if (all.length === 0) continue;
    const sorted = all.toSorted((a, b) => a - b);
    figures[`${target} kills`] = all.length;
    figures[`${target} ready ms p50`] = Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
    figures[`${target} ready ms max`] = Math.round(sorted.at(-1) ?? 0);
    figures[`${target} over ${READY_GOAL_MS} ms`] = all.filter((ms) => ms > READY_GOAL_MS).length;
  }
  return figures;
}
