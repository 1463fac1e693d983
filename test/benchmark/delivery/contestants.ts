import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { linkOf } from '../../support/cluster.ts';
import { type PinnedProcess, startPinned } from '../harness/pinned-process.ts';
import type { Seats } from './load/crew.ts';
import type { Floor, FloorSize } from './servers/floor.ts';
import type { Keeping } from './servers/keepers.ts';
import type { Started } from './servers/ours-process.ts';

/** Who is compared. The names are those of the tables. */
export const CONTESTANTS = ['relay', 'relay+fdatasync', 'relay+postgres', 'ours'] as const;
export type ContestantName = (typeof CONTESTANTS)[number];

/** What a power cut takes of what was acknowledged, for each contestant. */
export const DURABILITY: Record<ContestantName, string> = {
  relay: 'none: nothing is kept',
  'relay+fdatasync': 'fdatasync before delivery',
  'relay+postgres': 'PostgreSQL commit (fsync) before delivery',
  ours: 'PostgreSQL commit (fsync) before delivery',
};

/** A running server, and who may connect to it. */
export type Contestant = { name: ContestantName; server: PinnedProcess; seats: Seats };

const SERVERS = join(import.meta.dirname, 'servers');
const OURS = join(SERVERS, 'ours-process.ts');

/** Hands out empty databases of one PostgreSQL server, and a Redis where one is wanted. */
export type Databases = {
  create(): Promise<string>;
  redis(): Promise<string>;
  /** The middle time through Redis from one client to another, in µs. */
  hop(): Promise<number>;
  stop(): Promise<void>;
};

/** Starts PostgreSQL on the servers' cores. */
export async function startDatabases(cores: string | null): Promise<Databases> {
  const server = await startPinned(join(SERVERS, 'database-process.ts'), { cores });
  return {
    create: () => server.ask('create'),
    redis: () => server.ask('redis'),
    hop: () => server.ask('hop'),
    stop: server.stop,
  };
}

export type ContestantTerms = {
  cores: string | null;
  databases: Databases;
  size: FloorSize;
  flags?: readonly string[];
  environment?: Record<string, string>;
};

/** Starts one contestant in a process of its own. */
export async function startContestant(name: ContestantName, terms: ContestantTerms): Promise<Contestant> {
  return name === 'ours' ? await startOurs(terms) : await startRelay(name, terms);
}

async function startRelay(
  name: Exclude<ContestantName, 'ours'>,
  { cores, databases, size, flags = [] }: ContestantTerms,
): Promise<Contestant> {
  const server = await startPinned(join(SERVERS, 'relay-process.ts'), { cores, flags });
  const { url } = await server.ask<{ url: string }>('start', {
    keeping: await keepingOf(name, databases),
    ...size,
  });
  const seats = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ index, token: String(index) }));
  return { name, server, seats: { url, customers: seats(size.customers), agents: seats(size.agents) } };
}

async function keepingOf(name: Exclude<ContestantName, 'ours'>, databases: Databases): Promise<Keeping> {
  if (name === 'relay') return { how: 'not' };
  if (name === 'relay+fdatasync') return { how: 'fdatasync' };
  return { how: 'postgres', databaseUrl: await databases.create() };
}

/** Our server, with what only ours can do. */
export type Ours = Contestant & {
  databaseUrl: string;
  conversations: string[];
  /** Lets the first agent say something in each of the conversations. */
  say(conversations: readonly string[], text: string): Promise<void>;
  /** Kills the server and starts it on the same port; resolves when it listens. */
  restart(): Promise<void>;
};

/** Starts our server on a new floor. */
export async function startOurs(terms: ContestantTerms): Promise<Ours> {
  const databaseUrl = await terms.databases.create();
  const server = await startPinned(OURS, terms);
  const { url, port, floor } = await server.ask<Started>('start', { databaseUrl, size: terms.size });
  if (floor === null) throw new Error('The floor was not made');
  const seats = await seatsOf(url, floor);
  const ours: Ours = {
    name: 'ours',
    server,
    seats,
    databaseUrl,
    conversations: floor.conversations,
    async say(conversations, text) {
      await ours.server.ask('say', { token: seats.agents[0]?.token, conversations, text });
    },
    async restart() {
      await ours.server.kill();
      ours.server = await startPinned(OURS, terms);
      await ours.server.ask<Started>('start', { databaseUrl, port });
    },
  };
  return ours;
}

/** Two of ours on one database, with Redis between them; agents and customers spread over both, half of the pairs across. */
export async function startTwoOfOurs(
  terms: ContestantTerms,
): Promise<{ seats: Seats; stop(): Promise<void> }> {
  const databaseUrl = await terms.databases.create();
  const environment = { DATABASE_URL: databaseUrl, REDIS_URL: await terms.databases.redis() };
  const first = await startPinned(OURS, { ...terms, environment });
  const { url, floor } = await first.ask<Started>('start', { databaseUrl, size: terms.size });
  if (floor === null) throw new Error('The floor was not made');
  const second = await startPinned(OURS, { ...terms, environment });
  const urls = [url, (await second.ask<Started>('start', { databaseUrl })).url];
  for (const one of urls) while ((await linkOf(one)) !== 'linked') await pause(50);
  const seats = await seatsOf(url, floor);
  const on = (node: number) => ({ url: urls[node % 2] ?? url });
  return {
    seats: {
      url,
      agents: seats.agents.map((seat) => ({ ...seat, ...on(seat.index) })),
      customers: seats.customers.map((seat) => ({
        ...seat,
        ...on(Math.floor(seat.index / terms.size.agents)),
      })),
    },
    async stop() {
      await Promise.all([first.stop(), second.stop()]);
    },
  };
}

/** Ours on a floor that an earlier process made, so that its memory holds nothing of the making. */
export async function restartOurs(terms: ContestantTerms): Promise<Contestant> {
  const databaseUrl = await terms.databases.create();
  const maker = await startPinned(OURS, terms);
  const { floor } = await maker.ask<Started>('start', {
    databaseUrl,
    size: { ...terms.size, isSilent: true },
  });
  await maker.stop();
  if (floor === null) throw new Error('The floor was not made');
  const server = await startPinned(OURS, terms);
  const { url } = await server.ask<Started>('start', { databaseUrl });
  return { name: 'ours', server, seats: await seatsOf(url, floor) };
}

/** Signs the agents in, as consoles do. */
async function seatsOf(url: string, { logins, password, customers }: Floor): Promise<Seats> {
  const agents = await Promise.all(
    logins.map(async (login, index) => ({ index, token: await signIn(url, { login, password }) })),
  );
  return { url, agents, customers: customers.map((token, index) => ({ index, token })) };
}

async function signIn(url: string, who: { login: string; password: string }): Promise<string> {
  const answer = await fetch(`${url}/api/agent/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...who, client: 'desktop' }),
  });
  const result = (await answer.json()) as { ok: boolean; data: { token: string } };
  if (!result.ok) throw new Error(`${who.login} could not sign in: ${JSON.stringify(result)}`);
  return result.data.token;
}
