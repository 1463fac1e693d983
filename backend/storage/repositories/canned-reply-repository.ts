import type { Kysely } from 'kysely';
import type { CannedReplyRepository } from '../../modules/canned/index.ts';
import type { Database } from '../schema.ts';

/** The team's ready sentences in `canned_replies`. */
export function createCannedReplyRepository(db: Kysely<Database>): CannedReplyRepository {
  return {
    listReplies: () =>
      db
        .selectFrom('canned_replies')
        .select(['code', 'shortcut', 'title', 'text'])
        .orderBy('shortcut')
        .execute(),
  };
}
