import { type Kysely, type Selectable, sql } from 'kysely';
import type { ConversationId, CustomerId } from '#shared/domain/ids';
import type { ChangeRepository, LogEntry } from '../../modules/conversations/index.ts';
import type { Standing } from '../../runtime/facts.ts';
import type { Database } from '../schema.ts';
import { conversationOf, withNames } from './conversation-rows.ts';
import { entryOfRow } from './entries-repository.ts';

/** What was changed since some transaction: narrow rows first, in the order of the index, whole ones only of those that concern somebody. */
export function createChangeRepository(db: Kysely<Database>): ChangeRepository {
  return {
    async readHorizon() {
      const { rows } = await sql<{ xid: string }>`
        select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(db);
      return rows[0]?.xid ?? '0';
    },
    async listChanged(since, { after, limit }) {
      const begin = after
        ? sql<boolean>`(changed_xid, id) > (${after.xid}::xid8, ${after.id}::uuid)`
        : sql<boolean>`changed_xid >= ${since}::xid8`;
      const { rows } = await sql<ChangedColumns>`
        select id, version, customer_id, state, owner_id, offered_to, offered_by, closed_by, closed_at,
          changed_xid::text as xid
        from conversations where ${begin} order by conversations.changed_xid, conversations.id limit ${limit}`.execute(
        db,
      );
      return rows.map((row) => ({
        id: row.id,
        version: row.version,
        customerId: row.customer_id,
        standing: {
          state: row.state,
          ownerId: row.owner_id,
          offeredTo: row.offered_to,
          offeredBy: row.offered_by,
          closedBy: row.closed_by,
          closedAt: row.closed_at,
        },
        mark: { xid: row.xid, id: row.id },
      }));
    },
    async readLatest(ids) {
      if (ids.length === 0) return [];
      const chosen = db.selectFrom('conversations').selectAll().where('id', 'in', ids);
      const conversations = (await withNames(db, chosen).execute()).map(conversationOf);
      const entries = await lastEntriesOf(db, ids);
      return conversations.map((conversation) => ({
        conversation,
        entries: entries.filter(({ conversationId }) => conversationId === conversation.id),
      }));
    },
  };
}

type ChangedColumns = {
  id: ConversationId;
  version: number;
  customer_id: CustomerId;
  state: Standing['state'];
  owner_id: Standing['ownerId'];
  offered_to: Standing['offeredTo'];
  offered_by: Standing['offeredBy'];
  closed_by: Standing['closedBy'];
  closed_at: Date | null;
  xid: string;
};

/** Two look-ups by key for each conversation: the end of the log, and the end of what the customer sees of it. */
async function lastEntriesOf(db: Kysely<Database>, ids: readonly ConversationId[]): Promise<LogEntry[]> {
  const { rows } = await sql<Selectable<Database['entries']>>`
    select e.* from unnest(${ids}::uuid[]) as c (id) cross join lateral (
      (select * from entries where conversation_id = c.id order by seq desc limit 1)
      union
      (select * from entries where conversation_id = c.id and customer_seq is not null order by customer_seq desc limit 1)
    ) e order by e.conversation_id, e.seq`.execute(db);
  return rows.map(entryOfRow);
}
