import { sql } from 'kysely';
import type { Connection } from '../../backend/storage/connection.ts';

/** What only tells when somebody was last here, which looking at things, or only being there, may change. */
const BOOKKEEPING = new Set(['agent_sessions', 'customer_sessions', 'presence_leases']);

/**
 * A digest of every row of every table, by table, so that “nothing changed” can be said of the whole database. Sessions count by number, because
 * their use is stamped; stored jobs count by number and name.
 */
export async function fingerprintDatabase({ db }: Pick<Connection, 'db'>): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db);
  const digests: Record<string, string> = {};
  for (const { name } of tables.rows) {
    const rows = BOOKKEEPING.has(name)
      ? sql`select count(*)::text as digest from ${sql.table(name)}`
      : sql`select md5(coalesce(string_agg(t::text, E'\n' order by t::text), '')) as digest from ${sql.table(name)} t`;
    const [row] = (await sql<{ digest: string }>`${rows}`.execute(db)).rows;
    digests[name] = row?.digest ?? '';
  }
  const jobs = await sql<{ digest: string }>`
    select coalesce(string_agg(name, ',' order by name), '') as digest from pgboss.job
    where name in ('bot-turn', 'channel-send', 'offer-expiry', 'lease-expiry')`.execute(db);
  digests['jobs'] = jobs.rows[0]?.digest ?? '';
  return digests;
}
