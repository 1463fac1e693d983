import type { TestBackend } from '../../../support/backend.ts';
import { checkHistory } from '../../checker/check.ts';
import { numberOf, type StoredConversation, type Told } from '../../checker/history.ts';
import type { CustomerClient } from '../clients/pair.ts';
import { findWords, readStored } from '../stored.ts';
import type { Desk } from './desk.ts';

/** A member of staff on the stage. */
export type Member = { id: string; desk: Desk };
/** Those who play a history: two agents and a lead. */
export type Cast = [Member, Member, Member];

/** The number under which the customer's client writes. */
export const CUSTOMER = 11;

type Judged = {
  backend: TestBackend;
  members: Cast;
  numbers: ReadonlyMap<string, number>;
  told: Told[];
  customer: CustomerClient;
};

/** Everything that is wrong with a history that has come to its end, and how many revisions it had. */
export async function judge({
  backend,
  members,
  numbers,
  told,
  customer,
}: Judged): Promise<{ wrongs: string[]; revisions: number }> {
  const wrongs: string[] = [];
  await Promise.all(
    members.map(async ({ desk }, index) => {
      await desk.catchUp();
      const difference = await desk.difference();
      if (difference !== null) wrongs.push(`console ${index}: ${difference}`);
    }),
  );
  const stored: StoredConversation[] = [];
  for await (const one of readStored(backend.database, numbers)) stored.push(one);
  const { views } = customer;
  for (const view of views.values()) await view.catchUp();
  const seen = [...views.keys()].map((id) => ({ client: CUSTOMER, conversation: numberOf(id) }));
  const found = told.some(({ type }) => type === 'sent') ? await findWords(backend.database) : [];
  const { examples, counts } = checkHistory({
    customers: new Set([CUSTOMER]),
    stored,
    found,
    told,
    views: seen,
  });
  return { wrongs: [...wrongs, ...examples], revisions: counts.revisions };
}

/** The next history begins on an empty floor. */
export async function clear({ database: { pool } }: TestBackend): Promise<void> {
  await pool.query('delete from bot_dialogues');
  await pool.query('delete from candidate_questions');
  await pool.query('delete from bot_answers');
  await pool.query('delete from handoffs');
  await pool.query('delete from message_revisions');
  await pool.query('delete from entries');
  await pool.query('delete from conversations');
  await pool.query(
    `delete from pgboss.job where name in ('offer-expiry', 'lease-expiry') or state = 'completed'`,
  );
  // Answers that are kept for repeats have words of the history too.
  await pool.query('delete from commands');
}
