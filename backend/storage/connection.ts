import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolConfig, TypeOverrides, types } from 'pg';
import { prepared } from './prepared.ts';
import type { Database } from './schema.ts';

/** An open connection to the database: `db` for queries, `pool` for what needs a session of its own. */
export type Connection = { db: Kysely<Database>; pool: Pool; close(): Promise<void> };

export type ConnectionOptions = {
  /** How to reach a PostgreSQL server, 15 or later. */
  url: string;
  /** The most sessions this process may hold; one is enough for a command line, a server wants 10 or more. */
  poolSize?: number;
  /** For nothing but looking up rows by their ids: each statement is planned once, by its indexes, for whatever values; to plan it anew takes longer than to run it. */
  isForLookUps?: boolean;
  /** Told of sessions that broke while idle; the pool replaces them by itself. */
  onError?: (error: Error) => void;
};

/**
 * Opens a pool of sessions that speak UTC and durable commits. Statements longer than 30 s and transactions idle for longer than 30 s are
 * ended by the server, so that a lost client can't hold locks for ever.
 */
export function connect(terms: ConnectionOptions): Connection {
  const { url, poolSize = 10, isForLookUps = false, onError = ignore } = terms;
  const config = sessionConfig(url, poolSize);
  const options = isForLookUps ? `${config.options} ${LOOK_UPS}` : config.options;
  const pool = new Pool({ ...config, options, types: typeParsers() });
  let isClosing = false;
  // The pool lets go of a session a moment before the session has ended: what the server still says to it then is no failure.
  pool.on('error', (error) => {
    if (!isClosing) onError(error);
  });
  // A session in use has no listener of the pool's: without one of ours, the end of the database would be the end of this process. Whoever
  // uses it hears of it by the failure of the next query.
  pool.on('connect', (client) => void client.on('error', ignore));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: prepared(pool) }) });
  return {
    db,
    pool,
    async close() {
      isClosing = true;
      await db.destroy();
    },
  };
}

const LOOK_UPS = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off';

/**
 * What every session of ours is like, also those of the job queue. On disks without a head that moves a row found by its index costs hardly more than the next of
 * the table; PostgreSQL's own guess of four times as much makes it read all customers to join eight.
 */
export function sessionConfig(url: string, poolSize: number) {
  return {
    connectionString: url,
    max: poolSize,
    application_name: 'baton',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    options:
      '-c timezone=UTC -c random_page_cost=1.1 -c synchronous_commit=on -c statement_timeout=30s -c idle_in_transaction_session_timeout=30s',
  } satisfies PoolConfig;
}

/** `int8` as a number; one that a number can't hold is an error, not a wrong figure. */
function typeParsers(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.INT8, (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is too large for a number`);
    return value;
  });
  return overrides;
}

function ignore(): void {
  return;
}
