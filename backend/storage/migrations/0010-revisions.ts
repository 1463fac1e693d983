import { type QueryExecutorProvider, sql } from 'kysely';

/**
 * What messages said before they were edited or taken back (rule D19), and nowhere else; which webhooks take that back which has left; and when
 * words of a conversation were last revised. That column is written by revisions alone. A customer's sessions are found by their identity, for the
 * answers that they were given.
 */
const REVISIONS = `
create table message_revisions (
  entry_id uuid not null references entries (id), number int not null, content jsonb not null, author jsonb not null, at timestamptz not null,
  primary key (entry_id, number));
create index customer_sessions_identity on customer_sessions (identity_id);
alter table channels add column revises boolean not null default false;
alter table conversations add column revised_seq int not null default 0;
`;

/** Makes room for edits and recalls. */
export async function up(database: QueryExecutorProvider): Promise<void> {
  await sql.raw(REVISIONS).execute(database);
}
