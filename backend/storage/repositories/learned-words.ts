import { type Kysely, sql } from 'kysely';
import type { LogEntry } from '../../modules/conversations/index.ts';
import type { Database } from '../schema.ts';

/**
 * Takes the words of a message out of what was kept to learn from: corrections of it, questions in which it was asked, with the candidates that
 * have no other, and answers that were proposed from it. What somebody has made an article of is the shop's own.
 */
export async function forgetLearned(
  db: Kysely<Database>,
  { id, conversationId, author }: LogEntry,
  isQuoting: (text: string) => boolean,
): Promise<void> {
  if (author.kind === 'customer') {
    await db.deleteFrom('mood_corrections').where('entry_id', '=', id).execute();
    await db.deleteFrom('intent_corrections').where('entry_id', '=', id).execute();
  }
  // First held, then read: whoever is about to make candidates of them has written those by then.
  await db
    .selectFrom('bot_answers as a')
    .innerJoin('entries as e', 'e.id', 'a.entry_id')
    .select('a.id')
    .where('e.conversation_id', '=', conversationId)
    .forUpdate('a')
    .execute();
  const asked = await db
    .selectFrom('bot_answers as a')
    .leftJoin('candidate_questions as q', 'q.answer_id', 'a.id')
    .leftJoin('article_candidates as c', 'c.id', 'q.candidate_id')
    .select(['a.id', 'a.entry_id', 'a.question', 'c.id as candidate_id', 'c.answer'])
    // By the entries, which are found at once; the answers of a conversation are not.
    .innerJoin('entries as e', 'e.id', 'a.entry_id')
    .where('e.conversation_id', '=', conversationId)
    .execute();
  for (const { candidate_id, answer } of asked) {
    if (candidate_id === null || answer === null || !isQuoting(answer)) continue;
    await db.updateTable('article_candidates').set({ answer: '' }).where('id', '=', candidate_id).execute();
  }
  const isGone = ({ entry_id, question }: (typeof asked)[number]) => entry_id === id || isQuoting(question);
  const gone = author.kind === 'customer' ? asked.filter(isGone) : [];
  for (const { id: answerId, candidate_id } of gone) {
    await db.deleteFrom('candidate_questions').where('answer_id', '=', answerId).execute();
    await db.deleteFrom('bot_answers').where('id', '=', answerId).execute();
    if (candidate_id === null) continue;
    await db
      .deleteFrom('article_candidates')
      .where('id', '=', candidate_id)
      .where(
        sql<boolean>`not exists (select from candidate_questions q where q.candidate_id = article_candidates.id)`,
      )
      .execute();
  }
}
