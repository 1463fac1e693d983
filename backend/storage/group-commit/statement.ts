import type { PoolClient } from 'pg';
import type { LogEntry } from '../../modules/conversations/index.ts';
import { roomFor } from '../prepared.ts';
import { valuesOf } from '../repositories/conversation-rows.ts';
import { valuesOfEntry } from '../repositories/entries-repository.ts';
import type { Change } from './change.ts';

/**
 * Writes changes in one statement, and tells by their places in the list which were written. One is not written where the conversation has
 * another version by now, is held by a transaction at this moment (others must not wait for that), belongs to another customer than the one
 * who speaks, where the command was done before, or where the taker's row was touched since. The changes must be of different conversations,
 * and of different takers, and either all or none of them have one.
 */
export async function writeChanges(session: PoolClient, changes: readonly Change[]): Promise<Set<number>> {
  const entries = changes.flatMap(({ saved }) => saved?.entries ?? []);
  const parts = PARTS.filter(({ isWanted }) => changes.some(isWanted));
  const shape = { members: roomFor(changes.length), entries: roomFor(entries.length), parts };
  const members = changes.map((change, place) => memberValues(change, place, parts));
  const { rows } = await session.query<{ place: number }>({
    ...statementOf(shape),
    values: [
      ...filled(members, shape.members * memberTable(parts).length),
      ...filled(entries.map(entryValues), shape.entries * ENTRY.length),
    ],
  });
  return new Set(rows.map(({ place }) => place));
}

/** Names and types of columns. */
type Table = readonly (readonly [string, string])[];

type Columns<T> = { readonly [K in keyof T]: string };

/** What the columns of `conversations` that change are to PostgreSQL. */
const ROW: Columns<ReturnType<typeof valuesOf>> = {
  state: 'text',
  owner_id: 'uuid',
  offered_to: 'uuid',
  offered_by: 'uuid',
  offer_expires_at: 'timestamptz',
  offer_comment: 'text',
  channel_id: 'uuid',
  identity_id: 'uuid',
  language: 'text',
  mood: 'jsonb',
  worst_score: 'real',
  urgency: 'smallint',
  rank_reasons: 'jsonb',
  waiting_since: 'timestamptz',
  expected_at: 'timestamptz',
  handoff_trigger: 'text',
  bot_failures: 'int',
  has_asked_for_person: 'boolean',
  was_returned: 'boolean',
  assigned_at: 'timestamptz',
  unanswered_since: 'timestamptz',
  unread: 'int',
  owner_seen_seq: 'int',
  seq: 'int',
  customer_seq: 'int',
  delivered_seq: 'int',
  read_seq: 'int',
  shop_read_seq: 'int',
  first_line: 'text',
  last: 'jsonb',
  latest_at: 'timestamptz',
  closed_at: 'timestamptz',
  closed_by: 'uuid',
  outcome: 'text',
  cause_code: 'text',
  close_comment: 'text',
  version: 'int',
};
const ROW_COLUMNS = Object.keys(ROW) as (keyof typeof ROW)[];

/** The same of `entries`. */
const ENTRY_TYPES: Columns<ReturnType<typeof valuesOfEntry>> = {
  conversation_id: 'uuid',
  seq: 'int',
  customer_seq: 'int',
  id: 'uuid',
  at: 'timestamptz',
  author: 'jsonb',
  author_key: 'text',
  client_id: 'uuid',
  channel_id: 'uuid',
  type: 'text',
  body: 'jsonb',
  delivery: 'jsonb',
};
const ENTRY = Object.entries(ENTRY_TYPES);

/** A change as a row of the statement: the new columns of the conversation stand behind what is asked of it, with a name of their own. */
const MEMBER: Table = [
  ['place', 'int'],
  ['id', 'uuid'],
  ['base', 'int'],
  ['speaker', 'uuid'],
  ['author_key', 'text'],
  ['client_id', 'uuid'],
  ['fingerprint', 'bytea'],
  ['result', 'json'],
  ...Object.entries(ROW).map(([name, type]) => [`new_${name}`, type] as const),
];

function memberValues(change: Change, place: number, parts: readonly Part[]): unknown[] {
  const { base, command, saved } = change;
  const row = valuesOf(saved?.conversation ?? base);
  return [
    place,
    base.id,
    base.version,
    change.speaker,
    command?.key.authorKey,
    command?.key.clientId,
    command?.key.fingerprint,
    command && JSON.stringify(command.result),
    ...ROW_COLUMNS.map((name) => parameter(ROW[name], row[name])),
    ...parts.flatMap(({ values }) => values(change)),
  ];
}

function entryValues(entry: LogEntry): unknown[] {
  const row: Record<string, unknown> = valuesOfEntry(entry);
  return ENTRY.map(([name, type]) => parameter(type, row[name]));
}

