import { type Kysely, sql } from 'kysely';
import type { ConversationId, EntryId } from '#shared/domain/ids';
import type {
  EarlyRecall,
  LogEntry,
  Revisable,
  RevisionRepository,
  Showing,
} from '../../modules/conversations/index.ts';
import type { CommandKey } from '../../runtime/command.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';
import { beginCommand } from './commands-repository.ts';
import { entryOfRow } from './entries-repository.ts';
import { listAnswers } from './kept-answers.ts';
import { forgetLearned } from './learned-words.ts';

/** What edits and recalls read and write beside row and log (rule D19). */
export function createRevisionRepository(db: Kysely<Database>): RevisionRepository {
  return {
    ...versions(db),
    ...early(db),
    readRevisable: (id) => readRevisable(db, id),
    async listRepeating(message) {
      const rows = await db
        .selectFrom('entries')
        .selectAll()
        .where('conversation_id', '=', message.conversationId)
        .where('seq', '>', message.seq)
        .where('type', 'in', ['revised', 'handoff-requested'])
        .orderBy('seq')
        .execute();
      return rows
        .map(entryOfRow)
        .filter(({ body }) => body.type !== 'revised' || body.entryId === message.id);
    },
    async rewrite(entries) {
      for (const entry of entries) await rewrite(db, entry);
    },
    readShowing: (id) => readShowing(db, id),
    async wasForPerson({ conversationId, seq }) {
      const turn = await db
        .selectFrom('entries')
        .select('type')
        .where('conversation_id', '=', conversationId)
        .where('seq', '<', seq)
        .where('type', 'in', ['handoff-requested', 'assigned', 'returned-to-bot', 'closed'])
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return turn !== undefined && turn.type !== 'returned-to-bot';
    },
    async markRevised(id, seq) {
      await db.updateTable('conversations').set({ revised_seq: seq }).where('id', '=', id).execute();
    },
    listAnswers: (message) => listAnswers(db, message),
    async setAnswer({ key, result }) {
      await db
        .updateTable('commands')
        .set({ result: json<unknown>(result) })
        .where('author_key', '=', key.authorKey)
        .where('client_id', '=', key.clientId)
        .execute();
    },
    forgetLearned: (message, isQuoting) => forgetLearned(db, message, isQuoting),
  };
}

function versions(db: Kysely<Database>) {
  return {
    async keepVersion(entryId, { content, at, by }) {
      const { n } = await db
        .selectFrom('message_revisions')
        .select(sql<number>`coalesce(max(number), 0)::int`.as('n'))
        .where('entry_id', '=', entryId)
        .executeTakeFirstOrThrow();
      await db
        .insertInto('message_revisions')
        .values({ entry_id: entryId, number: n + 1, content: json(content), author: json(by), at })
        .execute();
    },
    async listVersions(entryId) {
      return await db
        .selectFrom('message_revisions')
        .select(['content', 'at', 'author as by'])
        .where('entry_id', '=', entryId)
        .orderBy('number')
        .execute();
    },
  } satisfies Partial<RevisionRepository>;
}

/** What its channel brought of a message whose recall may come first: the one place that both want is the answer of the message's own command. */
function early(db: Kysely<Database>) {
  return {
    async findReceived(key, sender) {
      const entry = await db
        .selectFrom('entries as e')
        .innerJoin('conversations as v', 'v.id', 'e.conversation_id')
        .select('e.id')
        .select(({ exists, selectFrom }) =>
          exists(
            selectFrom('identities as i')
              .select('i.id')
              .whereRef('i.channel_id', '=', 'e.channel_id')
              .whereRef('i.customer_id', '=', 'v.customer_id')
              .where('i.value', '=', sender),
          ).as('isFromSender'),
        )
        .where('e.author_key', '=', key.authorKey)
        .where('e.client_id', '=', key.clientId)
        .where('e.type', '=', 'message')
        .executeTakeFirst();
      return entry === undefined ? null : { entryId: entry.id, isFromSender: Boolean(entry.isFromSender) };
    },
    rememberEarly: (key: CommandKey, recall: EarlyRecall) => beginCommand(db, key, recall),
    async lockAnswer(key) {
      const row = await db
        .selectFrom('commands')
        .select('result')
        .where('author_key', '=', key.authorKey)
        .where('client_id', '=', key.clientId)
        .forUpdate()
        .executeTakeFirstOrThrow();
      return row.result;
    },
    async isCalled(identityId, names) {
      const identity = await db
        .selectFrom('identities')
        .select('value')
        .where('id', '=', identityId)
        .executeTakeFirst();
      return identity !== undefined && names.includes(identity.value);
    },
  } satisfies Partial<RevisionRepository>;
}

/** A command's time is the database's own, unlike that of the entry it made; what no command made has only that. */
async function readRevisable(db: Kysely<Database>, id: EntryId): Promise<Revisable> {
  const { rows } = await sql<Revisable>`
    select (extract(epoch from clock_timestamp() - coalesce(m.at, e.at)) * 1000)::float8 as "ageMs",
      coalesce(c.kind <> 'webhook' or c.revises, true) as "isTakenBack",
      exists (select from delivery_attempts a where a.entry_id = e.id) as "wasTried",
      exists (select from delivery_attempts a where a.entry_id = e.id and a.ended_at is null) as "isBeingTried"
    from entries e left join commands m on m.author_key = e.author_key and m.client_id = e.client_id
      left join channels c on c.id = e.channel_id
    where e.id = ${id}`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Error(`Entry ${id} is gone`);
  return found;
}

async function rewrite(db: Kysely<Database>, { id, conversationId, at, body }: LogEntry): Promise<void> {
  await db
    .updateTable('entries')
    .set({ body: json(body) })
    .where('id', '=', id)
    .execute();
  if (body.type !== 'handoff-requested') return;
  await db
    .updateTable('handoffs')
    .set({ record: json(body.record) })
    .where('conversation_id', '=', conversationId)
    .where('requested_at', '=', at)
    .execute();
}

async function readShowing(db: Kysely<Database>, conversationId: ConversationId): Promise<Showing> {
  const said = db
    .selectFrom('entries')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('type', '=', 'message')
    .where(sql<boolean>`body #>> '{content,type}' <> 'notice'`)
    .limit(1);
  const ofCustomer = said
    .where(sql<boolean>`author ->> 'kind' = 'customer'`)
    .where(sql<boolean>`body #>> '{content,type}' <> 'recalled'`);
  const ofShop = said.where(sql<boolean>`author ->> 'kind' <> 'customer'`);
  async function firstOf(choice: typeof said, direction: 'asc' | 'desc'): Promise<LogEntry | null> {
    const row = await choice.orderBy('seq', direction).executeTakeFirst();
    return row === undefined ? null : entryOfRow(row);
  }
  return {
    last: await firstOf(said, 'desc'),
    lastOfShop: await firstOf(ofShop, 'desc'),
    lastOfCustomer: await firstOf(ofCustomer, 'desc'),
    firstOfCustomer: await firstOf(ofCustomer, 'asc'),
  };
}
