import type { Kysely } from 'kysely';
import type { AgentId } from '#shared/domain/ids';
import type { StaffRepository } from '../../modules/conversations/index.ts';
import type { Database } from '../schema.ts';

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

/** Staff as the modules that serve conversations need them. */
export function createStaffRepository(db: Kysely<Database>): StaffRepository {
  const one = (id: AgentId) => db.selectFrom('agents').select(STAFF_MEMBER).where('id', '=', id);
  return {
    find: async (id) => (await one(id).executeTakeFirst()) ?? null,
    lock: async (id) => (await one(id).forNoKeyUpdate().executeTakeFirst()) ?? null,
  };
}