function parameter(type: string, value: unknown): unknown {
  return type === 'jsonb' && value !== null ? JSON.stringify(value) : value;
}

/** What is left over of the room stays empty, and an empty row does nothing. */
function filled(rows: readonly unknown[][], size: number): unknown[] {
  const values = rows.flat();
  return values.concat(Array.from({ length: size - values.length }, () => null));
}

/** What only some changes write, and what each of them has for it behind the columns of all. */
type Part = {
  name: string;
  columns: Table;
  isWanted(change: Change): boolean;
  values(change: Change): unknown[];
  sql: string;
};

const TAKE: Part = {
  name: 'take',
  columns: [
    ['taker', 'uuid'],
    ['taker_seen', 'xid8'],
  ],
  isWanted: ({ taker }) => taker !== null,
  values: ({ taker }) => [taker?.id, taker?.seenXid],
  sql: `took as (update agents a set changed_xid = pg_current_xact_id() from held where a.id = held.taker)`,
};

const PARTS: readonly Part[] = [
  TAKE,
  {
    name: 'claim',
    columns: [
      ['claimed_by', 'uuid'],
      ['claimed_at', 'timestamptz'],
    ],
    isWanted: ({ claim }) => claim !== null,
    values: ({ claim }) => [claim?.agentId, claim?.at],
    sql: `taken as (
      update handoffs h set agent_id = held.claimed_by, claimed_at = coalesce(h.claimed_at, held.claimed_at)
      from held where held.claimed_by is not null and h.conversation_id = held.id and h.ended_at is null)`,
  },
  {
    name: 'answer',
    columns: [['answered_at', 'timestamptz']],
    isWanted: ({ answeredAt }) => answeredAt !== null,
    values: ({ answeredAt }) => [answeredAt],
    sql: `answered as (
      update handoffs h set first_response_at = held.answered_at
      from held where held.answered_at is not null and h.conversation_id = held.id and h.ended_at is null
        and h.first_response_at is null)`,
  },
];

type Shape = { members: number; entries: number; parts: readonly Part[] };

/** Prepared once per session, and written once per process. */
const statements = new Map<string, { name: string; text: string }>();

function statementOf(shape: Shape): { name: string; text: string } {
  const { members, entries, parts } = shape;
  const name = ['change', members, entries, ...parts.map((part) => part.name)].join('-');
  const known = statements.get(name);
  if (known) return known;
  const made = { name, text: textOf(shape) };
  statements.set(name, made);
  return made;
}

function textOf({ members, entries, parts }: Shape): string {
  const member = memberTable(parts);
  const isTaking = parts.includes(TAKE);
  const more = parts.map(({ sql }) => `, ${sql}`).join('');
  return `
    with member (${namesOf(member)}) as materialized (
      values ${rowsOf(member, members, 0)}
    ), held as materialized (
      select m.* from member m join conversations c on c.id = m.id${isTaking ? ' join agents a on a.id = m.taker and a.changed_xid = m.taker_seen' : ''}
      where c.version = m.base
        and (m.speaker is null or (select i.customer_id from identities i where i.id = m.speaker) = c.customer_id)
        and (select true from commands k where k.author_key = m.author_key and k.client_id = m.client_id) is null
      for no key update of c${isTaking ? ', a' : ''} skip locked
    ), done as (
      insert into commands (author_key, client_id, fingerprint, result, at)
      select author_key, client_id, fingerprint, result, now() from held where client_id is not null
    ), changed as (
      update conversations c
      set ${ROW_COLUMNS.map((name) => `${name} = held.new_${name}`).join(', ')}, changed_xid = pg_current_xact_id()
      from held where held.new_version > held.base and c.id = held.id
    )${entries > 0 ? `, ${said(entries, members * member.length)}` : ''}${more}
    select place from held`;
}

function memberTable(parts: readonly Part[]): Table {
  return parts.length === 0 ? MEMBER : [...MEMBER, ...parts.flatMap(({ columns }) => columns)];
}

function said(entries: number, from: number): string {
  return `said as (
    insert into entries (${namesOf(ENTRY)})
    select ${ENTRY.map(([name]) => `e.${name}`).join(', ')} from (values ${rowsOf(ENTRY, entries, from)}) e (${namesOf(ENTRY)})
    where e.conversation_id in (select id from held))`;
}

function namesOf(columns: Table): string {
  return columns.map(([name]) => name).join(', ');
}

/** Rows of parameters, counted from the one behind `from`. */
function rowsOf(columns: Table, rows: number, from: number): string {
  const row = (at: number) =>
    columns.map(([, type], index) => `$${from + at * columns.length + index + 1}::${type}`).join(', ');
  return Array.from({ length: rows }, (_row, at) => `(${row(at)})`).join(', ');
}
