import type { Connection } from '../../../backend/storage/connection.ts';
import { numberOf, type StoredBody, type StoredConversation } from '../checker/history.ts';

/** Reads from the database what is kept, conversation by conversation, in the checker's words. */
export async function* readStored(
  { pool }: Connection,
  agents: ReadonlyMap<string, number>,
): AsyncGenerator<StoredConversation> {
  const rows = await pool.query<Row>('select id, seq, customer_seq, owner_id from conversations order by id');
  for (const row of rows.rows) {
    const { rows: entries } = await pool.query<EntryRow>(ENTRIES, [row.id]);
    yield {
      conversation: numberOf(row.id),
      seq: row.seq,
      customerSeq: row.customer_seq,
      owner: row.owner_id === null ? null : numberOfAgent(agents, row.owner_id),
      entries: entries.map((entry) => ({
        seq: entry.seq,
        customerSeq: entry.customer_seq,
        mark: numberOf(entry.id),
        at: entry.at.getTime(),
        body: bodyOf(entry, agents),
      })),
    };
  }
}

/** Resolves when every stored job of the bot and of the channels has been done. */
export async function untilJobsAreDone({ pool }: Connection): Promise<void> {
  for (;;) {
    const { rowCount } = await pool.query(
      "select 1 from pgboss.job where state in ('created', 'retry', 'active') and name in ('bot-turn', 'channel-send') limit 1",
    );
    if (rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

type Row = { id: string; seq: number; customer_seq: number; owner_id: string | null };
type EntryRow = {
  id: string;
  seq: number;
  customer_seq: number | null;
  at: Date;
  type: string;
  kind: string;
  text: string | null;
  agent: string | null;
  how: string | null;
  reason: string | null;
};

const ENTRIES = `select id, seq, customer_seq, at, type, author->>'kind' as kind, body #>> '{content,text}' as text,
  coalesce(body #>> '{agent,id}', body #>> '{to,id}') as agent, body->>'how' as how, body->>'reason' as reason
  from entries where conversation_id = $1 order by seq`;

function bodyOf(entry: EntryRow, agents: ReadonlyMap<string, number>): StoredBody {
  switch (entry.type) {
    case 'message': {
      const said = /^#(\d+)\.(\d+) /.exec(entry.text ?? '');
      if (entry.kind === 'bot') return { type: 'said-by-bot' };
      return said ? { type: 'said', client: Number(said[1]), n: Number(said[2]) } : { type: 'other' };
    }
    case 'assigned':
      return {
        type: 'assigned',
        agent: numberOfAgent(agents, entry.agent),
        how: entry.how as 'claim' | 'accept' | 'take-over' | 'reopen',
      };
    case 'released': {
      const hadIt = entry.reason === 'agent-released' || entry.reason === 'agent-vanished';
      return { type: 'released', agent: numberOfAgent(agents, entry.agent), hadIt };
    }
    case 'returned-to-bot':
      return { type: 'returned' };
    case 'offered':
      return { type: 'offered', to: numberOfAgent(agents, entry.agent) };
    case 'bot-draft':
    case 'handoff-requested':
    case 'closed':
      return { type: entry.type };
    default:
      return { type: 'other' };
  }
}

/** Somebody whom the campaign does not know is 0, which no client is. */
function numberOfAgent(agents: ReadonlyMap<string, number>, id: string | null): number {
  return (id === null ? undefined : agents.get(id)) ?? 0;
}
