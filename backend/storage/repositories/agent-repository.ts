import { type Kysely, sql } from 'kysely';
import type { AgentStatus } from '#shared/domain/agent';
import type { AgentId } from '#shared/domain/ids';
import type { AgentAccount, AgentRepository } from '../../modules/agents/index.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';
import { GIVEN, only, writtenOnce } from '../shared-reads.ts';

/** A session's use is written at most this often: it only has to be known to within minutes, and a write per request would be dear. */
const USE_WRITTEN_EVERY_MS = 60_000;

/** Accounts, sessions and presence of staff. */
export function createAgentRepository(db: Kysely<Database>): AgentRepository {
  const account = db
    .selectFrom('agents')
    .select([
      'id',
      'login',
      'name',
      'role',
      'capacity',
      'password_hash as passwordHash',
      'is_active as isActive',
    ]);
  return {
    findAccount: async (id): Promise<AgentAccount | null> =>
      (await account.where('id', '=', id).executeTakeFirst()) ?? null,
    findByLogin: async (login) =>
      (await account.where(sql`lower(login)`, '=', login.toLowerCase()).executeTakeFirst()) ?? null,
    async addAccount({ id, login, name, role, capacity, passwordHash, isActive }) {
      const row = {
        id,
        login,
        name: json(name),
        role,
        capacity,
        password_hash: passwordHash,
        is_active: isActive,
      };
      await db.insertInto('agents').values(row).execute();
    },
    setPasswordHash: (id, hash) => change(db, id, { password_hash: hash }),
    setActive: (id, isActive) => change(db, id, { is_active: isActive }),
    listAccounts: () =>
      statuses(db).select(['login', 'is_active as isActive']).orderBy('role').orderBy('login').execute(),
    listStatus: () => statuses(db).where('is_active', '=', true).orderBy('role').orderBy('login').execute(),
    readStatus: async (id) => only(await findStatuses(db, [id])),
    lockPresence: async (id) =>
      (await db
        .selectFrom('agents')
        .select(['presence', 'presence_at as at', 'is_active as isActive'])
        .where('id', '=', id)
        .forNoKeyUpdate()
        .executeTakeFirst()) ?? null,
    setPresence: (id, presence, at) => change(db, id, { presence, presence_at: at }),
    ...sessionsOf(db),
  };
}

function sessionsOf(
  db: Kysely<Database>,
): Pick<AgentRepository, 'addSession' | 'useSession' | 'endSession' | 'endSessionsOf' | 'listEnded'> {
  return {
    async addSession({ id, agentId, tokenHash, client, at, expiresAt }, passwordHash) {
      // Whoever shuts the account or changes its password at this moment waits for the row, and then ends this session as well.
      const holder = await db
        .selectFrom('agents')
        .select('id')
        .where('id', '=', agentId)
        .where('is_active', '=', true)
        .where('password_hash', '=', passwordHash)
        .forShare()
        .executeTakeFirst();
      if (holder === undefined) return false;
      const times = { created_at: at, used_at: at, expires_at: expiresAt };
      await db
        .insertInto('agent_sessions')
        .values({ id, agent_id: agentId, token_hash: tokenHash, client, ...times })
        .execute();
      return true;
    },
    async useSession(tokenHash, now, idleBefore) {
      const found = await db
        .selectFrom('agent_sessions as s')
        .innerJoin('agents as a', 'a.id', 's.agent_id')
        .select([
          's.id',
          's.agent_id as agentId',
          'a.role',
          's.expires_at as expiresAt',
          's.used_at as usedAt',
        ])
        .where('s.token_hash', '=', tokenHash)
        .where('s.ended_at', 'is', null)
        .where('s.expires_at', '>', now)
        .where('s.used_at', '>', idleBefore)
        .where('a.is_active', '=', true)
        .executeTakeFirst();
      if (found === undefined) return null;
      const { usedAt, ...session } = found;
      if (now.getTime() - usedAt.getTime() >= USE_WRITTEN_EVERY_MS) {
        await db.updateTable('agent_sessions').set({ used_at: now }).where('id', '=', session.id).execute();
      }
      return session;
    },
    async endSession(id, at) {
      await db
        .updateTable('agent_sessions')
        .set({ ended_at: at })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
    },
    async listEnded(ids, now, idleBefore) {
      const { rows } = await sql<{ id: string }>`select asked.id from unnest(${ids}::uuid[]) as asked (id)
        where not exists (select from agent_sessions s join agents a on a.id = s.agent_id
          where s.id = asked.id and s.ended_at is null and s.expires_at > ${now} and s.used_at > ${idleBefore} and a.is_active)`.execute(
        db,
      );
      return rows.map(({ id }) => id);
    },
    async endSessionsOf(agentId, at) {
      const ended = await db
        .updateTable('agent_sessions')
        .set({ ended_at: at })
        .where('agent_id', '=', agentId)
        .where('ended_at', 'is', null)
        .returning('id')
        .execute();
      return ended.map((session) => session.id);
    },
  };
}

/** Presence, and the load: what an agent owns now. */
function statuses(db: Kysely<Database>) {
  return db.selectFrom('agents').select((column) => [
    'id',
    'name',
    'role',
    'presence',
    'capacity',
    column
      .selectFrom('conversations as c')
      .select(({ fn }) => fn.countAll<AgentStatus['activeConversations']>().as('n'))
      .whereRef('c.owner_id', '=', 'agents.id')
      .$asScalar()
      .$notNull()
      .as('activeConversations'),
  ]);
}

const statusesOf = writtenOnce((db) => statuses(db).where(sql<boolean>`id = any(${GIVEN}::uuid[])`));

/** Presence and load of those of these agents that exist. */
export async function findStatuses(
  db: Kysely<Database>,
  ids: readonly AgentId[],
): Promise<Map<AgentId, AgentStatus>> {
  return new Map((await statusesOf(db, ids)).map((status) => [status.id, status]));
}

/** Every change of an agent is a change of the workspace: it carries the transaction that made it. */
async function change(
  db: Kysely<Database>,
  id: AgentAccount['id'],
  values: {
    password_hash?: string;
    is_active?: boolean;
    presence?: AgentStatus['presence'];
    presence_at?: Date;
  },
): Promise<void> {
  await db
    .updateTable('agents')
    .set({ ...values, changed_xid: sql<string>`pg_current_xact_id()` })
    .where('id', '=', id)
    .execute();
}
