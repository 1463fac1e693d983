import { sql } from 'kysely';
import type { Log } from '../runtime/log.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { Transact } from '../runtime/transact.ts';
import { connect } from './connection.ts';
import { createJobs, type Jobs } from './job-queue.ts';
import { migrate } from './migrate.ts';
import { purgeCommands } from './repositories/commands-repository.ts';
import { createRepositories, type Repositories } from './repositories/index.ts';
import { createTransact } from './transaction.ts';

/** The database of a running backend. */
export type Storage = {
  transact: Transact<Repositories>;
  /**
   * Transactions on sessions of their own. Services that others call from inside a transaction use these: were they to wait for the same
   * pool, callers that hold all its sessions would wait for one another.
   */
  reading: Transact<Repositories>;
  /** Repositories outside any transaction, for single reads. */
  store: Repositories;
  jobs: Jobs;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  /** How many conversations wait for an agent. */
  countQueue(): Promise<number>;
  close(): Promise<void>;
};

const POOL_SIZE = 16;
const READING_POOL_SIZE = 8;
const PURGE_EVERY_MS = 6 * 3_600_000;
/** How long answers to commands are kept (rule D1). */
const COMMANDS_KEPT_MS = 30 * 86_400_000;

/** Opens the database, brings its schema and queues up to date, and forgets from time to time what has had its time. */
export async function openStorage({
  url,
  log,
  metrics,
}: {
  url: string;
  log: Log;
  metrics: Metrics;
}): Promise<Storage> {
  const onError = (error: Error) => log.error({ error }, 'A session of the database broke');
  const main = connect({ url, poolSize: POOL_SIZE, onError });
  const reading = connect({ url, poolSize: READING_POOL_SIZE, onError });
  const close = async () => {
    clearInterval(purging);
    await Promise.all([main.close(), reading.close()]);
  };
  const purge = () => {
    purgeCommands(reading.db, new Date(Date.now() - COMMANDS_KEPT_MS)).catch((error: unknown) =>
      log.error({ error }, 'Old answers could not be forgotten'),
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
    const applied = await migrate(main.db);
    if (applied.length > 0) log.debug({ applied }, 'The schema was brought up to date');
    await jobs.install();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    transact: createTransact(main.db, (db) => createRepositories(db, jobs.queueFor)),
    reading: createTransact(reading.db, (db) => createRepositories(db, jobs.queueFor)),
    store: createRepositories(reading.db, jobs.queueFor),
    jobs,
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
