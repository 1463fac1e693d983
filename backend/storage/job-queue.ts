import type { Kysely } from 'kysely';
import type { PoolClient } from 'pg';
import { fromKysely, type JobWithMetadata, PgBoss, type Queue } from 'pg-boss';
import type { JobHandlers, JobName, JobPayloads, JobQueue } from '../runtime/jobs.ts';
import { sessionConfig } from './connection.ts';
import type { WantedJob } from './group-commit/change.ts';
import { giveBackActive } from './job-orphans.ts';
import type { Database } from './schema.ts';

/** The stored jobs: made ready by `install`, enqueued through a transaction by `queueFor`, worked off between `work` and `stop`. */
export type Jobs = {
  /** Makes the tables and queues where they are missing. */
  install(): Promise<void>;
  /** Gives back what others had begun, when it is certain that they are gone. To be called before `work`; returns how many jobs there were. */
  giveBackActive(): Promise<number>;
  /** The queue whose jobs come into being when the transaction of this handle commits. */
  queueFor(db: Kysely<Database>): JobQueue;
  /** Stores jobs in the transaction that this session is in, those of a kind by one statement. */
  store(session: PoolClient, jobs: readonly WantedJob[]): Promise<void>;
  work(handlers: JobHandlers): Promise<void>;
  /** Takes no new job and waits for the running ones, ten seconds at most: what is cut off runs again after the next start. */
  stop(): Promise<void>;
};

export type JobsOptions = {
  url: string;
  onError: (error: Error, job: JobName | null) => void;
  /** Told after each run of a job. */
  onRun?: (job: JobName, ms: number, isDone: boolean) => void;
};

type Terms = Omit<Queue, 'name'> & { concurrency: number; pollSeconds: number };

const DAY_SECONDS = 86_400;

/** `pollSeconds` bounds how late a delayed or repeated job may be; new ones wake a worker at once. */
const TERMS: { [N in JobName]: Terms } = {
  // Before the queue whose dead letters it takes.
  'bot-rescue': {
    concurrency: 2,
    pollSeconds: 1,
    retryLimit: 1000,
    retryDelay: 1,
    retryDelayMax: 10,
    expireInSeconds: 20,
  },
  'bot-turn': {
    concurrency: 8,
    pollSeconds: 2,
    retryLimit: 3,
    retryDelay: 1,
    retryDelayMax: 2,
    expireInSeconds: 20,
    deadLetter: 'bot-rescue',
  },
  // What the channel does is settled by the job itself, with pauses of its own: it is repeated only where the fault is ours.
  'channel-send': {
    concurrency: 16,
    pollSeconds: 1,
    retryLimit: 100,
    retryDelay: 1,
    retryDelayMax: 60,
    expireInSeconds: 20,
  },
  'undelivered-retry': {
    concurrency: 1,
    pollSeconds: 1,
    retryLimit: 20,
    retryDelay: 1,
    retryDelayMax: 30,
    expireInSeconds: 300,
  },
  'offer-expiry': {
    concurrency: 2,
    pollSeconds: 1,
    retryLimit: 20,
    retryDelay: 1,
    retryDelayMax: 30,
    expireInSeconds: 60,
  },
  'lease-expiry': {
    concurrency: 2,
    pollSeconds: 1,
    retryLimit: 20,
    retryDelay: 1,
    retryDelayMax: 30,
    expireInSeconds: 60,
  },
  'idle-closing': {
    concurrency: 1,
    pollSeconds: 10,
    retryLimit: 2,
    retryDelay: 5,
    retryDelayMax: 60,
    expireInSeconds: 300,
  },
  'learning-gathering': {
    concurrency: 1,
    pollSeconds: 30,
    retryLimit: 2,
    retryDelay: 60,
    retryDelayMax: 600,
    expireInSeconds: 600,
  },
  'model-retraining': {
    concurrency: 1,
    pollSeconds: 5,
    retryLimit: 2,
    retryDelay: 60,
    retryDelayMax: 600,
    expireInSeconds: 600,
  },
};
/** Jobs that come by the clock, on one node each time. */
const SCHEDULES: Partial<Record<JobName, string>> = {
  'idle-closing': '*/10 * * * *',
  'learning-gathering': '7 * * * *',
  'model-retraining': '33 3 * * *',
};
const JOB_NAMES = Object.keys(TERMS) as JobName[];
const STOP_TIMEOUT_MS = 10_000;
/** A worker vouches for its job twice in this time, the shortest there is; one for which nobody does has lost its process. */
const HEARTBEAT_SECONDS = 10;
/** How often such jobs are looked for. */
const SUPERVISE_SECONDS = 10;

