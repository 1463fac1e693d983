import { type Kysely, sql } from 'kysely';
import type { Article, KnowledgeRepository } from '../../modules/knowledge/index.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';

/** The knowledge base in `articles`. */
export function createKnowledgeRepository(db: Kysely<Database>): KnowledgeRepository {
  return {
    async listArticles() {
      const rows = await db.selectFrom('articles').selectAll().orderBy('id').execute();
      return rows.map(({ id, title, variants, answer, tags, intent, updated_at }) => ({
        id,
        title,
        questions: variants,
        answer,
        tags,
        intent,
        updatedAt: updated_at,
      }));
    },
    async readFingerprint() {
      const { rows } = await sql<{ fingerprint: string }>`
        select count(*) || '/' || coalesce(sum(hashtext(id)), 0) || '/' || coalesce(max(updated_at)::text, '') as fingerprint
        from articles`.execute(db);
      return rows[0]?.fingerprint ?? '';
    },
    async saveArticle(article) {
      const row = rowOf(article);
      await db
        .insertInto('articles')
        .values({ id: article.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    async removeArticle(id) {
      await db.deleteFrom('articles').where('id', '=', id).execute();
    },
  };
}

function rowOf({ title, questions, answer, tags, intent, updatedAt }: Article) {
  return {
    title: json(title),
    variants: json(questions),
    answer: json(answer),
    tags: json(tags),
    intent,
    updated_at: updatedAt,
  };
}
