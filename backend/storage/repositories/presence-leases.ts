import { type Kysely, sql } from 'kysely';
import type { AgentId } from '#shared/domain/ids';
import type { PresenceLeaseRepository } from '../../modules/agents/index.ts';
import type { Database } from '../schema.ts';

/** A node that has been gone for so long has nothing to tell any more. */
const KEPT = '1 day';

/** The nodes' word for who is there, by the clock of the database. */
export function createPresenceLeaseRepository(db: Kysely<Database>): PresenceLeaseRepository {
  return {
    async renew(nodeId, agentIds, ms) {
      if (agentIds.length === 0) return [];
      const { rows } = await sql<{ id: AgentId }>`
        with renewed as (
          insert into presence_leases (agent_id, node_id, until)
          select id, ${nodeId}, now() + ${ms} * interval '1 millisecond' from agents where id = any(${agentIds}::uuid[])
          on conflict (agent_id, node_id) do update set until = excluded.until)
        select id from agents where id = any(${agentIds}::uuid[]) and presence = 'offline'`.execute(db);
      return rows.map(({ id }) => id);
    },
    async shorten(nodeId, agentIds, ms) {
      await sql`update presence_leases set until = now() + ${ms} * interval '1 millisecond'
        where node_id = ${nodeId} and agent_id = any(${agentIds}::uuid[])`.execute(db);
    },
    async isVouchedFor(agentId) {
      const { rows } =
        await sql`select from presence_leases where agent_id = ${agentId} and until > now() limit 1`.execute(
          db,
        );
      return rows.length > 0;
    },
    async listVanished() {
      const { rows } = await sql<{ id: AgentId }>`
        select id from agents a where presence <> 'offline'
          and not exists (select from presence_leases l where l.agent_id = a.id and l.until > now())`.execute(
        db,
      );
      return rows.map(({ id }) => id);
    },
    async forgetOld() {
      await sql`delete from presence_leases where until < now() - ${KEPT}::interval`.execute(db);
    },
  };
}
