import { type QueryExecutorProvider, sql } from 'kysely';

/**
 * What the knowledge base was asked and what the bot said: the food of the learning loop. One row per question; `rejected` when the customer
 * said in their next turn that it did not help, or asked the same again.
 */
const BOT_ANSWERS = `
create table bot_answers (
  id uuid primary key, conversation_id uuid not null references conversations, entry_id uuid not null references entries (id),
  question text not null, language text not null, intent text, article_id text, confidence real not null,
  outcome text not null check (outcome in ('answered', 'unanswered', 'rejected')), at timestamptz not null);
create index bot_answers_at on bot_answers (at);
create unique index bot_answers_entry on bot_answers (entry_id);
`;

/** Makes room for what the bot answered. */
export async function up(database: QueryExecutorProvider): Promise<void> {
  await sql.raw(BOT_ANSWERS).execute(database);
}
