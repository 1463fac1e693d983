import { type Kysely, sql } from 'kysely';
import type { Cause } from '#shared/domain/disposition';
import type { ConversationId } from '#shared/domain/ids';
import type { ClosedCase, DispositionRepository } from '../../modules/dispositions/index.ts';
import type { Database } from '../schema.ts';

/** The tree of root causes, and what closed conversations teach. */
export function createDispositionRepository(db: Kysely<Database>): DispositionRepository {
  return {
    listCauses: () => listCauses(db),
    listClosedCases: (since, limit) => listClosedCases(db, since, limit),
    readCase: (id) => readCase(db, id),
  };
}

async function listCauses(db: Kysely<Database>): Promise<Cause[]> {
  const rows = await db.selectFrom('causes').selectAll().orderBy('position').orderBy('code').execute();
  const nodes = new Map(rows.map(({ code, name }) => [code, { code, name, children: [] as Cause[] }]));
  const roots: Cause[] = [];
  for (const { code, parent_code } of rows) {
    const node = nodes.get(code);
    const siblings = parent_code === null ? roots : nodes.get(parent_code)?.children;
    if (node) siblings?.push(node);
  }
  return roots;
}

/** All that the customer said in the conversation `c`. */
const words = sql<string>`coalesce((select string_agg(e.body #>> '{content,text}', ' ' order by e.seq) from entries e
  where e.conversation_id = c.id and e.type = 'message' and e.author ->> 'kind' = 'customer'), '')`;
const intent = sql<string | null>`(select h.record ->> 'intent' from handoffs h
  where h.conversation_id = c.id order by h.requested_at desc limit 1)`;

async function listClosedCases(db: Kysely<Database>, since: Date, limit: number): Promise<ClosedCase[]> {
  const rows = await db
    .selectFrom('conversations as c')
    .select(['c.id', 'c.cause_code', 'c.language', 'c.closed_at', words.as('words'), intent.as('intent')])
    .where('c.closed_at', '>=', since)
    .where('c.cause_code', 'is not', null)
    .orderBy('c.closed_at', 'desc')
    .limit(limit)
    .execute();
  return rows
    .flatMap(({ id, cause_code, closed_at, ...said }) =>
      cause_code && closed_at
        ? [{ ...said, conversationId: id, causeCode: cause_code, closedAt: closed_at }]
        : [],
    )
    .reverse();
}

async function readCase(
  db: Kysely<Database>,
  id: ConversationId,
): ReturnType<DispositionRepository['readCase']> {
  const row = await db
    .selectFrom('conversations as c')
    .select([words.as('words'), intent.as('intent'), 'c.customer_id as customerId'])
    .where('c.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
