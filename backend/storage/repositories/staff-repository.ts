import { type Kysely, sql } from 'kysely';
import type { AgentId } from '#shared/domain/ids';
import type { StaffMember, StaffRepository } from '../../modules/conversations/index.ts';
import type { Database } from '../schema.ts';
import { GIVEN, only, writtenOnce } from '../shared-reads.ts';

/** The columns of a member of staff. */
export const STAFF_MEMBER = [
  'id',
  'name',
  'role',
  'capacity',
  'presence',
  'presence_at as presenceAt',
  'is_active as isActive',
] as const;

const staff = writtenOnce((db) =>
  db.selectFrom('agents').select(STAFF_MEMBER).where(sql<boolean>`id = any(${GIVEN}::uuid[])`),
);

/** Those of these members of staff that exist. */
export async function findStaff(
  db: Kysely<Database>,
  ids: readonly AgentId[],
): Promise<Map<AgentId, StaffMember>> {
  return new Map((await staff(db, ids)).map((member) => [member.id, member]));
}

/** Staff as the modules that serve conversations need them. */
export function createStaffRepository(db: Kysely<Database>): StaffRepository {
  const one = (id: AgentId) => db.selectFrom('agents').select(STAFF_MEMBER).where('id', '=', id);
  return {
    find: async (id) => only(await findStaff(db, [id])),
    lock: async (id) => (await one(id).forNoKeyUpdate().executeTakeFirst()) ?? null,
  };
}
