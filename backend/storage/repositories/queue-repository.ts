import { type Kysely, sql } from 'kysely';
import type { ConversationId } from '#shared/domain/ids';
import type { QueueRepository } from '../../modules/handoff/index.ts';
import type { Database } from '../schema.ts';
import { conversationOf, withNames } from './conversation-rows.ts';

/** The queue and who works it off. */
export function createQueueRepository(db: Kysely<Database>): QueueRepository {
  return {
    listIdleOfBot: (before, limit) => listIdleOfBot(db, before, limit),
    async countAhead({ rankAt, conversationId }) {
      const { count } = await db
        .selectFrom('conversations')
        .select(counted)
        .where(isWaiting)
        .where(sql<boolean>`(rank_at, id) < (${rankAt}, ${conversationId})`)
        .executeTakeFirstOrThrow();
      return count;
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
    async countOwned(agentId) {
      const { count } = await db
        .selectFrom('conversations')
        .select(counted)
        .where('owner_id', '=', agentId)
        .executeTakeFirstOrThrow();
      return count;
    },
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
    async lockHead(held) {
      const head = db
        .selectFrom('conversations')
        .selectAll()
        .where(isWaiting)
        .orderBy('rank_at')
        .orderBy('id')
        .limit(1)
        .forNoKeyUpdate()
        .$if(held === 'skip', (query) => query.skipLocked());
      const row = await withNames(db, head).executeTakeFirst();
      return row === undefined ? null : conversationOf(row);
    },
  };
}

/** Written out, so that a prepared statement may use the index of those that wait. */
const isWaiting = sql<boolean>`state = 'waiting'`;
const counted = sql<number>`count(*)::int`.as('count');

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
