import { type QueryExecutorProvider, sql } from 'kysely';

/**
 * What leaves the house, tried and counted (rule D14). An attempt's row is written before the attempt is made; one without an end is under way, or
 * was cut off. A channel has an outage while it takes nothing. The delivery itself stays with its entry; two indexes hold the few that wait.
 */
const DELIVERIES = `
create table delivery_attempts (
  entry_id uuid not null references entries (id), number int not null, key text not null, began_at timestamptz not null,
  ended_at timestamptz, outcome text check (outcome in ('sent','failed','again','unknown')), reason jsonb,
  primary key (entry_id, number), check ((ended_at is null) = (outcome is null)));
create table channel_outages (
  channel_id uuid primary key references channels, since timestamptz not null, failures int not null,
  next_try_at timestamptz not null, reason jsonb not null);
create index entries_waiting on entries (conversation_id, channel_id, seq) where delivery ->> 'state' = 'queued';
create index entries_undelivered on entries (id) where delivery ->> 'state' in ('failed','unknown');
`;

/** Makes room for attempts and outages. */
export async function up(database: QueryExecutorProvider): Promise<void> {
  await sql.raw(DELIVERIES).execute(database);
}
