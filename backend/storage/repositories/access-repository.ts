import type { Kysely } from 'kysely';
import type { AccessRepository } from '../../modules/access/index.ts';
import type { Database } from '../schema.ts';

const STANDING = [
  'state',
  'owner_id as ownerId',
  'offered_to as offeredTo',
  'offered_by as offeredBy',
  'closed_by as closedBy',
  'closed_at as closedAt',
] as const;

/** The few columns by which access is decided. */
export function createAccessRepository(db: Kysely<Database>): AccessRepository {
  return {
    readStanding: async (id) =>
      (await db.selectFrom('conversations').select(STANDING).where('id', '=', id).executeTakeFirst()) ?? null,
    listStandings: (id) =>
      db.selectFrom('conversations').select(STANDING).where('customer_id', '=', id).execute(),
    async conversationOf(id) {
      const entry = await db
        .selectFrom('entries')
        .select('conversation_id as conversationId')
        .where('id', '=', id)
        .executeTakeFirst();
      return entry?.conversationId ?? null;
    },
    async isDone({ authorKey, clientId, fingerprint }) {
      const done = await db
        .selectFrom('commands')
        .select('fingerprint')
        .where('author_key', '=', authorKey)
        .where('client_id', '=', clientId)
        .executeTakeFirst();
      return done?.fingerprint.equals(fingerprint) ?? false;
    },
    async customerOf(id) {
      const row = await db
        .selectFrom('conversations')
        .select('customer_id as customerId')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.customerId ?? null;
    },
  };
}
