import { type Kysely, sql } from 'kysely';
import { StartFailure } from '../runtime/start-failure.ts';
import { migrations } from './migrations/index.ts';
import type { Database } from './schema.ts';

/** Any fixed number that only Baton's migrations lock. */
const MIGRATION_LOCK = 7_140_211_001;

/** The database was made by a newer Baton: this one would misread it, so it stops. */
export class NewerDatabaseError extends StartFailure {
  override readonly name = 'NewerDatabaseError';
  constructor(unknown: readonly string[]) {
    super(
      `The database was made by a newer version of Baton (it has ${unknown.join(', ')}): start that version.`,
    );
  }
}

/**
 * Brings the database to this version's schema and tells which migrations it ran. All in one transaction under an advisory lock: nodes that
 * start at once wait for one another, and a failure leaves the database as it was.
 */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
  return await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction);
    await sql`create table if not exists migrations (name text primary key, applied_at timestamptz not null)`.execute(
      transaction,
    );
    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(transaction);
    const applied = new Set(rows.map((row) => row.name));
    const known = new Set(migrations.map((migration) => migration.name));
    const unknown = [...applied].filter((name) => !known.has(name));
    if (unknown.length > 0) throw new NewerDatabaseError(unknown);
    const pending = migrations.filter((migration) => !applied.has(migration.name));
    for (const { name, up } of pending) {
      await up(transaction);
      await sql`insert into migrations (name, applied_at) values (${name}, now())`.execute(transaction);
    }
    return pending.map((migration) => migration.name);
  });
}
