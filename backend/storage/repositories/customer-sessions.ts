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
  | 'enterSession'
  | 'listSessions'
  | 'lockSession'
  | 'setSessionIdentity'
  | 'setSessionToken'
  | 'addSessionToken'
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
          issued_at: session.at,
        })
        .execute();
    },
    enterSession: (tokenHash, at, issuedAfter) => enterSession(db, { tokenHash, at, issuedAfter }),
    listSessions: (ids) =>
      sessions(db)
        .select(tokenHashes)
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
    async setSessionToken(id, tokenHash, at) {
      const only = { token_hash: tokenHash, issued_at: at, former_hash: null, former_issued_at: null };
      await db.updateTable('customer_sessions').set(only).where('id', '=', id).execute();
    },
    async addSessionToken(id, tokenHash, { at, staleBefore, lostBefore }) {
      // The one before stays the one that the client surely has; a new one that was never used may not have arrived.
      const { numAffectedRows = 0n } =
        await sql`update customer_sessions set token_hash = ${tokenHash}, issued_at = ${at},
        former_hash = coalesce(former_hash, token_hash), former_issued_at = coalesce(former_issued_at, issued_at)
        where id = ${id} and ended_at is null and issued_at < case when former_hash is null then ${staleBefore}::timestamptz else ${lostBefore}::timestamptz end`.execute(
          db,
        );
      return numAffectedRows > 0n;
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

const tokenHashes = [
  'customer_sessions.token_hash as tokenHash',
  'customer_sessions.former_hash as formerHash',
] as const;

/** One reading, but for one time in ten minutes and for the first use of a new token. */
async function enterSession(
  db: Kysely<Database>,
  { tokenHash, at, issuedAfter }: { tokenHash: Buffer; at: Date; issuedAfter: Date },
): Promise<SessionRecord | null> {
  const found = await sessions(db)
    .select(['customer_sessions.used_at as usedAt', ...tokenHashes])
    .where(({ or, and, eb }) =>
      or([
        and([eb('token_hash', '=', tokenHash), eb('issued_at', '>', issuedAfter)]),
        and([eb('former_hash', '=', tokenHash), eb('former_issued_at', '>', issuedAfter)]),
      ]),
    )
    .executeTakeFirst();
  if (!found) return null;
  const { usedAt, tokenHash: newest, formerHash, ...session } = found;
  const isFirstUse = formerHash !== null && newest.equals(tokenHash);
  if (isFirstUse || at.getTime() - usedAt.getTime() > USE_STAMP_MS) {
    await db
      .updateTable('customer_sessions')
      .set({ used_at: at, ...(isFirstUse ? { former_hash: null, former_issued_at: null } : {}) })
      .where('id', '=', session.id)
      .where('token_hash', '=', newest)
      .execute();
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
