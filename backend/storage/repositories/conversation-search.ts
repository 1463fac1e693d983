import { type Kysely, sql } from 'kysely';
import type { Identity } from '#shared/domain/customer';
import type { ConversationId } from '#shared/domain/ids';
import type { SearchHit, Viewer } from '../../modules/conversations/index.ts';
import { masked } from '../../modules/customers/index.ts';
import type { Database } from '../schema.ts';
import { conversationOf, withNames } from './conversation-rows.ts';
import { readable } from './visible-conversations.ts';

type Search = { query: string; viewer: Viewer; now: Date; limit: number };

/**
 * Finds by what contains the query, whatever the case: the customer's name, a phone or other identity, an order's number, words said or
 * noted. Plain substring matching, because Chinese has no word boundaries and two characters are a word. Newest first; each conversation
 * once, with the best place where it was found (a name before words).
 */
export async function searchConversations(db: Kysely<Database>, search: Search): Promise<SearchHit[]> {
  const { viewer, now, limit } = search;
  const pattern = `%${search.query.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{ id: ConversationId; snippet: string; identity: Identity['type'] | null }>`
    with found as (
      select c.id as conversation_id, 1 as rank, null::int as seq, cu.name as text, null as identity
        from customers cu join conversations c on c.customer_id = cu.id where cu.name ilike ${pattern}
      union all
      select c.id, 2, null, i.value, i.type from identities i join conversations c on c.customer_id = i.customer_id where i.value ilike ${pattern}
        and i.type in ('phone', 'email', 'shop')
      union all
      select c.id, 3, null, o.number, null from orders o join conversations c on c.customer_id = o.customer_id where o.number ilike ${pattern}
      union all
      select e.conversation_id, 4, e.seq, coalesce(e.body #>> '{content,text}', e.body ->> 'text'), null from entries e
        where e.type in ('message', 'note') and coalesce(e.body #>> '{content,text}', e.body ->> 'text') ilike ${pattern}
    ), best as (
      select distinct on (conversation_id) conversation_id, text, identity from found order by conversation_id, rank, seq desc
    )
    select conversations.id, best.text as snippet, best.identity from best join conversations on conversations.id = best.conversation_id
    where ${readable(viewer, now)} order by opened_at desc, id desc limit ${limit}`.execute(db);
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const named = await withNames(
    db,
    db.selectFrom('conversations').selectAll().where('id', 'in', ids),
  ).execute();
  const byId = new Map(named.map((row) => [row.id, conversationOf(row)]));
  return rows.flatMap(({ id, snippet, identity }) => {
    const conversation = byId.get(id);
    // Whoever knows a phone number finds its owner; whoever doesn't is not told it.
    const shown = identity === null ? snippet : masked(identity, snippet);
    return conversation ? [{ conversation, snippet: around(shown, search.query) }] : [];
  });
}

const SNIPPET_LENGTH = 120;

/** The part of the text around the first place that matches. */
function around(text: string, query: string): string {
  const at = Math.max(0, text.toLowerCase().indexOf(query.toLowerCase()));
  const from = Math.max(0, at - Math.floor((SNIPPET_LENGTH - query.length) / 2));
  const part = text.slice(from, from + SNIPPET_LENGTH).toWellFormed();
  return `${from > 0 ? '…' : ''}${part}${from + SNIPPET_LENGTH < text.length ? '…' : ''}`;
}
