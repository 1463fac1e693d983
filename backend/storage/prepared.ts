import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/** So many statements are prepared in each session at most; a session keeps some ten kilobytes of each. */
const MOST_PREPARED = 200;
/** What PostgreSQL says where a table has other columns by now than when the statement was prepared: a newer Baton has migrated it. */
const OUTDATED = '0A000';

/**
 * The sessions of a pool for Kysely, which has no names for its statements: here each text gets one, so that a session reads and plans it once
 * and not every time, which costs more than to run it. Only what has parameters is one statement for certain, and comes again.
 */
export function prepared(pool: Pool): PostgresPool {
  const known = new WeakMap<PoolClient, PostgresPoolClient>();
  let names = new Map<string, string>();
  let generation = 0;

  function nameOf(text: string, parameters: readonly unknown[]): string | undefined {
    if (parameters.length === 0) return;
    const name = names.get(text) ?? (names.size < MOST_PREPARED ? `q${generation}-${names.size}` : undefined);
    if (name !== undefined) names.set(text, name);
    return name;
  }

  function forgetAll(): void {
    names = new Map();
    generation += 1;
  }

  async function ask(client: PoolClient, text: string, parameters: readonly unknown[]): Promise<unknown> {
    const name = nameOf(text, parameters);
    try {
      return await client.query({ text, values: [...parameters], ...(name !== undefined && { name }) });
    } catch (error) {
      if (!isOutdated(error)) throw error;
      if (name !== undefined && names.get(text) === name) forgetAll();
      // Within a transaction all is lost, and it is tried again by who began it.
      if (client.getTransactionStatus() !== 'I') throw error;
      return await client.query(text, [...parameters]);
    }
  }

  function sessionOf(client: PoolClient): PostgresPoolClient {
    return {
      query: ((text: string, parameters: readonly unknown[]) =>
        ask(client, text, parameters)) as PostgresPoolClient['query'],
      release: () => client.release(),
      get processID() {
        return (client as { processID?: number }).processID ?? 0;
      },
    };
  }

  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const session = known.get(client) ?? sessionOf(client);
      known.set(client, session);
      return session;
    },
  };
}

/** Room for so many, up to the next power of two: so a session prepares a few statements, not one for every number of rows. */
export function roomFor(count: number): number {
  return count === 0 ? 0 : 2 ** Math.ceil(Math.log2(count));
}

function isOutdated(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === OUTDATED;
}
