import { type Kysely, sql } from 'kysely';
import type { ConversationId } from '#shared/domain/ids';
import type { HandoffRepository } from '../../modules/handoff/index.ts';
import { newId } from '../../runtime/ids.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';

/** The human stretches of conversations; at most one of each is running. */
export function createHandoffRepository(db: Kysely<Database>): HandoffRepository {
  const running = (conversationId: ConversationId) =>
    db.updateTable('handoffs').where('conversation_id', '=', conversationId).where('ended_at', 'is', null);
  return {
    async begin({ conversationId, requestedAt, trigger, record }) {
      const row = { id: newId(), conversation_id: conversationId, requested_at: requestedAt, trigger };
      await db
        .insertInto('handoffs')
        .values({ ...row, record: json(record) })
        .execute();
    },
    async claim(conversationId, agentId, at) {
      const first = sql<Date>`coalesce(claimed_at, ${at})`;
      await running(conversationId).set({ agent_id: agentId, claimed_at: first }).execute();
    },
    async markFirstResponse(conversationId, at) {
      await running(conversationId)
        .where('first_response_at', 'is', null)
        .set({ first_response_at: at })
        .execute();
    },
    async end(conversationId, how, at) {
      await running(conversationId).set({ ended_at: at, ended_how: how }).execute();
    },
    async resume(conversationId) {
      const { numUpdatedRows } = await db
        .updateTable('handoffs')
        .set({ ended_at: null, ended_how: null })
        .where('ended_how', '=', 'closed')
        .where('id', '=', ({ selectFrom }) =>
          selectFrom('handoffs')
            .select('id')
            .where('conversation_id', '=', conversationId)
            .orderBy('requested_at', 'desc')
            .limit(1),
        )
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
    async recentWaitsMs(since, limit) {
      const rows = await db
        .selectFrom('handoffs')
        .select(sql<number>`extract(epoch from claimed_at - requested_at)::float8 * 1000`.as('wait'))
        .where('claimed_at', '>=', since)
        .where('trigger', '<>', 'taken-over')
        .orderBy('requested_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ wait }) => wait);
    },
  };
}
