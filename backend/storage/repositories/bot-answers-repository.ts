import type { Kysely } from 'kysely';
import type { ConversationId, EntryId } from '#shared/domain/ids';
import type { BotAnswerRepository } from '../../modules/handoff/index.ts';
import { newId } from '../../runtime/ids.ts';
import type { Database } from '../schema.ts';

/** What the knowledge base was asked, in `bot_answers`. */
export function createBotAnswerRepository(db: Kysely<Database>): BotAnswerRepository {
  async function entryAt(conversationId: ConversationId, seq: number): Promise<EntryId> {
    const entry = await db
      .selectFrom('entries')
      .select('id')
      .where('conversation_id', '=', conversationId)
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow();
    return entry.id as EntryId;
  }
  return {
    async noteAnswer({
      conversationId,
      seq,
      question,
      language,
      intent,
      articleId,
      confidence,
      outcome,
      at,
    }) {
      const values = { conversation_id: conversationId, question, language, intent, confidence, outcome, at };
      await db
        .insertInto('bot_answers')
        .values({
          ...values,
          id: newId(),
          entry_id: await entryAt(conversationId, seq),
          article_id: articleId,
        })
        .onConflict((conflict) => conflict.column('entry_id').doNothing())
        .execute();
    },
    async rejectAnswer(conversationId, seq) {
      await db
        .updateTable('bot_answers')
        .set({ outcome: 'rejected' })
        .where('outcome', '=', 'answered')
        .where('entry_id', '=', await entryAt(conversationId, seq))
        .execute();
    },
  };
}
