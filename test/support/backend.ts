import { sql } from 'kysely';
import type { AgentRole } from '#shared/domain/agent';
import type { AgentId, ChannelId } from '#shared/domain/ids';
import { type Backend, type BackendParts, createBackend, type Services } from '../../backend/app.ts';
import { signIdentityToken } from '../../backend/modules/customers/index.ts';
import type { DeliveryTerms } from '../../backend/modules/delivery/index.ts';
import { type Clock, systemClock } from '../../backend/runtime/clock.ts';
import { readConfig } from '../../backend/runtime/config.ts';
import { createLog } from '../../backend/runtime/log.ts';
import { type Connection, connect } from '../../backend/storage/connection.ts';
import { type AgentClient, type CustomerClient, connectAgent, connectCustomer, signIn } from './clients.ts';
import { startRedis } from './redis.ts';

export type StartOptions = {
  /** A database of one's own; by default a fresh one. */
  databaseUrl?: string;
  clock?: Clock;
  /** Settings of the environment that differ. */
  environment?: Record<string, string>;
  prepare?: BackendParts['prepare'];
  /** How channels are tried, where a test can't wait as long as production does. */
  deliveryTerms?: DeliveryTerms;
  /** Whether staff and a webhook are made; by default on a fresh database only. */
  isSeeding?: boolean;
  hasShop?: boolean;
  folders?: { console: string; widget: string };
};

/** A real backend on a real PostgreSQL, on a free port, built by the same function as in production. */
export type TestBackend = Backend & {
  /** The same database, for looking at what was written. */
  database: Connection;
  databaseUrl: string;
  seeded: Seeded;
  /** A console signed in as one of the seeded staff. */
  agent(login: string): Promise<AgentClient>;
  /** A widget of a new visitor, or of the bearer of a session's token. */
  customer(token?: string): Promise<CustomerClient>;
  /** Resolves when every stored job has been done, so that what it changes is not taken for the test's doing. */
  idle(): Promise<void>;
  /** A token by which the shop vouches for one of its customers. */
  identityToken(shopCustomerId: string, name?: string): Promise<string>;
};

/** What `seedMinimal` made. */
export type Seeded = {
  agents: Record<string, AgentId>;
  webhook: { id: ChannelId; secret: string };
};

/** The password of all seeded staff. */
export const PASSWORD = 'correct horse battery staple';
/** Two agents, a lead and an admin. */
const STAFF: readonly { login: string; zh: string; en: string; role: AgentRole }[] = [
  { login: 'lin', zh: '林小雨', en: 'Lin Xiaoyu', role: 'agent' },
  { login: 'chen', zh: '陈默', en: 'Chen Mo', role: 'agent' },
  { login: 'wang', zh: '王岚', en: 'Wang Lan', role: 'lead' },
  { login: 'admin', zh: '管理员', en: 'Admin', role: 'admin' },
];

/**
 * Starts a backend with staff and one webhook. Stop it at the end of the file. With BATON_TEST_NODES=2 a second node stands beside it, and clients
 * connect to the two in turn, so that whatever a test proves of one node it proves of two.
 */
export async function startBackend(options: StartOptions = {}): Promise<TestBackend> {
  const nodes = Number(process.env['BATON_TEST_NODES'] ?? 1);
  const isOfCluster = options.environment?.['REDIS_URL'] !== undefined;
  return nodes > 1 && !isOfCluster ? await startSpread(options, nodes) : await startNode(options);
}

async function startSpread(options: StartOptions, count: number): Promise<TestBackend> {
  const redis = await startRedis();
  const environment = { ...options.environment, REDIS_URL: redis.url };
  const first = await startNode({ ...options, environment });
  const { prepare: _prepare, ...alike } = options;
  const others = await Promise.all(
    Array.from({ length: count - 1 }, () =>
      startNode({ ...alike, environment, databaseUrl: first.databaseUrl, isSeeding: false }),
    ),
  );
  const nodes = [first, ...others];
  let turn = 0;
  function next(): TestBackend {
    turn += 1;
    return nodes[turn % nodes.length] ?? first;
  }
  return {
    ...first,
    agent: (login) => next().agent(login),
    customer: (token) => next().customer(token),
    async stop() {
      await Promise.all(nodes.map((node) => node.stop()));
      await redis.stop();
    },
  };
}

async function startNode(options: StartOptions): Promise<TestBackend> {
  const databaseUrl = options.databaseUrl ?? (await freshDatabase());
  const { isSeeding = options.databaseUrl === undefined } = options;
  const clock = options.clock ?? systemClock;
  let seeded: Seeded | undefined;
  const backend = await createBackend({
    config: readConfig({ port: '0' }, { DATABASE_URL: databaseUrl, ...options.environment }),
    log: createLog(process.env['BATON_TEST_LOG'] ?? 'silent'),
    clock,
    databaseUrl,
    hasShop: options.hasShop ?? false,
    isCheckingAnswers: true,
    async prepare(services) {
      if (isSeeding) seeded = await seedMinimal(services);
      await options.prepare?.(services);
    },
    ...(options.folders ? { folders: options.folders } : {}),
    ...(options.deliveryTerms ? { deliveryTerms: options.deliveryTerms } : {}),
  });
  const database = connect({ url: databaseUrl, poolSize: 3 });
  return {
    ...backend,
    database,
    databaseUrl,
    seeded: seeded ?? { agents: {}, webhook: { id: '' as ChannelId, secret: '' } },
    agent: async (login) => connectAgent(backend.url, await signIn(backend.url, login, PASSWORD)),
    idle: () => untilIdle(database),
    customer: (token) => connectCustomer(backend.url, token),
    identityToken: async (sub, name) =>
      signIdentityToken(
        name === undefined ? { sub } : { sub, name },
        await backend.services.settings.read('identity-secret'),
        clock,
      ),
    async stop() {
      await database.close();
      await backend.stop();
    },
  };
}

/** Loaded only where it is needed: outside of the test runner a database must be named. */
async function freshDatabase(): Promise<string> {
  const { createTestDatabase } = await import('./database.ts');
  return await createTestDatabase();
}

async function untilIdle({ db }: Connection): Promise<void> {
  for (;;) {
    const { rows } = await sql`select 1 from pgboss.job where state in ('created', 'retry', 'active')
      and name in ('bot-turn', 'channel-send') limit 1`.execute(db);
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Staff and a webhook, the least that conversations need. */
async function seedMinimal({ agents, channels }: Services): Promise<Seeded> {
  const ids: Record<string, AgentId> = {};
  for (const { login, zh, en, role } of STAFF) {
    ids[login] = await agents.addAccount({ login, name: { zh, en }, role, capacity: 5, password: PASSWORD });
  }
  const webhook = await channels.addWebhook({
    name: { zh: '小程序', en: 'Mini program' },
    outboundUrl: null,
  });
  return { agents: ids, webhook };
}
