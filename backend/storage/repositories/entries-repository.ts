import { type Kysely, type Selectable, sql } from 'kysely';
import type { ConversationId } from '#shared/domain/ids';
import type { EntryRepository, LogEntry, LogPart, MoodLog } from '../../modules/conversations/index.ts';
import { newId } from '../../runtime/ids.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';

/** The log, read in parts; it is written by `conversations.save`. */
export function createEntryRepository(db: Kysely<Database>): EntryRepository {
  return {
    list: (conversationId, part) => list(db, { conversationId, part, column: 'seq' }),
    listForCustomer: (conversationId, part) => list(db, { conversationId, part, column: 'customer_seq' }),
    async find(id) {
      const row = await db.selectFrom('entries').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : entryOfRow(row);
    },
    async findHeld(id) {
      const row = await db
        .selectFrom('entries')
        .selectAll()
        .where('id', '=', id)
        .forShare()
        .executeTakeFirst();
      return row === undefined ? null : entryOfRow(row);
    },
    spokenAfter: (conversationId, seq) => spokenAfter(db, conversationId, seq),
    seenUpTo: (conversationId, seq) => seenUpTo(db, conversationId, seq),
    async hasRecalledAfter(conversationId, seq) {
      const recall = await db
        .selectFrom('entries')
        .select('id')
        .where('conversation_id', '=', conversationId)
        .where('seq', '>', seq)
        .where('type', '=', 'revised')
        .where(sql<boolean>`author ->> 'kind' = 'customer'`)
        .limit(1)
        .executeTakeFirst();
      return recall !== undefined;
    },
    async setDelivery(id, delivery) {
      await db
        .updateTable('entries')
        .set({ delivery: json(delivery) })
        .where('id', '=', id)
        .execute();
    },
    listMoods: (conversationId) => listMoods(db, conversationId),
    async addMoodCorrection(correction) {
      await db
        .insertInto('mood_corrections')
        .values({
          id: newId(),
          entry_id: correction.entryId,
          agent_id: correction.agentId,
          label: correction.label,
          text: correction.text,
          language: correction.language,
          at: correction.at,
        })
        .execute();
    },
  };
}

/** An entry as the columns of its row, as they are to be written. */
export function rowOfEntry(entry: LogEntry) {
  const values = valuesOfEntry(entry);
  return {
    ...values,
    author: json(values.author),
    body: json(values.body),
    delivery: values.delivery && json(values.delivery),
  };
}

/** What these columns hold. */
export function valuesOfEntry(entry: LogEntry) {
  return {
    conversation_id: entry.conversationId,
    seq: entry.seq,
    customer_seq: entry.customerSeq,
    id: entry.id,
    at: entry.at,
    author: entry.author,
    author_key: entry.authorKey,
    client_id: entry.clientId,
    channel_id: entry.channelId,
    type: entry.body.type,
    body: entry.body,
    delivery: entry.delivery,
  };
}

/** The entry of a row. */
export function entryOfRow(row: Selectable<Database['entries']>): LogEntry {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    seq: row.seq,
    customerSeq: row.customer_seq,
    at: row.at,
    author: row.author,
    authorKey: row.author_key,
    clientId: row.client_id,
    channelId: row.channel_id,
    body: row.body,
    delivery: row.delivery,
  };
}

async function list(
  db: Kysely<Database>,
  {
    conversationId,
    part,
    column,
  }: { conversationId: ConversationId; part: LogPart; column: 'seq' | 'customer_seq' },
): Promise<LogEntry[]> {
  const { before, after, limit } = part;
  const isForward = after !== undefined && before === undefined;
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where(column, 'is not', null)
    .$if(before !== undefined, (query) => query.where(column, '<', before ?? 0))
    .$if(after !== undefined, (query) => query.where(column, '>', after ?? 0))
    .orderBy(column, isForward ? 'asc' : 'desc')
    .limit(limit)
    .execute();
  const entries = rows.map(entryOfRow);
  return isForward ? entries : entries.reverse();
}

async function spokenAfter(db: Kysely<Database>, conversationId: ConversationId, seq: number) {
  return await db
    .selectFrom('entries')
    .select([
      sql<number>`(count(*) filter (where type = 'message' and author->>'kind' = 'customer'
        and body #>> '{content,type}' <> 'recalled'))::int`.as('customerMessages'),
      sql<boolean>`coalesce(bool_or(type = 'message' and author->>'kind' = 'bot'), false)`.as('hasBotSaid'),
      sql<boolean>`coalesce(bool_or(type = 'bot-draft'), false)`.as('hasBotDrafted'),
    ])
    .where('conversation_id', '=', conversationId)
    .where('seq', '>', seq)
    .executeTakeFirstOrThrow();
}

async function seenUpTo(db: Kysely<Database>, conversationId: ConversationId, seq: number) {
  return await db
    .selectFrom('entries')
    .select([
      sql<number>`coalesce(max(customer_seq) filter (where seq <= ${seq}), 0)::int`.as('customerSeq'),
      sql<number>`(count(*) filter (where seq > ${seq} and author->>'kind' = 'customer'
        and body #>> '{content,type}' <> 'recalled'))::int`.as('unread'),
    ])
    .where('conversation_id', '=', conversationId)
    .where('type', '=', 'message')
    .executeTakeFirstOrThrow();
}

async function listMoods(db: Kysely<Database>, conversationId: ConversationId): Promise<MoodLog> {
  const rows = await db
    .selectFrom('entries')
    .select(['id', 'body'])
    .where('conversation_id', '=', conversationId)
    .where('type', 'in', ['message', 'mood-corrected'])
    .orderBy('seq')
    .execute();
  const log: MoodLog = { moods: [], corrections: [] };
  for (const { id, body } of rows) {
    if (body.type === 'message' && body.mood !== null) log.moods.push({ entryId: id, mood: body.mood });
    if (body.type === 'mood-corrected') log.corrections.push({ entryId: body.entryId, label: body.label });
  }
  return log;
}
