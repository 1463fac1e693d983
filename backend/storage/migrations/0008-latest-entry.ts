import { type QueryExecutorProvider, sql } from 'kysely';

/** A row knows when its log was written to last, so that no clock behind another's makes time run backwards in it. Those long closed do without. */
export async function up(database: QueryExecutorProvider): Promise<void> {
  await sql
    .raw(
      `
alter table conversations add column latest_at timestamptz;
update conversations c set latest_at = latest.at from entries latest
  where latest.conversation_id = c.id and latest.seq = c.seq and (c.state <> 'closed' or c.closed_at > now() - interval '2 days');
`,
    )
    .execute(database);
}
