import type { Kysely, Transaction } from 'kysely';
import type { Transact } from '../runtime/transact.ts';
import type { Database } from './schema.ts';

/** SQLSTATEs after which the same transaction may succeed when tried again: serialisation failure, deadlock, a table changed by a migration. */
const RETRIABLE = new Set(['40001', '40P01', '0A000']);
const MAX_ATTEMPTS = 5;

/**
 * Makes the `Transact` of a set of repositories. Isolation is PostgreSQL's READ COMMITTED: services lock the rows that they decide by
 * (`for update`), unique constraints do the rest. A deadlock or serialisation failure is tried up to five times in all, with a short random
 * pause; then its error is thrown.
 */
export function createTransact<Repositories>(
  db: Kysely<Database>,
  bind: (transaction: Transaction<Database>) => Repositories,
): Transact<Repositories> {
  return async function transact(work) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await db.transaction().execute((transaction) => work(bind(transaction)));
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isRetriable(error)) throw error;
        await pause(Math.random() * 10 * 2 ** attempt);
      }
    }
  };
}

/** `pg` gives the SQLSTATE as `code`. */
function isRetriable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && RETRIABLE.has(String(error.code));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
