import type { Kysely } from 'kysely';
import type { PastConversation } from '#shared/domain/conversation';
import type { CustomerId } from '#shared/domain/ids';
import { moodLevel } from '#shared/domain/mood';
import type { Database } from '../schema.ts';

/** From here down a conversation counts as a complaint: the score at which a customer is spoken of as upset. */
const UPSET = -0.2;

/** The customer's conversations, newest first, each with its outcome and root cause. */
export async function listPastConversations(
  db: Kysely<Database>,
  customerId: CustomerId,
  limit: number,
): Promise<PastConversation[]> {
  const rows = await db
    .selectFrom('conversations')
    .leftJoin('agents', (join) =>
      join.onRef('agents.id', '=', (eb) => eb.fn.coalesce('closed_by', 'owner_id')),
    )
    .select([
      'conversations.id',
      'opened_at',
      'closed_at',
      'first_line',
      'worst_score',
      'outcome',
      'cause_code',
      'channel_id',
      'agents.id as agentId',
      'agents.name as agentName',
    ])
    .where('customer_id', '=', customerId)
    .orderBy('opened_at', 'desc')
    .limit(limit)
    .execute();
  const channels = await usedChannels(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    channelIds: channels.get(row.id) ?? [row.channel_id],
    firstLine: row.first_line.slice(0, 160),
    moodLevel: moodLevel(row.worst_score),
    outcome: row.outcome,
    causeCode: row.cause_code,
    agent: row.agentId && row.agentName ? { id: row.agentId, name: row.agentName } : null,
  }));
}

async function usedChannels(
  db: Kysely<Database>,
  ids: PastConversation['id'][],
): Promise<Map<string, PastConversation['channelIds']>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('entries')
    .select(['conversation_id', 'channel_id'])
    .distinct()
    .where('conversation_id', 'in', ids)
    .where('channel_id', 'is not', null)
    .execute();
  const byConversation = Map.groupBy(rows, (row) => row.conversation_id);
  return new Map(
    [...byConversation].map(([id, used]) => [
      id,
      used.flatMap((row) => (row.channel_id ? [row.channel_id] : [])),
    ]),
  );
}

/** Conversations since then in which the customer was upset or worse. */
export async function countComplaints(
  db: Kysely<Database>,
  customerId: CustomerId,
  since: Date,
): Promise<number> {
  const row = await db
    .selectFrom('conversations')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('customer_id', '=', customerId)
    .where('opened_at', '>=', since)
    .where('worst_score', '<=', UPSET)
    .executeTakeFirstOrThrow();
  return row.count;
}
