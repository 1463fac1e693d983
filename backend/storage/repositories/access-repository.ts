import { type Kysely, sql } from 'kysely';
import type { ConversationId, CustomerId } from '#shared/domain/ids';
import type { AccessRepository } from '../../modules/access/index.ts';
import type { Standing } from '../../runtime/facts.ts';
import type { Database } from '../schema.ts';
import { GIVEN, only, writtenOnce } from '../shared-reads.ts';

const STANDING = [
  'state',
  'owner_id as ownerId',
  'offered_to as offeredTo',
  'offered_by as offeredBy',
  'closed_by as closedBy',
  'closed_at as closedAt',
] as const;

const standings = writtenOnce((db) =>
  db
    .selectFrom('conversations')
    .select('id')
    .select(STANDING)
    .where(sql<boolean>`id = any(${GIVEN}::uuid[])`),
);
const customers = writtenOnce((db) =>
  db
    .selectFrom('conversations')
    .select(['id', 'customer_id as customerId'])
    .where(sql<boolean>`id = any(${GIVEN}::uuid[])`),
);

/** Who stands where in each of these conversations. */
export async function findStandings(
  db: Kysely<Database>,
  ids: readonly ConversationId[],
): Promise<Map<ConversationId, Standing>> {
  const rows = await standings(db, ids);
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}

/** Whose each of these conversations is. */
export async function findCustomersOf(
  db: Kysely<Database>,
  ids: readonly ConversationId[],
): Promise<Map<ConversationId, CustomerId>> {
  const rows = await customers(db, ids);
  return new Map(rows.map(({ id, customerId }) => [id, customerId]));
}

/** The few columns by which access is decided. */
export function createAccessRepository(db: Kysely<Database>): AccessRepository {
  return {
    readStanding: async (id) => only(await findStandings(db, [id])),
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
    customerOf: async (id) => only(await findCustomersOf(db, [id])),
  };
}
