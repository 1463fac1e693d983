import { type QueryExecutorProvider, sql } from 'kysely';

/**
 * What every message pays for. An answer is kept as the text that it is, unread by the database; the time of a command only serves to forget
 * old ones, for which the order in which they stand is enough; a customer has so few conversations that the index of all finds the open one.
 */
const LIGHTER_WRITES = `
alter table commands alter column result type json;
drop index commands_at;
create index commands_at on commands using brin (at);
drop index conversations_open;
`;

/** Takes from the writes what reading does not need. */
export async function up(database: QueryExecutorProvider): Promise<void> {
  await sql.raw(LIGHTER_WRITES).execute(database);
}
