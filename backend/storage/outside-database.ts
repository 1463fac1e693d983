import { Client } from 'pg';
import { StartFailure } from '../runtime/start-failure.ts';

const OLDEST_VERSION = 15;
const TIMEOUT_MS = 10_000;

/**
 * Tries the database that an operator named before anything relies on it. Throws `StartFailure` where it can't be reached, lets nobody in or is
 * too old; never with the address, which holds the password.
 */
export async function tryOutsideDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: TIMEOUT_MS });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    if (version < OLDEST_VERSION) {
      throw new Error(`it is PostgreSQL ${version}, and Baton needs ${OLDEST_VERSION} or later`);
    }
  } catch (error) {
    throw new StartFailure(
      `The database in DATABASE_URL can't be used: ${reasonOf(error)}. Without DATABASE_URL Baton uses a database of its own.`,
    );
  } finally {
    await client.end();
  }
}

/** The first of several failures: a name may stand for more than one address. */
function reasonOf(error: unknown): string {
  const [first] = error instanceof AggregateError ? error.errors : [error];
  return first instanceof Error ? first.message : String(first);
}
