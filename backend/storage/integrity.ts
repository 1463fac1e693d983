import { Client } from 'pg';

/** What was looked at, and which conversations' logs are not what their rows say (rule D3). */
export type Integrity = { conversations: number; damaged: readonly string[] };

/** So many of those that were written to last: what an end without order could have hurt. */
const LOOKED_AT = 200;

/**
 * Looks before anything is served whether the conversations that were written to last are whole: both sequences dense, and as long as the
 * conversation's row says. A database in which nothing was made yet is whole. Page damage is PostgreSQL's to find, by its checksums.
 */
export async function checkIntegrity(url: string): Promise<Integrity> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: made } = await client.query<{ isMade: boolean }>(
      `select to_regclass('conversations') is not null and to_regclass('entries') is not null as "isMade"`,
    );
    if (made[0]?.isMade !== true) return { conversations: 0, damaged: [] };
    const { rows } = await client.query<{ id: string; isWhole: boolean }>(WHOLE, [LOOKED_AT]);
    return {
      conversations: rows.length,
      damaged: rows.filter(({ isWhole }) => !isWhole).map(({ id }) => id),
    };
  } finally {
    await client.end();
  }
}

/** Numbers are unique and begin at 1, so that a log is dense where there are as many as the last one says. */
const WHOLE = `
  select c.id, e.count = c.seq and e.last = c.seq and e.customer_count = c.customer_seq and e.customer_last = c.customer_seq as "isWhole"
    from (select id, seq, customer_seq from conversations order by changed_xid desc limit $1) c,
    lateral (
      select count(*) as count, coalesce(max(seq), 0) as last,
        count(customer_seq) as customer_count, coalesce(max(customer_seq), 0) as customer_last
        from entries where conversation_id = c.id
    ) e`;
