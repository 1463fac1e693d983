import { type QueryExecutorProvider, sql } from 'kysely';

/**
 * The place in the queue is how fast waiting counts, no longer one fixed moment (decision 0003). Who waits keeps about the head start that they had:
 * nine minutes of it was the most that a mood could give.
 */
export async function up(database: QueryExecutorProvider): Promise<void> {
  await sql
    .raw(
      `
alter table conversations add column urgency smallint check (urgency between 0 and 4);
update conversations set waiting_since = coalesce(waiting_since, rank_at),
  urgency = least(4, round(4 * extract(epoch from coalesce(waiting_since, rank_at) - rank_at) / 540)) where state = 'waiting';
alter table conversations drop column rank_at;
alter table conversations add constraint conversations_place check (
  (state = 'waiting') = (urgency is not null) and (urgency is null or waiting_since is not null));
create index conversations_queue on conversations (urgency, waiting_since, id) where state = 'waiting';
`,
    )
    .execute(database);
}
