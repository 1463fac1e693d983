import { type QueryExecutorProvider, sql } from 'kysely';

/**
 * How long each node vouches that an agent is there (rule H5), by the database's clock, so that nodes need not agree about the time. A node that
 * dies renews nothing any more, and any other sees it.
 */
const PRESENCE_LEASES = `
create table presence_leases (
  agent_id uuid not null references agents, node_id uuid not null, until timestamptz not null, primary key (agent_id, node_id));
create index presence_leases_node on presence_leases (node_id);
`;

/** Makes room for what nodes know of agents' connections. */
export async function up(database: QueryExecutorProvider): Promise<void> {
  await sql.raw(PRESENCE_LEASES).execute(database);
}
