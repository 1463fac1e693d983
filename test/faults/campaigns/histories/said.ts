import type { Content } from '#shared/domain/entry';
import type { TestBackend } from '../../../support/backend.ts';
import { FIRST_WORDS, RECALLED } from '../../checker/history.ts';
import { wordsOf } from '../clients/words.ts';
import type { Staff } from './model.ts';
import type { Said } from './revising.ts';

type Row = {
  id: string;
  talk: number;
  kind: 'customer' | 'bot' | 'agent';
  agent: string | null;
  content: Content['type'];
  text: string | null;
};

const MESSAGES = `select e.id, c.talk, e.author->>'kind' as kind, e.author->>'agentId' as agent,
  e.body #>> '{content,type}' as content, e.body #>> '{content,text}' as text
  from entries e join (select id, (row_number() over (order by opened_at, id) - 1)::int as talk from conversations) c on c.id = e.conversation_id
  where e.type = 'message' and e.author->>'kind' <> 'system' order by c.talk, e.seq`;

/** All messages of a history as the server has them, in the order of the conversations and their logs. */
export async function readSaid(
  { database }: TestBackend,
  staffOf: (id: string | null) => Staff | null,
): Promise<Said[]> {
  const { rows } = await database.pool.query<Row>(MESSAGES);
  return rows.map(({ id, talk, kind, agent, content, text }) => {
    const words = wordsOf({ type: content, text });
    const n = Number(/^#\d+\.(\d+)/.exec(text ?? '')?.[1] ?? 0);
    const revised = words === RECALLED ? 'recalled' : 'edited';
    const state = words === FIRST_WORDS ? 'first' : revised;
    return { id, talk, n, state, isLate: false, author: kind === 'agent' ? (staffOf(agent) ?? 0) : kind };
  });
}
