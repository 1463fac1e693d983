import { type Kysely, sql } from 'kysely';
import type { InsightsRepository } from '../../modules/insights/index.ts';
import type { Database } from '../schema.ts';

/** The log of a day, for the figures. */
export function createInsightsRepository(db: Kysely<Database>): InsightsRepository {
  return {
    async readDay(since) {
      const [handoffs, closings, botOnly] = await Promise.all([
        handoffsSince(db, since),
        closingsSince(db, since),
        botOnlySince(db, since),
      ]);
      return { handoffs, closings, botOnly };
    },
  };
}

function handoffsSince(db: Kysely<Database>, since: Date) {
  return db
    .selectFrom('handoffs')
    .select(['requested_at as requestedAt', 'trigger', 'claimed_at as claimedAt'])
    .select(['first_response_at as firstResponseAt', 'agent_id as agentId'])
    .where('requested_at', '>=', since)
    .execute();
}

function closingsSince(db: Kysely<Database>, since: Date) {
  return db
    .selectFrom('conversations as c')
    .select(['c.closed_by as closedBy', 'c.cause_code as causeCode'])
    .select(sql<boolean>`exists (select from handoffs h where h.conversation_id = c.id)`.as('wasHandedOff'))
    .where('c.closed_at', '>=', since)
    .execute();
}

async function botOnlySince(db: Kysely<Database>, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('conversations as c')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('c.opened_at', '>=', since)
    .where(sql<boolean>`not exists (select from handoffs h where h.conversation_id = c.id)`)
    .executeTakeFirstOrThrow();
  return count;
}
