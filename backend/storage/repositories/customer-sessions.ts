import { type Kysely, sql } from 'kysely';
import type { CustomerRepository, SessionRecord } from '../../modules/customers/index.ts';
import type { Database } from '../schema.ts';

/** A session's last use is written at most this often: reading must not cost a write each time. */
const USE_STAMP_MS = 10 * 60_000;

/** The sessions of customers' clients. */
export function sessionPart(
  db: Kysely<Database>,
): Pick<
  CustomerRepository,
  | 'addSession'
  | 'useSession'
  | 'listSessions'
  | 'lockSession'
  | 'setSessionIdentity'
  | 'setSessionToken'
  | 'endSession'
> {
  return {
    async addSession(session) {
      await db
        .insertInto('customer_sessions')
        .values({
          id: session.id,
          token_hash: session.tokenHash,
          identity_id: session.identityId,
          channel_id: session.channelId,
          language: session.language,
          created_at: session.at,
          used_at: session.at,
        })
        .execute();
    },
    useSession: (tokenHash, at) => useSession(db, tokenHash, at),
    listSessions: (ids) =>
      sessions(db)
        .select('customer_sessions.token_hash as tokenHash')
        .where(sql<boolean>`customer_sessions.id = any(${ids}::uuid[])`)
        .execute(),
    async lockSession(id) {
      return (
        (await sessions(db)
          .where('customer_sessions.id', '=', id)
          .forUpdate('customer_sessions')
          .executeTakeFirst()) ?? null
      );
    },
    async setSessionIdentity(id, identityId) {
      await db
        .updateTable('customer_sessions')
        .set({ identity_id: identityId })
        .where('id', '=', id)
        .execute();
    },
    async setSessionToken(id, tokenHash) {
      await db.updateTable('customer_sessions').set({ token_hash: tokenHash }).where('id', '=', id).execute();
    },
    async endSession(id, at) {
      await db
        .updateTable('customer_sessions')
        .set({ ended_at: at })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
    },
  };
}

/** One reading, but for one time in ten minutes. */
async function useSession(db: Kysely<Database>, tokenHash: Buffer, at: Date): Promise<SessionRecord | null> {
  const found = await sessions(db)
    .select('customer_sessions.used_at as usedAt')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (!found) return null;
  const { usedAt, ...session } = found;
  if (at.getTime() - usedAt.getTime() > USE_STAMP_MS) {
    await db.updateTable('customer_sessions').set({ used_at: at }).where('id', '=', session.id).execute();
  }
  return session;
}

/** Living sessions with who they belong to now. */
function sessions(db: Kysely<Database>) {
  return db
    .selectFrom('customer_sessions')
    .innerJoin('identities', 'identities.id', 'customer_sessions.identity_id')
    .select([
      'customer_sessions.id',
      'customer_sessions.identity_id as identityId',
      'customer_sessions.channel_id as channelId',
      'identities.customer_id as customerId',
      'customer_sessions.language',
    ])
    .where('ended_at', 'is', null)
    .$castTo<SessionRecord>();
}
