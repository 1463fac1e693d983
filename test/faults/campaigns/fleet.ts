import type { AgentId } from '#shared/domain/ids';
import { type Connection, connect } from '../../../backend/storage/connection.ts';
import { PASSWORD, startBackend } from '../../support/backend.ts';
import { type BatonProcess, startBaton } from '../../support/baton-process.ts';
import { startTestPostgres, type TestPostgres } from '../../support/postgres.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';

/** A member of staff who may sign in. */
export type Account = { login: string; password: string; id: AgentId };

/** Nodes as processes of their own, on one real PostgreSQL, with a real Redis between them where there are several. */
export type Fleet = {
  databaseUrl: string;
  database: Connection;
  /** Null where the database is somebody else's. */
  postgres: TestPostgres | null;
  redis: TestRedis | null;
  accounts: readonly Account[];
  /** The ports of the nodes that run now. */
  ports(): number[];
  /** The port of one node, if it runs. */
  portOf(index: number): number | null;
  /** Ends a running node; resolves when it has ended. */
  end(index: number, signal: NodeJS.Signals): Promise<void>;
  /** Starts an ended node anew, on another port; resolves when it is ready. */
  start(index: number): Promise<void>;
  /** Stops all nodes in order; the database stays, to be looked at. */
  stopNodes(): Promise<void>;
  stop(): Promise<void>;
};

export type FleetOptions = {
  nodes: number;
  /** How many members of staff there are; all of them are agents, or the first a lead. */
  agents: number;
  hasLead?: boolean;
  /** Settings of the nodes that differ, all of them documented for operators. */
  environment?: Record<string, string>;
  /** A database of one's own, empty and migrated; by default one on a server that stops with the fleet. */
  databaseUrl?: string;
  /** Where the server's folder is made. */
  databaseUnder?: string;
  /** Told of each change of the nodes' ports. */
  onPorts?: (ports: number[]) => void;
};

/** Nobody is ever full. */
const CAPACITY = 10_000;
/** With an outside database no folder is touched. */
const NO_FOLDER = '/nonexistent';

/** Starts a fleet and waits until all of it is ready. */
export async function startFleet(options: FleetOptions): Promise<Fleet> {
  const postgres = options.databaseUrl === undefined ? await startTestPostgres(options.databaseUnder) : null;
  const databaseUrl = options.databaseUrl ?? (await (postgres as TestPostgres).createDatabase());
  const accounts = await seed(databaseUrl, options);
  const redis = options.nodes > 1 ? await startRedis() : null;
  const environment = {
    BATON_LOG_LEVEL: 'error',
    // Clients name their addresses, so that a thousand of them on one machine are not taken for one household.
    BATON_TRUSTED_PROXIES: '1',
    ...options.environment,
    DATABASE_URL: databaseUrl,
    ...(redis ? { REDIS_URL: redis.url } : {}),
  };
  const nodes: (BatonProcess | null)[] = Array.from({ length: options.nodes }, () => null);
  const portOf = (index: number) => {
    const node = nodes[index];
    return node ? Number(new URL(node.url).port) : null;
  };
  const ports = () => nodes.flatMap((_node, index) => portOf(index) ?? []);

  async function start(index: number): Promise<void> {
    nodes[index] = await startBaton(NO_FOLDER, environment);
    options.onPorts?.(ports());
  }

  async function end(index: number, signal: NodeJS.Signals): Promise<void> {
    const node = nodes[index];
    if (!node) return;
    nodes[index] = null;
    const ended = node.end(signal);
    options.onPorts?.(ports());
    await ended;
  }

  async function stopNodes(): Promise<void> {
    await Promise.all(nodes.map((_node, index) => end(index, 'SIGTERM')));
  }

  await Promise.all(nodes.map((_none, index) => start(index)));
  const database = connect({ url: databaseUrl, poolSize: 4 });
  return {
    databaseUrl,
    database,
    postgres,
    redis,
    accounts,
    ports,
    portOf,
    end,
    start,
    stopNodes,
    async stop() {
      await stopNodes();
      await database.close();
      await redis?.stop();
      await postgres?.stop();
    },
  };
}

async function seed(
  databaseUrl: string,
  { agents: count, hasLead = false }: FleetOptions,
): Promise<Account[]> {
  const accounts: Account[] = [];
  const backend = await startBackend({
    databaseUrl,
    isSeeding: true,
    async prepare({ agents }) {
      for (let number = 1; number <= count; number += 1) {
        const login = `agent${number}`;
        const name = { zh: `客服${number}`, en: `Agent ${number}` };
        const role = hasLead && number === 1 ? 'lead' : 'agent';
        const id = await agents.addAccount({ login, name, role, capacity: CAPACITY, password: PASSWORD });
        accounts.push({ login, password: PASSWORD, id });
      }
    },
  });
  await backend.stop();
  return accounts;
}
