import { type Kysely, sql } from 'kysely';
import type { AgentId, ConversationId } from '#shared/domain/ids';
import { EARLY_MS, GROWTH_PER_STEP, MAX_HEAD_START_MS, urgencies } from '#shared/domain/queue-order';
import type { QueueRepository, Taker } from '../../modules/handoff/index.ts';
import type { QueueReads } from '../group-commit/queue-desk.ts';
import { roomFor } from '../prepared.ts';
import type { Database } from '../schema.ts';
import { conversationOf, withNames } from './conversation-rows.ts';
import { STAFF_MEMBER } from './staff-repository.ts';

/** The queue and who works it off. */
export function createQueueRepository(db: Kysely<Database>): QueueRepository {
  return {
    listIdleOfBot: (before, limit) => listIdleOfBot(db, before, limit),
    async countAhead(askedBefore) {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count
        from unnest(${urgencies}::smallint[], ${askedBefore}::timestamptz[]) as each(urgency, moment), conversations c
        where c.state = 'waiting' and c.urgency = each.urgency and c.waiting_since < each.moment`.execute(db);
      return rows[0]?.count ?? 0;
    },
    async countOnlineAgents() {
      const { count } = await db
        .selectFrom('agents')
        .select(counted)
        .where('presence', '=', 'online')
        .where('is_active', '=', true)
        .executeTakeFirstOrThrow();
      return count;
    },
    lockTaker: (agentId) => lockTaker(db, agentId),
    async lockHeldBy(agentId) {
      const held = db
        .selectFrom('conversations')
        .selectAll()
        .where(({ or, eb }) => or([eb('owner_id', '=', agentId), eb('offered_to', '=', agentId)]))
        .orderBy('id')
        .forNoKeyUpdate();
      const rows = await withNames(db, held).orderBy('c.id').execute();
      return rows.map(conversationOf);
    },
    async lockHead(held, now) {
      const head = db
        .selectFrom('conversations')
        .selectAll()
        .where(isWaiting)
        .where('id', 'in', foremost(FOREMOST, []))
        .orderBy(rankAt('conversations', now))
        .orderBy('id')
        .limit(1)
        .forNoKeyUpdate()
        .$if(held === 'skip', (query) => query.skipLocked());
      const row = await withNames(db, head).executeTakeFirst();
      return row === undefined ? null : conversationOf(row);
    },
  };
}

/** How many of each urgency are looked at for one that nobody holds: more than may be taken at one moment. */
const FOREMOST = 64;

/** `rankAtMs` of the domain. */
function rankAt(row: 'conversations' | 'c', now: Date) {
  const since = sql.ref(`${row}.waiting_since`);
  const waited = sql`greatest(${now}::timestamptz - ${since}, interval '0') + ${EARLY_MS} * interval '1 ms'`;
  return sql`${since} - least(${MAX_HEAD_START_MS} * interval '1 ms', ${sql.ref(`${row}.urgency`)} * ${GROWTH_PER_STEP}::float8 * (${waited}))`;
}

/**
 * The ids among which the first so many are: within one urgency who asked first is first, at any time. Each is one look into the index. The number is
 * written out: with a parameter PostgreSQL would plan the statement anew each time, which costs ten times as much as to run it.
 */
function foremost(count: number, except: readonly ConversationId[]) {
  return sql<ConversationId>`(select first.id from unnest(${[...urgencies]}::smallint[]) as each(urgency), lateral (
    select id from conversations where ${isWaiting} and urgency = each.urgency and id <> all(${except}::uuid[])
    order by waiting_since, id limit ${sql.lit(count)}) as first)`;
}

/** Written out, so that a prepared statement may use the index of those that wait. */
const isWaiting = sql<boolean>`state = 'waiting'`;
const counted = sql<number>`count(*)::int`.as('count');

/**
 * Marks the row as touched by this transaction, by which also those know of it who take without locks (`findTakers`). Counted only then, by a
 * statement of its own, which sees what others have committed while this one waited.
 */
async function lockTaker(db: Kysely<Database>, agentId: AgentId): Promise<Taker | null> {
  const member = await db
    .updateTable('agents')
    .set({ changed_xid: sql<string>`pg_current_xact_id()` })
    .where('id', '=', agentId)
    .returning(STAFF_MEMBER)
    .executeTakeFirst();
  if (member === undefined) return null;
  const { count } = await db
    .selectFrom('conversations')
    .select(counted)
    .where('owner_id', '=', agentId)
    .executeTakeFirstOrThrow();
  return { member, active: count };
}

/** Those who want one of the queue, and the first that wait, read without a lock: whoever writes on the ground of it compares. */
export function createQueueReads(db: Kysely<Database>): QueueReads {
  return {
    async findTakers(ids) {
      const rows = await db
        .selectFrom('agents')
        .select(STAFF_MEMBER)
        .select(({ selectFrom }) => [
          sql<string>`changed_xid::text`.as('seenXid'),
          selectFrom('conversations as c')
            .select(counted)
            .whereRef('c.owner_id', '=', 'agents.id')
            .as('active'),
        ])
        .where(sql<boolean>`id = any(${ids}::uuid[])`)
        .execute();
      return rows.map(({ seenXid, active, ...member }) => ({ member, active: active ?? 0, seenXid }));
    },
    async findHeads({ count, except, now }) {
      const most = roomFor(count);
      const heads = db
        .selectFrom('conversations')
        .selectAll()
        .where('id', 'in', foremost(most, except))
        .orderBy(rankAt('conversations', now))
        .orderBy('id')
        .limit(sql.lit(most));
      const rows = await withNames(db, heads).orderBy(rankAt('c', now)).orderBy('c.id').execute();
      return rows.slice(0, count).map(conversationOf);
    },
  };
}

async function listIdleOfBot(db: Kysely<Database>, before: Date, limit: number): Promise<ConversationId[]> {
  const idle = await db
    .selectFrom('conversations as c')
    .leftJoin('entries as latest', (join) =>
      join.onRef('latest.conversation_id', '=', 'c.id').onRef('latest.seq', '=', 'c.seq'),
    )
    .select('c.id')
    .where('c.state', '=', 'bot')
    .where(sql<boolean>`coalesce(latest.at, c.opened_at) < ${before}`)
    .orderBy(sql`coalesce(latest.at, c.opened_at)`)
    .limit(limit)
    .execute();
  return idle.map(({ id }) => id);
}
