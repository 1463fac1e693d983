import { type Kysely, sql } from 'kysely';
import type { QueueRepository } from '../../modules/handoff/index.ts';
import type { Database } from '../schema.ts';
import { conversationOf, withNames } from './conversation-rows.ts';

/** The queue and who works it off. */
export function createQueueRepository(db: Kysely<Database>): QueueRepository {
  return {
    async countAhead({ rankAt, conversationId }) {
      const { count } = await db
        .selectFrom('conversations')
        .select(counted)
        .where('state', '=', 'waiting')
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
        .where('state', '=', 'waiting')
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

const counted = sql<number>`count(*)::int`.as('count');
