import type { Kysely } from 'kysely';
import type { DialogueRecord, DialogueRepository } from '../../modules/conversations/index.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';

/** What the bot keeps between its turns. */
export function createDialogueRepository(db: Kysely<Database>): DialogueRepository {
  return {
    async read(conversationId) {
      const row = await db
        .selectFrom('bot_dialogues')
        .select('state')
        .where('conversation_id', '=', conversationId)
        .executeTakeFirst();
      return row === undefined ? null : (row.state as DialogueRecord);
    },
    async write(conversationId, record, at) {
      const state = json<unknown>(record);
      await db
        .insertInto('bot_dialogues')
        .values({ conversation_id: conversationId, state, updated_at: at })
        .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet({ state, updated_at: at }))
        .execute();
    },
  };
}
