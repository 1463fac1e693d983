import { type Kysely, sql } from 'kysely';
import type { KeptAnswer, LogEntry } from '../../modules/conversations/index.ts';
import type { Database } from '../schema.ts';

type Row = { authorKey: string; clientId: KeptAnswer['key']['clientId']; result: unknown };

/**
 * Stored answers that name the conversation of a message and may show it: those of the commands of its entries from the message on, and those of
 * everybody who acted in it in the time in which the row showed the message. They are found by their keys: looking through the answers of all
 * would take as long as there are answers.
 */
export async function listAnswers(db: Kysely<Database>, message: LogEntry): Promise<KeptAnswer[]> {
  const [{ since, until }, keys] = [await shownIn(db, message), await listActing(db, message)];
  const { conversationId, seq } = message;
  const { rows: said } = await sql<Row>`
    select c.author_key as "authorKey", c.client_id as "clientId", c.result
    from entries e join commands c on c.author_key = e.author_key and c.client_id = e.client_id
    where e.conversation_id = ${conversationId} and e.seq >= ${seq} and e.client_id is not null`.execute(db);
  // The time is looked at before the text, which costs more.
  const { rows: done } = await sql<Row>`
    with near as materialized (
      select author_key, client_id, result from commands
      where author_key = any(${keys}::text[]) and at >= ${since} and at <= coalesce(${until}::timestamptz, 'infinity'))
    select author_key as "authorKey", client_id as "clientId", result from near
    where result::text like ${`%${conversationId}%`}`.execute(db);
  const found = new Map([...said, ...done].map((row) => [`${row.authorKey} ${row.clientId}`, row]));
  return Array.from(found.values(), ({ result, ...key }) => ({ key, result }));
}

/**
 * When the row showed the message: what the shop said until something else was said, what the customer said up to now, because its words of mood
 * stay longer. A minute more on both sides, for the clocks.
 */
async function shownIn(
  db: Kysely<Database>,
  { id, conversationId, seq, author }: LogEntry,
): Promise<{ since: Date; until: Date | null }> {
  const { rows } = await sql<{ since: Date; until: Date; n: number }>`
    select min(least(at, kept_at)) - interval '1 minute' as since,
      max(greatest(at, kept_at)) + interval '1 minute' as until, count(*)::int as n
    from (
      select e.at, coalesce(m.at, e.at) as kept_at
      from entries e left join commands m on m.author_key = e.author_key and m.client_id = e.client_id
      where e.conversation_id = ${conversationId} and e.seq >= ${seq} and e.type = 'message'
        and (e.id = ${id} or e.body #>> '{content,type}' <> 'notice')
      order by e.seq limit 2) told`.execute(db);
  const [span] = rows;
  if (span === undefined) throw new Error(`Entry ${id} is gone`);
  const isStillShown = author.kind === 'customer' || span.n < 2;
  return { since: span.since, until: isStillShown ? null : span.until };
}

/** Under which keys those gave commands who acted in the conversation: staff named in its log, and the customer's sessions. */
async function listActing(db: Kysely<Database>, { conversationId }: LogEntry): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select distinct 'agent:' || agent as key from entries e, lateral (values
      (e.author ->> 'agentId'), (e.body #>> '{agent,id}'), (e.body #>> '{to,id}')) named (agent)
    where e.conversation_id = ${conversationId} and agent is not null
    union all
    select 'customer-session:' || s.id from conversations v
      join identities i on i.customer_id = v.customer_id join customer_sessions s on s.identity_id = i.id
    where v.id = ${conversationId}`.execute(db);
  return rows.map(({ key }) => key);
}
