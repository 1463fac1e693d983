import { type Kysely, sql } from 'kysely';
import type { AgentRef } from '#shared/domain/agent';
import type { Localized } from '#shared/domain/language';
import type { KnowledgeArticle } from '#shared/domain/learning';
import type { Article, ArticleChange, KnowledgeRepository } from '../../modules/knowledge/index.ts';
import { newId } from '../../runtime/ids.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';

/** The knowledge base in `articles`, with all that it ever said in `article_versions`. */
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
        select count(*) || '/' || coalesce(sum(hashtext(id || ':' || version)), 0) as fingerprint from articles`.execute(
        db,
      );
      return rows[0]?.fingerprint ?? '';
    },
    async saveArticle(article) {
      const row = rowOf(article);
      await db
        .insertInto('articles')
        .values({ id: article.id, ...row, version: await nextVersion(db, article.id) })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((it) => ({ ...row, version: it.ref('excluded.version') })),
        )
        .execute();
      await keepVersion(db, { id: article.id, by: null, at: article.updatedAt });
    },
    async removeArticle(id) {
      await db.deleteFrom('articles').where('id', '=', id).execute();
    },
    listCurrent: () => listCurrent(db),
    listVersions: (id) => listVersions(db, id),
    writeVersion: (change) => writeVersion(db, change),
  };
}

async function writeVersion(db: Kysely<Database>, change: ArticleChange): Promise<KnowledgeArticle | null> {
  const { target, content, by, at } = change;
  const id = target?.id ?? newId();
  const row = await db
    .selectFrom('articles')
    .select(['version', 'tags', 'intent'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (target !== null && row?.version !== target.version) return null;
  const version = await nextVersion(db, id);
  if (content === null) {
    await db.deleteFrom('articles').where('id', '=', id).execute();
    await db
      .insertInto('article_versions')
      .values({ article_id: id, version, content: null, at, by_agent: by })
      .execute();
  } else {
    const values = {
      ...rowOf({ ...content, tags: row?.tags ?? [], intent: row?.intent ?? null, updatedAt: at }),
      version,
    };
    await db
      .insertInto('articles')
      .values({ id, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
    await keepVersion(db, { id, by, at });
  }
  return (await listVersions(db, id))[0] ?? null;
}

/** One more than any version that the article ever had. */
async function nextVersion(db: Kysely<Database>, id: string): Promise<number> {
  const { last } = await db
    .selectFrom('article_versions')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('article_id', '=', id)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** Copies the article as it now stands to its history. */
async function keepVersion(
  db: Kysely<Database>,
  { id, by, at }: { id: string; by: ArticleChange['by'] | null; at: Date },
): Promise<void> {
  await sql`insert into article_versions (article_id, version, content, at, by_agent)
    select id, version, jsonb_build_object('title', title, 'questions', variants, 'answer', answer, 'tags', tags, 'intent', intent), ${at}, ${by}
    from articles where id = ${id}`.execute(db);
}

type Kept = Pick<KnowledgeArticle, 'title' | 'questions' | 'answer'>;
type VersionRow = {
  article_id: string;
  version: number;
  content: Kept | null;
  at: Date;
  by: AgentRef | null;
};

async function listVersions(db: Kysely<Database>, id: string): Promise<KnowledgeArticle[]> {
  const { rows } = await sql<VersionRow>`
    select v.article_id, v.version, v.content, v.at, case when a.id is null then null else jsonb_build_object('id', a.id, 'name', a.name) end as by
    from article_versions v left join agents a on a.id = v.by_agent
    where v.article_id = ${id} order by v.version desc limit 100`.execute(db);
  return rows.map(articleOf);
}

async function listCurrent(db: Kysely<Database>): Promise<KnowledgeArticle[]> {
  const { rows } = await sql<VersionRow>`
    select v.article_id, v.version, v.content, v.at, case when a.id is null then null else jsonb_build_object('id', a.id, 'name', a.name) end as by
    from articles c join article_versions v on v.article_id = c.id and v.version = c.version left join agents a on a.id = v.by_agent
    order by v.at desc, v.article_id`.execute(db);
  return rows.map(articleOf);
}

const NOTHING: Localized = { zh: '', en: '' };

function articleOf({ article_id: id, version, content, at, by }: VersionRow): KnowledgeArticle {
  const { title, questions, answer } = content ?? {
    title: NOTHING,
    questions: { zh: [], en: [] },
    answer: NOTHING,
  };
  return { id, version, title, questions, answer, isRemoved: content === null, at: at.toISOString(), by };
}

function rowOf({ title, questions, answer, tags, intent, updatedAt }: Omit<Article, 'id'>) {
  return {
    title: json(title),
    variants: json(questions),
    answer: json(answer),
    tags: json(tags),
    intent,
    updated_at: updatedAt,
  };
}
