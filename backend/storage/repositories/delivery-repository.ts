import { type Kysely, sql } from 'kysely';
import type { EntryId } from '#shared/domain/ids';
import type { Phrase } from '#shared/domain/language';
import type { ChannelTrouble } from '#shared/domain/undelivered';
import type {
  ChannelOutage,
  DeliveryRepository,
  FailedChoice,
  UndeliveredChoice,
  UndeliveredOf,
  UndeliveredRow,
} from '../../modules/delivery/index.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';

/** More than a conversation ever has waiting; the rest comes when these are through. */
const MOST_WAITING = 50;
/** How many one “all again” takes at most; what is left over is shown and can be asked for again. */
const MOST_FAILED = 5000;

const isUndelivered = sql<boolean>`e.delivery ->> 'state' in ('failed','unknown')`;

/** Whether the entry `e` stands in a conversation that this agent has; of nobody in particular: any. */
function concerns(of: UndeliveredOf) {
  if (of === null) return sql<boolean>`true`;
  return sql<boolean>`exists (select from conversations m where m.id = e.conversation_id and m.owner_id = ${of})`;
}

/** Attempts, outages, and the messages that did not arrive. */
export function createDeliveryRepository(db: Kysely<Database>): DeliveryRepository {
  return {
    async now() {
      const time = sql<Date>`clock_timestamp()`.as('now');
      return (await db.selectNoFrom(time).executeTakeFirstOrThrow()).now;
    },
    ...attempts(db),
    ...outages(db),
    async countUndelivered(of) {
      const { rows } = await sql<{
        n: number;
      }>`select count(*)::int as n from entries e where ${isUndelivered} and ${concerns(of)}`.execute(db);
      return rows[0]?.n ?? 0;
    },
    listUndelivered: (choice) => listUndelivered(db, choice),
    listTroubles: (of) => listTroubles(db, of),
    async countReasons(of) {
      const { rows } = await sql<{ code: string; count: number }>`
        select e.delivery -> 'reason' ->> 'code' as code, count(*)::int as count from entries e
        where ${isUndelivered} and ${concerns(of)} group by 1 order by 2 desc, 1`.execute(db);
      return rows;
    },
    listFailed: (choice) => listFailed(db, choice),
  };
}