/** Jobs stored in PostgreSQL by pg-boss, woken by LISTEN/NOTIFY. */
export function createJobs({ url, onError, onRun }: JobsOptions): Jobs {
  const boss = new PgBoss({
    ...sessionConfig(url, 6),
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on('error', (error) => onError(error, null));
  return {
    async install() {
      await boss.start();
      for (const name of JOB_NAMES) {
        await boss.createQueue(name, queueTerms(name));
        // A queue that was made by an earlier version keeps its terms otherwise.
        await boss.updateQueue(name, queueTerms(name));
      }
      for (const [name, times] of Object.entries(SCHEDULES)) await boss.schedule(name, times, {});
    },
    giveBackActive: () => giveBackActive(boss, JOB_NAMES),
    queueFor: (db) => jobQueue(boss, db),
    store: (session, jobs) => storeJobs(boss, session, jobs),
    async work(handlers) {
      for (const name of JOB_NAMES) {
        const { concurrency, pollSeconds } = TERMS[name];
        const polling = { pollingIntervalSeconds: pollSeconds, notifyPollingIntervalSeconds: pollSeconds };
        const options = { includeMetadata: true as const, localConcurrency: concurrency, ...polling };
        await boss.work(
          name,
          options,
          worker(name, handlers[name], { url, onError, ...(onRun && { onRun }) }),
        );
      }
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
    },
  };
}

function jobQueue(boss: PgBoss, db: Kysely<Database>): JobQueue {
  return {
    async enqueue(name, payload, { delayMs = 0 } = {}) {
      await boss.send(name, payload, { db: fromKysely(db), ...delayed(delayMs) });
    },
  };
}

async function storeJobs(boss: PgBoss, session: PoolClient, jobs: readonly WantedJob[]): Promise<void> {
  const db = { executeSql: (text: string, values?: unknown[]) => session.query(text, values) };
  for (const name of new Set(jobs.map((job) => job.name))) {
    const wanted = jobs.filter((job) => job.name === name);
    const rows = wanted.map(({ payload, delayMs }) => ({
      data: payload,
      ...delayed(delayMs),
    }));
    await boss.insert(name, rows, { db });
  }
}

/** Counted from the commit by the clock of the database: that of this node may be wrong. */
function delayed(ms: number): { startAfter?: number } {
  return ms > 0 ? { startAfter: ms / 1000 } : {};
}

function worker<N extends JobName>(name: N, handle: JobHandlers[N], { onError, onRun }: JobsOptions) {
  return async (jobs: JobWithMetadata<JobPayloads[N]>[]): Promise<void> => {
    for (const job of jobs) {
      const startedAt = performance.now();
      let isDone = false;
      try {
        await handle(job.data, {
          number: job.retryCount + 1,
          isLast: job.retryCount >= job.retryLimit,
        });
        isDone = true;
      } catch (error) {
        onError(error instanceof Error ? error : new Error(String(error)), name);
        throw error;
      } finally {
        onRun?.(name, performance.now() - startedAt, isDone);
      }
    }
  };
}

function queueTerms(name: JobName): Omit<Queue, 'name'> {
  const { concurrency: _concurrency, pollSeconds: _pollSeconds, ...terms } = TERMS[name];
  return {
    ...terms,
    retryBackoff: true,
    notify: true,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retentionSeconds: 14 * DAY_SECONDS,
    deleteAfterSeconds: DAY_SECONDS,
  };
}
