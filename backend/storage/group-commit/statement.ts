import type { PoolClient } from 'pg';
import type { Conversation } from '../../modules/conversations/index.ts';
import { valuesOf } from '../repositories/conversation-rows.ts';
import { valuesOfEntry } from '../repositories/entries-repository.ts';
import type { Change } from './change.ts';

/**
 * Writes changes in one statement, and tells by their places in the list which were written. One is not written where the conversation has
 * another version by now, is held by a transaction at this moment (others must not wait for that), belongs to another customer than the one
 * who speaks, or where the command was done before. The changes must be of different conversations.
 */
export async function writeChanges(session: PoolClient, changes: readonly Change[]): Promise<Set<number>> {
  const parts = PARTS.filter(({ isWanted }) => changes.some(isWanted));
  const { rows } = await session.query<{ place: number }>({
    ...statementOf(parts, changes),
    values: [
      JSON.stringify(changes.map(memberOf)),
      JSON.stringify(changes.flatMap(({ saved }) => saved?.entries.map(valuesOfEntry) ?? [])),
    ],
  });
  return new Set(rows.map(({ place }) => place));
}

/** What only some changes write. */
type Part = { name: string; isWanted(change: Change): boolean; sql: string };

const PARTS: readonly Part[] = [
  {
    name: 'claim',
    isWanted: ({ claim }) => claim !== null,
    sql: `taken as (
      update handoffs h set agent_id = held.claimed_by, claimed_at = coalesce(h.claimed_at, held.claimed_at)
      from held where held.claimed_by is not null and h.conversation_id = held.id and h.ended_at is null)`,
  },
  {
    name: 'answer',
    isWanted: ({ answeredAt }) => answeredAt !== null,
    sql: `answered as (
      update handoffs h set first_response_at = held.answered_at
      from held where held.answered_at is not null and h.conversation_id = held.id and h.ended_at is null
        and h.first_response_at is null)`,
  },
];

/** Prepared once per session, and written once per process. */
const statements = new Map<string, { name: string; text: string }>();

function statementOf(parts: readonly Part[], [first]: readonly Change[]): { name: string; text: string } {
  const name = ['change', ...parts.map((part) => part.name)].join('-');
  const known = statements.get(name);
  if (known || !first) return known ?? { name, text: '' };
  const made = { name, text: textOf(parts, Object.keys(valuesOf(first.base))) };
  statements.set(name, made);
  return made;
}

function textOf(parts: readonly Part[], columns: readonly string[]): string {
  const more = parts.map(({ sql }) => `, ${sql}`).join('');
  return `
    with member as materialized (
      select * from json_to_recordset($1) as m(place int, id uuid, base int, speaker uuid, author_key text, client_id uuid,
        fingerprint bytea, result json, changes json, claimed_by uuid, claimed_at timestamptz, answered_at timestamptz)
    ), held as materialized (
      select m.* from member m join conversations c on c.id = m.id
      where c.version = m.base
        and (m.speaker is null or (select i.customer_id from identities i where i.id = m.speaker) = c.customer_id)
        and (select true from commands k where k.author_key = m.author_key and k.client_id = m.client_id) is null
      for no key update of c skip locked
    ), done as (
      insert into commands (author_key, client_id, fingerprint, result, at)
      select author_key, client_id, fingerprint, result, now() from held where client_id is not null
    ), changed as (
      update conversations c set (${columns.join(', ')}, changed_xid) =
        (select ${columns.map((name) => `r.${name}`).join(', ')}, pg_current_xact_id() from json_populate_record(c, held.changes) r)
      from held where held.changes is not null and c.id = held.id
    ), said as (
      insert into entries (conversation_id, seq, customer_seq, id, at, author, author_key, client_id, channel_id, type, body, delivery)
      select e.conversation_id, e.seq, e.customer_seq, e.id, e.at, e.author, e.author_key, e.client_id, e.channel_id, e.type, e.body, e.delivery
      from json_populate_recordset(null::entries, $2) e where e.conversation_id in (select id from held)
    )${more}
    select place from held`;
}

function memberOf(change: Change, place: number) {
  const { base, command, saved, claim } = change;
  return {
    place,
    id: base.id,
    base: base.version,
    speaker: change.speaker,
    author_key: command?.key.authorKey,
    client_id: command?.key.clientId,
    fingerprint: command && `\\x${command.key.fingerprint.toString('hex')}`,
    result: command?.result,
    changes: saved && differences(base, saved.conversation),
    claimed_by: claim?.agentId,
    claimed_at: claim?.at,
    answered_at: change.answeredAt,
  };
}

/** The columns in which the row changes; the others stay as they are. */
function differences(before: Conversation, after: Conversation): Record<string, unknown> {
  const old: Record<string, unknown> = valuesOf(before);
  const changed = Object.entries(valuesOf(after)).filter(([name, value]) => !isSame(old[name], value));
  return Object.fromEntries(changed);
}

function isSame(before: unknown, after: unknown): boolean {
  return before instanceof Date && after instanceof Date
    ? before.getTime() === after.getTime()
    : before === after;
}
