import type { Pool, PoolClient } from 'pg';
import type { Change, WantedJob } from './change.ts';
import { writeChanges } from './statement.ts';

/** Stores jobs in the transaction that a session is in. */
export type StoreJobs = (session: PoolClient, jobs: readonly WantedJob[]) => Promise<void>;

/** Commits changes, several at once. */
export type Committer = {
  /**
   * True: committed, on disk. False: nothing of it was written. Throws where it can't be known, as with a connection that broke while the
   * commit was under way.
   */
  commit(change: Change): Promise<boolean>;
};

type Waiting = { change: Change; resolve(isWritten: boolean): void; reject(error: unknown): void };

/** Commits under way at once. While they are, what comes waits for the next. */
const LANES = 4;
const MOST_AT_ONCE = 64;
/**
 * SQLSTATE classes after which it is certain that nothing was written: bad data, broken constraint, rolled back by the server (deadlock), out
 * of something, a lock or a statement that took too long.
 */
const NOTHING_WRITTEN = new Set(['22', '23', '40', '53', '55', '57014']);

/**
 * Writes what has come in one turn of the event loop, or while all lanes were busy, in one commit. One change that the database refuses takes
 * the others of its commit back with it: then all of them are told `false`, and try by themselves.
 */
export function createCommitter(pool: Pool, storeJobs: StoreJobs): Committer {
  const waiting: Waiting[] = [];
  let busy = 0;
  let isCalled = false;

  function call(): void {
    if (isCalled) return;
    isCalled = true;
    setImmediate(() => {
      isCalled = false;
      while (busy < LANES && waiting.length > 0) void run(nextOf(waiting));
    });
  }

  async function run(batch: readonly Waiting[]): Promise<void> {
    busy += 1;
    try {
      const written = await write(batch.map(({ change }) => change));
      for (const [place, { resolve }] of batch.entries()) resolve(written.has(place));
    } catch (error) {
      for (const { resolve, reject } of batch) {
        if (isNothingWritten(error)) resolve(false);
        else reject(error);
      }
    } finally {
      busy -= 1;
      if (waiting.length > 0) call();
    }
  }

  async function write(changes: readonly Change[]): Promise<ReadonlySet<number>> {
    const session = await pool.connect();
    let failure: Error | undefined;
    try {
      return changes.some(({ jobs }) => jobs.length > 0)
        ? await writeWithJobs(session, changes, storeJobs)
        : await writeChanges(session, changes);
    } catch (error) {
      failure = isNothingWritten(error) ? undefined : (error as Error);
      throw error;
    } finally {
      session.release(failure);
    }
  }

  return {
    commit: (change) =>
      new Promise((resolve, reject) => {
        waiting.push({ change, resolve, reject });
        call();
      }),
  };
}

/** Those that come next, of one kind: what is taken from the queue is compared with its taker too, by a statement of its own. */
function nextOf(waiting: Waiting[]): Waiting[] {
  const isTaking = waiting[0]?.change.taker !== null;
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  for (const one of waiting) {
    const isNext = batch.length < MOST_AT_ONCE && (one.change.taker !== null) === isTaking;
    (isNext ? batch : rest).push(one);
  }
  waiting.splice(0, waiting.length, ...rest);
  return batch;
}

async function writeWithJobs(
  session: PoolClient,
  changes: readonly Change[],
  storeJobs: StoreJobs,
): Promise<ReadonlySet<number>> {
  await session.query('begin');
  try {
    const written = await writeChanges(session, changes);
    const jobs = changes.flatMap((change, place) => (written.has(place) ? change.jobs : []));
    if (jobs.length > 0) await storeJobs(session, jobs);
    await session.query('commit');
    return written;
  } catch (error) {
    await session.query('rollback');
    throw error;
  }
}

function isNothingWritten(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false;
  const code = String(error.code);
  return NOTHING_WRITTEN.has(code.slice(0, 2)) || NOTHING_WRITTEN.has(code);
}
