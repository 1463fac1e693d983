import { type QueryExecutorProvider, sql } from 'kysely';

/** Articles that came with a shop after step 5 were kept without their first version, so that no list showed them. */
export async function up(database: QueryExecutorProvider): Promise<void> {
  await sql
    .raw(
      `
insert into article_versions (article_id, version, content, at)
  select id, version, jsonb_build_object('title', title, 'questions', variants, 'answer', answer, 'tags', tags, 'intent', intent), updated_at from articles
  on conflict do nothing;
`,
    )
    .execute(database);
}
