import { type Kysely, sql } from 'kysely';
import type { CustomerRepository, SessionRecord, TokenAge } from '../../modules/customers/index.ts';
import type { Database } from '../schema.ts';
import { GIVEN, only, writtenOnce } from '../shared-reads.ts';

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
  | 'tokenAge'
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
    async enterSession(tokenHash, at, issuedAfter) {
      const [session] = await enterSessions(db, [{ tokenHash, at, issuedAfter }]);
      return session ?? null;
    },
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
    tokenAge: async (id) => only(await findTokenAges(db, [id])),
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

/** Somebody who comes with a token, and after when it must have been issued. */
export type Entering = { tokenHash: Buffer; at: Date; issuedAfter: Date };

const entered = writtenOnce((db) =>
  sessions(db)
    .select([
      'customer_sessions.used_at as usedAt',
      'customer_sessions.issued_at as issuedAt',
      'customer_sessions.former_issued_at as formerIssuedAt',
      ...tokenHashes,
    ])
    .where(sql<boolean>`(token_hash = any(${GIVEN}::bytea[]) or former_hash = any(${GIVEN}::bytea[]))`),
);

/** One reading for all of them, and one writing for those of whom something is to be stamped: each once in ten minutes, and at the first use of a new token. */
export async function enterSessions(
  db: Kysely<Database>,
  entering: readonly Entering[],
): Promise<(SessionRecord | null)[]> {
  const hashes = entering.map(({ tokenHash }) => tokenHash);
  const rows = await entered(db, hashes);
  const byHash = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    byHash.set(keyOf(row.tokenHash), row);
    if (row.formerHash !== null) byHash.set(keyOf(row.formerHash), row);
  }
  const stamps: Stamp[] = [];
  const found = entering.map(({ tokenHash, at, issuedAfter }) => {
    const row = byHash.get(keyOf(tokenHash));
    if (row === undefined) return null;
    const { usedAt, issuedAt, formerIssuedAt, tokenHash: newest, formerHash, ...session } = row;
    const isNewest = newest.equals(tokenHash);
    const from = isNewest ? issuedAt : formerIssuedAt;
    if (from === null || from <= issuedAfter) return null;
    const isFirstUse = isNewest && formerHash !== null;
    if (isFirstUse || at.getTime() - usedAt.getTime() > USE_STAMP_MS)
      stamps.push({ id: session.id, newest, at, isFirstUse });
    return session;
  });
  if (stamps.length > 0) await stampAll(db, stamps);
  return found;
}

type Stamp = { id: string; newest: Buffer; at: Date; isFirstUse: boolean };

/** Nobody waits for a row that somebody else holds, such as for a merge: what is not stamped now is stamped at the next use. */
async function stampAll(db: Kysely<Database>, stamps: readonly Stamp[]): Promise<void> {
  const of = <K extends keyof Stamp>(name: K) => stamps.map((stamp) => stamp[name]);
  await sql`
    with stamp as (
      select id, newest, max(at) as at, bool_or(is_first_use) as is_first_use
      from unnest(${of('id')}::uuid[], ${of('newest')}::bytea[], ${of('at')}::timestamptz[], ${of('isFirstUse')}::boolean[])
        as given(id, newest, at, is_first_use)
      group by id, newest
    ), held as materialized (
      select s.id from customer_sessions s where s.id in (select id from stamp) for no key update skip locked
    )
    update customer_sessions s
    set used_at = stamp.at,
      former_hash = case when stamp.is_first_use then null else s.former_hash end,
      former_issued_at = case when stamp.is_first_use then null else s.former_issued_at end
    from held join stamp on stamp.id = held.id
    where s.id = held.id and s.token_hash = stamp.newest`.execute(db);
}

function keyOf(hash: Buffer): string {
  return hash.toString('latin1');
}

const tokenAges = writtenOnce((db) =>
  db
    .selectFrom('customer_sessions')
    .select(['id', 'issued_at as issuedAt', sql<boolean>`former_hash is not null`.as('hasFormer')])
    .where(sql<boolean>`id = any(${GIVEN}::uuid[])`)
    .where('ended_at', 'is', null),
);

/** How old the tokens of these sessions are, of those that live. */
export async function findTokenAges(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<Map<string, TokenAge>> {
  const rows = await tokenAges(db, ids);
  return new Map(rows.map(({ id, ...age }) => [id, age]));
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
