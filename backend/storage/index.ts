import { sql } from 'kysely';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { Transact } from '../runtime/transact.ts';
import { type Connection, connect } from './connection.ts';
import { createGroupCommit, type GroupCommit } from './group-commit/index.ts';
import { createJobs, type Jobs } from './job-queue.ts';
import { migrate } from './migrate.ts';
import { purgeCommands } from './repositories/commands-repository.ts';
import { findOpenOf } from './repositories/conversations-repository.ts';
import { purgeAttempts } from './repositories/delivery-repository.ts';
import { createRepositories, type Repositories } from './repositories/index.ts';
import { createQueueReads } from './repositories/queue-repository.ts';
import { sharingReads } from './repositories/shared-store.ts';
import { aloneAtStart } from './start-lock.ts';
import { createTransact } from './transaction.ts';

/** The database of a running backend. */
export type Storage = {
  transact: Transact<Repositories>;
  /** The same for work on one conversation at a time, which it commits together with that of others where it can. */
  changing: GroupCommit;
  /**
   * Transactions on sessions of their own. Services that others call from inside a transaction use these: were they to wait for the same
   * pool, callers that hold all its sessions would wait for one another.
   */
  reading: Transact<Repositories>;
  /** Repositories outside any transaction, for single reads. */
  store: Repositories;
  jobs: Jobs;
  /** Runs what a first start makes while no other node does. */
  aloneAtStart<T>(work: () => Promise<T>): Promise<T>;
  /** Names this database among all there are. */
  identity(): Promise<string>;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  /** How many conversations wait for an agent. */
  countQueue(): Promise<number>;
  close(): Promise<void>;
};

const POOL_SIZE = 16;
const READING_POOL_SIZE = 8;
const SHARED_POOL_SIZE = 6;
const GROUP_POOL_SIZE = 4;
const PURGE_EVERY_MS = 6 * 3_600_000;
/** How long answers to commands are kept (rule D1), and the attempts to send what is through. */
const COMMANDS_KEPT_MS = 30 * 86_400_000;

type StorageParts = {
  url: string;
  log: Log;
  metrics: Metrics;
  clock: Clock;
  /** Nobody else works on this database, and whoever did before is gone. */
  isAlone: boolean;
};

/** Opens the database, brings its schema and queues up to date, and forgets from time to time what has had its time. */
export async function openStorage({ url, log, metrics, clock, isAlone }: StorageParts): Promise<Storage> {
  const onError = (error: Error) => log.error({ error }, 'A session of the database broke');
  const { main, reading, shared, group } = openConnections(url, onError);
  const close = async () => {
    clearInterval(purging);
    await Promise.all([main, reading, shared, group].map((connection) => connection.close()));
  };
  const purge = () => {
    const before = new Date(Date.now() - COMMANDS_KEPT_MS);
    Promise.all([purgeCommands(reading.db, before), purgeAttempts(reading.db, before)]).catch(
      (error: unknown) => log.error({ error }, 'Old answers could not be forgotten'),
    );
  };
  const purging = setInterval(purge, PURGE_EVERY_MS);
  purging.unref();
  const jobs = createJobs({
    url,
    onError: (error, job) => log.error({ error, job }, 'A stored job failed'),
    onRun: metrics.jobRan,
  });
  try {
    const applied = await aloneAtStart(url, async () => {
      const steps = await migrate(main.db);
      await jobs.install();
      const orphans = isAlone ? await jobs.giveBackActive() : 0;
      if (orphans > 0)
        log.info({ jobs: orphans }, 'What was under way when the last process ended is begun anew');
      return steps;
    });
    if (applied.length > 0) log.debug({ applied }, 'The schema was brought up to date');
  } catch (error) {
    await close();
    throw error;
  }
  const transact = createTransact(main.db, (db) => createRepositories(db, jobs.queueFor));
  const store = sharingReads(shared.db, createRepositories(reading.db, jobs.queueFor));
  return {
    transact,
    changing: createGroupCommit({
      transact,
      store,
      findOpenOf: (identityId) => findOpenOf(reading.db, identityId),
      queue: createQueueReads(reading.db),
      clock,
      pool: group.pool,
      storeJobs: jobs.store,
    }),
    reading: createTransact(reading.db, (db) => createRepositories(db, jobs.queueFor)),
    store,
    jobs,
    aloneAtStart: (work) => aloneAtStart(url, work),
    identity: () => identityOf(reading.db),
    ping: async () => void (await sql`select 1`.execute(reading.db)),
    async countQueue() {
      const { rows } = await sql<{
        n: number;
      }>`select count(*) as n from conversations where state = 'waiting'`.execute(reading.db);
      return rows[0]?.n ?? 0;
    },
    close,
  };
}

function openConnections(url: string, onError: (error: Error) => void) {
  const open = (poolSize: number, isForLookUps = false) => connect({ url, poolSize, isForLookUps, onError });
  return {
    main: open(POOL_SIZE),
    reading: open(READING_POOL_SIZE),
    shared: open(SHARED_POOL_SIZE, true),
    group: open(GROUP_POOL_SIZE),
  };
}

async function identityOf(db: Connection['db']): Promise<string> {
  const { rows } = await sql<{ identity: string }>`select system_identifier || '.' || oid as identity
    from pg_control_system(), pg_database where datname = current_database()`.execute(db);
  return rows[0]?.identity ?? '';
}
