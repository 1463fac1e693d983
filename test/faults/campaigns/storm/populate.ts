import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { ConversationId } from '#shared/domain/ids';
import { newSessionToken } from '../../../../backend/modules/customers/session-token.ts';

/** A customer with a conversation that an agent has, and the token of their client's session. */
export type Guest = { token: string; conversationId: ConversationId };

/**
 * Makes many customers out of one, each with a copy of that one's conversation: copied as rows, because through the doors it would take longer
 * than all that is to be tried. Whatever columns the tables get, the copies have them too.
 */
export async function populate(databaseUrl: string, conversationId: string, count: number): Promise<Guest[]> {
  const made = Array.from({ length: count }, () => ({
    ...newSessionToken(),
    customer: randomUUID(),
    identity: randomUUID(),
    conversationId: randomUUID() as ConversationId,
  }));
  const of = <K extends keyof (typeof made)[number]>(key: K) => made.map((one) => one[key]);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `create temporary table made on commit drop as
         select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bytea[]) as m (customer, identity, conversation, hash)`,
      [of('customer'), of('identity'), of('conversationId'), of('hash')],
    );
    for (const [table, source, changed] of COPIES) {
      await client.query(
        `insert into ${table} select r.* from ${table} t cross join made m, lateral
           jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${changed})) r where ${source}`,
        [conversationId],
      );
    }
    await client.query('commit');
    return made.map(({ token, conversationId: id }) => ({ token, conversationId: id }));
  } finally {
    await client.end();
  }
}

const OWN = '(select customer_id from conversations where id = $1)';

/** Table, which row is copied, and what is different in each copy; in an order in which each row finds those that it refers to. */
const COPIES: readonly (readonly [table: string, source: string, changed: string])[] = [
  ['customers', `t.id = ${OWN}`, "'id', m.customer"],
  [
    'identities',
    't.id = (select identity_id from conversations where id = $1)',
    "'id', m.identity, 'customer_id', m.customer, 'value', m.identity",
  ],
  [
    'customer_sessions',
    't.identity_id = (select identity_id from conversations where id = $1)',
    "'id', gen_random_uuid(), 'identity_id', m.identity, 'token_hash', m.hash",
  ],
  [
    'conversations',
    't.id = $1',
    "'id', m.conversation, 'customer_id', m.customer, 'identity_id', m.identity",
  ],
  [
    'entries',
    't.conversation_id = $1',
    "'id', gen_random_uuid(), 'conversation_id', m.conversation, 'client_id', null",
  ],
];
