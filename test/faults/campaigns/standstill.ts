import type { Say } from './campaign.ts';
import type { Fleet } from './fleet.ts';

/** Ends a campaign in which nothing moves any more, instead of letting it stand for ever. */
export type StandstillWatch = {
  /** Rejects when nothing has moved for too long; never resolves. */
  failed: Promise<never>;
  stop(): void;
};

export type StandstillParts = {
  /** Grows as long as the campaign gets on. */
  progress: () => number;
  /** Who waits for what, a line each: said before the campaign is ended. */
  describe: () => Promise<string[]>;
  say: Say;
};

/** Longer than anything that a campaign may wait for: a job of a dead node comes back within a minute and a half. */
const STANDSTILL_MS = 180_000;
const LOOK_EVERY_MS = 1000;

/** Watches from now on. */
export function watchStandstill(
  { progress, describe, say }: StandstillParts,
  afterMs = STANDSTILL_MS,
): StandstillWatch {
  const { promise: failed, reject } = Promise.withResolvers<never>();
  // Whoever waits for it hears of it; nobody may be waiting any more.
  failed.catch(() => undefined);
  let seen = progress();
  let movedAt = performance.now();
  const timer = setInterval(() => {
    const now = progress();
    if (now !== seen) movedAt = performance.now();
    seen = now;
    if (performance.now() - movedAt > afterMs) void end();
  }, LOOK_EVERY_MS);

  async function end(): Promise<void> {
    clearInterval(timer);
    const lines = await describe().catch((error: unknown) => [`Nobody could say why: ${String(error)}`]);
    for (const line of lines) say(line);
    reject(new Error(`Nothing has moved for ${Math.round(afterMs / 1000)} s`));
  }

  return { failed, stop: () => clearInterval(timer) };
}

/** What nodes, database and stored jobs are doing. */
export async function describeFleet(fleet: Fleet): Promise<string[]> {
  const { pool } = fleet.database;
  const sessions = await pool.query<{ line: string }>(SESSIONS);
  const jobs = await pool.query<{ line: string }>(JOBS);
  const nodes = await Promise.all(fleet.ports().map(describeNode));
  return [...nodes, ...sessions.rows.map(({ line }) => line), ...jobs.rows.map(({ line }) => line)];
}

const SESSIONS = `select format('session %s of %s: %s, %s %s for %s s, held up by %s: %s', pid, application_name, state,
    wait_event_type, wait_event, round(extract(epoch from now() - state_change)), pg_blocking_pids(pid),
    left(regexp_replace(query, '\\s+', ' ', 'g'), 160)) as line
  from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
const JOBS = `select format('jobs %s, %s: %s, oldest of %s', name, state, count(*), min(coalesce(started_on, created_on))) as line
  from pgboss.job where state in ('created', 'retry', 'active') group by name, state`;
const NODE_MS = 3000;

async function describeNode(port: number): Promise<string> {
  const ask = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(NODE_MS) });
    return `${answer.status} ${await answer.text()}`;
  };
  try {
    const figures = (await ask('/metrics')).split('\n').filter((line) => FIGURES.test(line));
    return `node ${port}: ${await ask('/readyz')} ${figures.join(' · ')}`;
  } catch (error) {
    return `node ${port}: ${String(error)}`;
  }
}

const FIGURES = /^baton_(sockets|under_way|waiting|nodes_linked|queue_length)/;
