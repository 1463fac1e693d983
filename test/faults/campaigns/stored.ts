import type { Content } from '#shared/domain/entry';
import type { Connection } from '../../../backend/storage/connection.ts';
import {
  FIRST_WORDS,
  type FoundWords,
  numberOf,
  type StoredBody,
  type StoredConversation,
  type Words,
} from '../checker/history.ts';
import { utteranceOf, wordsOf } from './clients/words.ts';

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

/**
 * All words of clients that stand anywhere in the database, in whatever column, but for the audit of what was said before; and words that moved
 * a mood, of messages that no longer say them.
 */
export async function findWords({ pool }: Connection): Promise<FoundWords[]> {
  const tables = await pool.query<{ name: string }>(TABLES);
  const parts = tables.rows.map(
    ({ name }) => `select distinct '${name}' as place, m[1] as client, m[2] as n, m[3] as by
      from ${name} t, regexp_matches(t::text, '#(\\d+)\\.(\\d+)(?:~(\\d+))? ', 'g') m`,
  );
  const { rows } = await pool.query<FoundRow>([...parts, CUES].join(' union all '));
  return rows.map(({ place, client, n, by }) => ({
    where: place,
    client: Number(client),
    n: Number(n),
    words: by === null ? FIRST_WORDS : Number(by),
  }));
}

type FoundRow = { place: string; client: string; n: string; by: string | null };

const TABLES = `select c.oid::regclass::text as name from pg_class c join pg_namespace s on s.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and s.nspname in ('public', 'pgboss') and c.relname <> 'message_revisions'`;

/** They are quoted without the name of their message, so they are none that any message has. */
const CUES = `select 'mood cues', e.author_key, e.seq::text, '-2' from entries e
  where e.type = 'message' and (e.body #>> '{content,type}' = 'recalled' or e.body #>> '{content,isEdited}' = 'true')
  and jsonb_path_exists(e.body, '$.mood.cues[*]')`;

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
  client_id: string | null;
  content: Content['type'] | null;
  text: string | null;
  revises: string | null;
  agent: string | null;
  how: string | null;
  reason: string | null;
};

const ENTRIES = `select id, seq, customer_seq, at, type, author->>'kind' as kind, client_id,
  body #>> '{content,type}' as content, body #>> '{content,text}' as text, body->>'entryId' as revises,
  coalesce(body #>> '{agent,id}', body #>> '{to,id}') as agent, body->>'how' as how, body->>'reason' as reason
  from entries where conversation_id = $1 order by seq`;

function bodyOf(entry: EntryRow, agents: ReadonlyMap<string, number>): StoredBody {
  switch (entry.type) {
    case 'message':
      return messageOf(entry);
    case 'revised': {
      const { client, n } = utteranceOf(entry.client_id ?? '0');
      return { type: 'revised', client, n, of: numberOf(entry.revises ?? '0'), words: wordsIn(entry) };
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

/** Its text says what it is; where it says nothing any more, its client id. */
function messageOf(entry: EntryRow): StoredBody {
  const words = wordsIn(entry);
  if (entry.kind === 'bot') return { type: 'said-by-bot', words };
  const isGone = entry.content === 'recalled' && entry.client_id !== null;
  if (isGone) return { type: 'said', ...utteranceOf(entry.client_id ?? '0'), words };
  const said = /^#(\d+)\.(\d+)(?:~\d+)? /.exec(entry.text ?? '');
  return said ? { type: 'said', client: Number(said[1]), n: Number(said[2]), words } : { type: 'other' };
}

function wordsIn({ content, text }: EntryRow): Words {
  return content === null ? FIRST_WORDS : wordsOf({ type: content, text });
}

/** Somebody whom the campaign does not know is 0, which no client is. */
function numberOfAgent(agents: ReadonlyMap<string, number>, id: string | null): number {
  return (id === null ? undefined : agents.get(id)) ?? 0;
}
