import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { clientId, connectAgent, connectCustomer, openSession, signIn } from '../../support/clients.ts';
import { createRandom } from '../random.ts';
import type { Campaign, CampaignReport, Say } from './campaign.ts';
import { type KilledServer, startKilledServer } from './kills/killed-server.ts';
import { startWriter, type Writer } from './kills/writer.ts';
import { type Generators, startGenerators } from './storm/generators.ts';
import { type Guest, populate } from './storm/populate.ts';

type Options = {
  clients: number;
  processes: number;
  agents: number;
  every: number;
  perSecond: number;
  seed: number;
};

const ALL_BACK_WITHIN_MS = 180_000;
const LEVEL_WITHIN_MS = 30_000;
const GOAL_MS = 15_000;

/** Case F6: every client loses the server in the same moment, comes back when it does, and has missed nothing. */
export const restartStorm: Campaign<Options> = {
  name: 'restart-storm',
  summary:
    'clients lose a server that is killed and started again; agents write all the while, some clients meanwhile',
  defaults: { clients: 500, processes: 2, agents: 4, every: 10, perSecond: 400, seed: 1 },
  async run(options, say) {
    const server = await startKilledServer();
    const generators = startGenerators(options.processes);
    const agents: Writer[] = [];
    try {
      const guests = await invite(server, options.clients);
      await generators.open(server.url, guests, options.perSecond);
      await untilAllLevel(generators, { count: guests.length, say, what: 'connected' });
      for (let count = 0; count < options.agents; count += 1)
        agents.push(await startAgent(server, guests, count));
      return await storm({ server, generators, guests, agents, options, say });
    } finally {
      generators.stop();
      for (const agent of agents) agent.close();
      await server.stop();
      server.remove();
    }
  },
};

/** The customers, all in conversation with the one agent. */
async function invite(server: KilledServer, count: number): Promise<Guest[]> {
  const { url, admin } = server;
  const customer = await connectCustomer(url, await openSession(url));
  const { conversation } = await customer.ask('message:send', { clientId: clientId(), text: '你好' });
  await customer.ask('handoff:request', { clientId: clientId() });
  customer.close();
  const agent = await connectAgent(url, await signIn(url, admin.login, admin.password));
  await agent.ask('conversation:claim', { clientId: clientId(), conversationId: conversation.id });
  agent.close();
  const databaseUrl = server.databaseUrl();
  if (databaseUrl === null) throw new Error('The database does not run');
  return await populate(databaseUrl, conversation.id, count);
}

/** Writes to one customer after another, beginning anywhere. */
async function startAgent(
  { url, admin }: KilledServer,
  guests: readonly Guest[],
  place: number,
): Promise<Writer> {
  const name = `agent ${place + 1}`;
  const first = Math.floor((guests.length * place) / 7);
  return startWriter({
    name,
    side: 'agent',
    url,
    token: await signIn(url, admin.login, admin.password),
    command(text, id) {
      const index = (first + Number(text.slice(name.length + 1)) * 13) % guests.length;
      const { conversationId } = guests[index] ?? { conversationId: '' };
      return {
        name: 'message:send',
        input: { clientId: id, conversationId, text, seenSeq: null, channelId: null },
      };
    },
  });
}

type Storm = {
  server: KilledServer;
  generators: Generators;
  guests: readonly Guest[];
  agents: readonly Writer[];
  options: Options;
  say: Say;
};

async function storm({ server, generators, guests, agents, options, say }: Storm): Promise<CampaignReport> {
  await pause(500);
  await generators.say(options.every, 'just before');
  const before = agents.reduce((sum, { said }) => sum + said.length, 0);
  const restarting = server.kill('backend', createRandom(options.seed));
  const listening = untilListening(server.url);
  await generators.say(options.every, 'meanwhile');
  const listenedAt = await listening;
  const readyMs = await restarting;
  const { levelAt, repeats } = await untilAllLevel(generators, { count: guests.length, say, what: 'back' });
  const after = agents.reduce((sum, { said }) => sum + said.length, 0);
  const lagMs = await loopLag(server.url);
  await Promise.all(agents.map((agent) => agent.finish()));
  const violations = await compare(server, generators, guests);
  const sorted = levelAt.map((at) => at - listenedAt).toSorted((a, b) => a - b);
  const share = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return {
    figures: {
      clients: guests.length,
      'back and level ms p50': share(0.5),
      'back and level ms p99': share(0.99),
      'back and level ms all': share(1),
      [`over ${GOAL_MS} ms`]: sorted.filter((ms) => ms > GOAL_MS).length,
      'server ready ms': Math.round(readyMs),
      'loop lag ms p99': lagMs,
      'agents wrote meanwhile': after - before,
      'told again': repeats,
    },
    violations,
  };
}

async function untilAllLevel(
  generators: Generators,
  { count, say, what }: { count: number; say: Say; what: string },
) {
  const deadline = Date.now() + ALL_BACK_WITHIN_MS;
  for (;;) {
    const state = await generators.state();
    if (state.levelAt.length === count && state.unsent === 0) return state;
    if (Date.now() > deadline)
      throw new Error(`Only ${state.levelAt.length} of ${count} ${what}, ${state.unsent} messages unsent`);
    say(`${state.levelAt.length} of ${count} ${what}, ${state.unsent} messages unsent`);
    await pause(500);
  }
}

/** When the server took a connection, by `Date.now()`. */
async function untilListening(url: string): Promise<number> {
  const { port, hostname } = new URL(url);
  for (;;) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const probe = connect(Number(port), hostname);
      probe.once('connect', () => resolve(true)).once('error', () => resolve(false));
      probe.once('connect', () => probe.destroy());
    });
    if (isOpen) return Date.now();
    await pause(10);
  }
}

/** Of the event loop since the server's start, as it says itself. */
async function loopLag(url: string): Promise<number> {
  const figures = await (await fetch(`${url}/metrics`)).text();
  const seconds = /^baton_nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(figures)?.[1];
  return Math.round(Number(seconds) * 1000);
}

/** D3, D4: every client holds exactly what its customer may see, each entry once, in order. */
async function compare(
  server: KilledServer,
  generators: Generators,
  guests: readonly Guest[],
): Promise<string[]> {
  const databaseUrl = server.databaseUrl();
  if (databaseUrl === null) throw new Error('The database does not run');
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ conversation_id: string; ids: string[] }>(
    `select conversation_id, array_agg(id::text order by customer_seq) as ids from entries
       where customer_seq is not null group by conversation_id`,
  );
  await client.end();
  const stored = new Map(rows.map(({ conversation_id, ids }) => [conversation_id, ids.join()]));
  const deadline = Date.now() + LEVEL_WITHIN_MS;
  for (;;) {
    const held = await generators.logs();
    const wrong = guests.filter(({ conversationId: id }) => stored.get(id) !== held.get(id)?.join());
    if (wrong.length === 0) return [];
    if (Date.now() > deadline)
      return wrong.map(({ conversationId: id }) => {
        const [has, is] = [held.get(id)?.length ?? 0, stored.get(id)?.split(',').length ?? 0];
        return `${id}: the client holds ${has} entries, there are ${is}`;
      });
    await pause(500);
  }
}