/** Forgets the attempts before that moment of messages that wait for nothing any more (rule D14). Returns how many it forgot. */
export async function purgeAttempts(db: Kysely<Database>, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('delivery_attempts as a')
    .where('a.began_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('entries as e')
            .select('e.id')
            .whereRef('e.id', '=', 'a.entry_id')
            .where(sql<boolean>`e.delivery ->> 'state' in ('queued','failed','unknown')`),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

function attempts(db: Kysely<Database>) {
  const all = db.selectFrom('delivery_attempts');
  return {
    async lastAttempt(entryId) {
      const last = await all
        .select(['number', 'began_at as beganAt', 'ended_at as endedAt'])
        .where('entry_id', '=', entryId)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      return last ?? null;
    },
    async countAttempts(entryId, since) {
      const { n } = await all
        .select(sql<number>`count(*)::int`.as('n'))
        .where('entry_id', '=', entryId)
        .where('began_at', '>=', since)
        .executeTakeFirstOrThrow();
      return n;
    },
    async addAttempt({ entryId, number, key, at }) {
      await db
        .insertInto('delivery_attempts')
        .values({ entry_id: entryId, number, key, began_at: at, ended_at: null, outcome: null, reason: null })
        .execute();
    },
    async endAttempt({ entryId, number, at, outcome }) {
      await db
        .updateTable('delivery_attempts')
        .set({
          ended_at: at,
          outcome: outcome.state,
          reason: outcome.state === 'sent' ? null : json(outcome.reason),
        })
        .where('entry_id', '=', entryId)
        .where('number', '=', number)
        .$if(outcome.state !== 'sent', (query) => query.where('outcome', 'is', null))
        .execute();
    },
    async listWaiting(conversationId, channelId) {
      const { rows } = await sql<{ id: EntryId; since: Date }>`
        select id, coalesce((delivery ->> 'since')::timestamptz, at) as since from entries
        where conversation_id = ${conversationId} and channel_id = ${channelId} and delivery ->> 'state' = 'queued'
        order by seq limit ${MOST_WAITING}`.execute(db);
      return rows;
    },
  } satisfies Partial<DeliveryRepository>;
}

function outages(db: Kysely<Database>) {
  const all = db
    .selectFrom('channel_outages')
    .select(['since', 'failures', 'next_try_at as nextTryAt', 'reason']);
  return {
    readOutage: async (channelId) =>
      (await all.where('channel_id', '=', channelId).executeTakeFirst()) ?? null,
    lockOutage: async (channelId) =>
      (await all.where('channel_id', '=', channelId).forUpdate().executeTakeFirst()) ?? null,
    async noteOutage(channelId, { since, failures, nextTryAt, reason }: ChannelOutage) {
      const changing = { failures, next_try_at: nextTryAt, reason: json<Phrase>(reason) };
      await db
        .insertInto('channel_outages')
        .values({ channel_id: channelId, since, ...changing })
        .onConflict((conflict) => conflict.column('channel_id').doUpdateSet(changing))
        .execute();
    },
    async endOutage(channelId) {
      await db.deleteFrom('channel_outages').where('channel_id', '=', channelId).execute();
    },
    async endRest(channelId, now) {
      await db
        .updateTable('channel_outages')
        .set({ next_try_at: now })
        .where('channel_id', '=', channelId)
        .where('next_try_at', '>', now)
        .execute();
    },
  } satisfies Partial<DeliveryRepository>;
}

async function listUndelivered(
  db: Kysely<Database>,
  {
    of,
    channelId,
    reason,
    before,
    limit,
  }: UndeliveredChoice & { before?: EntryId | undefined; limit: number },
): Promise<UndeliveredRow[]> {
  const rows = await db
    .selectFrom('entries as e')
    .innerJoin('conversations as v', 'v.id', 'e.conversation_id')
    .innerJoin('customers as c', 'c.id', 'v.customer_id')
    .leftJoin('agents as o', 'o.id', 'v.owner_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('delivery_attempts as a')
          .select(['a.number', sql<Date>`coalesce(a.ended_at, a.began_at)`.as('tried_at')])
          .whereRef('a.entry_id', '=', 'e.id')
          .orderBy('a.number', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['e.id', 'e.conversation_id', 'e.channel_id', 'e.author', 'e.at', 'e.body', 'e.delivery'])
    .select(['v.state', 'v.language', 'c.id as customer_id', 'c.name as customer_name'])
    .select(['o.id as owner_id', 'o.name as owner_name', 'last.number', 'last.tried_at'])
    .where(isUndelivered)
    .where(concerns(of))
    .$if(channelId !== undefined, (query) => query.where('e.channel_id', '=', channelId ?? null))
    .$if(reason !== undefined, (query) =>
      query.where(sql<boolean>`e.delivery -> 'reason' ->> 'code' = ${reason}`),
    )
    .$if(before !== undefined, (query) => query.where('e.id', '<', before as EntryId))
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap((row) => {
    const { body, delivery, channel_id } = row;
    if ((body.type !== 'message' && body.type !== 'revised') || delivery === null || channel_id === null)
      return [];
    return [
      {
        entryId: row.id,
        conversationId: row.conversation_id,
        channelId: channel_id,
        customer: { id: row.customer_id, name: row.customer_name },
        owner: row.owner_id && row.owner_name ? { id: row.owner_id, name: row.owner_name } : null,
        state: row.state,
        author: row.author,
        at: row.at,
        content: body.content,
        language: row.language,
        delivery,
        attempts: row.number ?? 0,
        triedAt: row.tried_at,
      },
    ];
  });
}

async function listTroubles(db: Kysely<Database>, of: UndeliveredOf): Promise<ChannelTrouble[]> {
  const { rows } = await sql<
    Omit<ChannelTrouble, 'outage'> & { since: Date | null; next_try_at: Date | null; reason: Phrase | null }
  >`
    with counted as (
      select e.channel_id, e.delivery ->> 'state' as state, count(*)::int as n from entries e
      where (e.delivery ->> 'state' = 'queued' or ${isUndelivered}) and ${concerns(of)} group by 1, 2)
    select ch.id as "channelId", o.since, o.next_try_at, o.reason,
      coalesce(sum(n) filter (where state <> 'queued'), 0)::int as undelivered,
      coalesce(sum(n) filter (where state = 'unknown'), 0)::int as "unknown",
      coalesce(sum(n) filter (where state = 'queued'), 0)::int as waiting
    from channels ch left join counted on counted.channel_id = ch.id left join channel_outages o on o.channel_id = ch.id
    group by ch.id, o.channel_id having sum(n) > 0 or o.channel_id is not null
    order by ch.created_at, ch.id`.execute(db);
  return rows.map(({ since, next_try_at, reason, ...counts }) => ({
    ...counts,
    outage:
      since && next_try_at && reason
        ? { since: since.toISOString(), nextTryAt: next_try_at.toISOString(), reason }
        : null,
  }));
}

async function listFailed(db: Kysely<Database>, { channelId, reason, until }: FailedChoice) {
  return await db
    .selectFrom('entries as e')
    .select(['e.id as entryId', 'e.conversation_id as conversationId'])
    .where(isUndelivered)
    .where(sql<boolean>`e.delivery ->> 'state' = 'failed'`)
    .where('e.channel_id', '=', channelId)
    .$if(reason !== undefined, (query) =>
      query.where(sql<boolean>`e.delivery -> 'reason' ->> 'code' = ${reason}`),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('delivery_attempts as a')
            .select('a.number')
            .whereRef('a.entry_id', '=', 'e.id')
            .where('a.began_at', '>', until),
        ),
      ),
    )
    .orderBy('e.conversation_id')
    .orderBy('e.seq')
    .limit(MOST_FAILED)
    .execute();
}
