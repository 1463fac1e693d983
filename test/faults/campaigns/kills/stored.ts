import { Client } from 'pg';
import type { Writer } from './writer.ts';

type Row = {
  id: string;
  conversation_id: string;
  seq: number;
  customer_seq: number | null;
  client_id: string | null;
  text: string | null;
};

/** What is in the database compared with what was said: every promise broken, in words; and how much was compared. */
export async function compareWithStored(
  databaseUrl: string,
  writers: readonly Writer[],
): Promise<{ violations: string[]; entries: number; checksums: string }> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(
      `select id, conversation_id, seq, customer_seq, client_id, body->'content'->>'text' as text
         from entries order by conversation_id, seq`,
    );
    const violations = [...ofLogs(rows), ...(await ofCounters(client))];
    for (const writer of writers) violations.push(...ofWriter(writer, rows));
    const checksums = await client.query<{ data_checksums: string }>('show data_checksums');
    const failures = await client.query<{ n: string }>(
      'select coalesce(sum(checksum_failures), 0) as n from pg_stat_database',
    );
    if (Number(failures.rows[0]?.n) > 0)
      violations.push(`${failures.rows[0]?.n} pages with a wrong checksum`);
    return { violations, entries: rows.length, checksums: checksums.rows[0]?.data_checksums ?? '?' };
  } finally {
    await client.end();
  }
}

/** D3: both sequences of every conversation are dense. */
function ofLogs(rows: readonly Row[]): string[] {
  const violations: string[] = [];
  const last = new Map<string, { seq: number; customerSeq: number }>();
  for (const { conversation_id: id, seq, customer_seq: customerSeq } of rows) {
    const before = last.get(id) ?? { seq: 0, customerSeq: 0 };
    if (seq !== before.seq + 1) violations.push(`${id}: after ${before.seq} comes ${seq}`);
    if (customerSeq !== null && customerSeq !== before.customerSeq + 1)
      violations.push(`${id}: for the customer ${customerSeq} comes after ${before.customerSeq}`);
    last.set(id, { seq, customerSeq: customerSeq ?? before.customerSeq });
  }
  return violations;
}

/** A conversation's row tells how far its log goes. */
async function ofCounters(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select c.id from conversations c left join entries e on e.conversation_id = c.id
      group by c.id having c.seq <> coalesce(max(e.seq), 0) or c.customer_seq <> coalesce(max(e.customer_seq), 0)`,
  );
  return rows.map(({ id }) => `${id}: its counters are not those of its log`);
}

/** D1, D2: what was acknowledged is there as it was acknowledged, once, in the order in which it was said; nothing is there that was not said. */
function ofWriter({ name, side, said }: Writer, rows: readonly Row[]): string[] {
  const violations: string[] = [];
  const stored = rows.filter(({ text }) => text?.startsWith(`${name} `));
  const byClient = Map.groupBy(stored, ({ client_id }) => client_id);
  for (const { clientId, text, entry } of said) {
    const found = byClient.get(clientId) ?? [];
    if (found.length > 1) violations.push(`Doubled: ${text}`);
    if (entry === null) continue;
    if (found.length === 0) violations.push(`Lost: ${text}`);
    else if (found[0]?.id !== entry.id || seqOf(found[0], side) !== entry.seq || found[0].text !== text)
      violations.push(`Not as acknowledged: ${text}`);
  }
  const order = new Map(said.map(({ clientId }, index) => [clientId as string, index]));
  let before = -1;
  for (const { client_id, text } of stored) {
    const index = order.get(client_id ?? '');
    if (index === undefined) violations.push(`Never said: ${text}`);
    else if (index < before) violations.push(`Out of order: ${text}`);
    else before = index;
  }
  return violations;
}

/** Customers are told the numbers of what they may see. */
function seqOf(row: Row, side: Writer['side']): number | null {
  return side === 'agent' ? row.seq : row.customer_seq;
}
