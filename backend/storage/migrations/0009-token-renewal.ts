import { type QueryExecutorProvider, sql } from 'kysely';

/** Customers' tokens get an age, and while a new one is on its way to its client the one before still opens the session. */
export async function up(database: QueryExecutorProvider): Promise<void> {
  await sql
    .raw(
      `
alter table customer_sessions add column issued_at timestamptz not null default now(),
  add column former_hash bytea unique, add column former_issued_at timestamptz;
`,
    )
    .execute(database);
}
