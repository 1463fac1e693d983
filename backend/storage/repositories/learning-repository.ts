import { type Kysely, sql } from 'kysely';
import type { AgentRef } from '#shared/domain/agent';
import type { ModelVersion } from '#shared/domain/learning';
import type { LearningRepository } from '../../modules/learning/index.ts';
import { newId } from '../../runtime/ids.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';

/** Candidates, corrections and learned models, over their tables and those of the bot's answers. */
export function createLearningRepository(db: Kysely<Database>): LearningRepository {
  return { ...candidatesOf(db), ...correctionsOf(db), ...versionsOf(db) };
}

type Candidates = Pick<
  LearningRepository,
  | 'listOpenQuestions'
  | 'listCandidates'
  | 'lockCandidate'
  | 'listMembers'
  | 'listReplies'
  | 'addCandidate'
  | 'addMembers'
  | 'setProposal'
  | 'decide'
>;

function candidatesOf(db: Kysely<Database>): Candidates {
  return {
    async listOpenQuestions(since) {
      const { rows } = await sql<Awaited<ReturnType<Candidates['listOpenQuestions']>>[number]>`
        select a.id as "answerId", a.conversation_id as "conversationId", a.question as text, a.language, a.outcome, a.article_id as "articleId", a.at,
          ${replyAfter(sql`a.entry_id`)} as reply
        from bot_answers a left join candidate_questions q on q.answer_id = a.id
        where q.answer_id is null and a.outcome <> 'answered' and a.at >= ${since} order by a.at limit 5000`.execute(
        db,
      );
      return rows;
    },
    listCandidates: (state) =>
      selectCandidates(db)
        .$if(state !== null, (query) => query.where('c.state', '=', state as never))
        .execute()
        .then((rows) => rows.map(candidateOf)),
    async lockCandidate(id) {
      const row = await selectCandidates(db).where('c.id', '=', id).forUpdate('c').executeTakeFirst();
      return row === undefined ? null : candidateOf(row);
    },
    async listMembers(ids) {
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom('candidate_questions as q')
        .innerJoin('bot_answers as a', 'a.id', 'q.answer_id')
        .select(['q.candidate_id', 'q.text', 'a.conversation_id', 'a.at'])
        .where('q.candidate_id', 'in', ids)
        .orderBy('a.at', 'desc')
        .limit(5000)
        .execute();
      return rows.map(({ candidate_id, text, conversation_id, at }) => ({
        candidateId: candidate_id,
        text,
        conversationId: conversation_id,
        at,
      }));
    },
    async listReplies(id) {
      const { rows } = await sql<{ reply: string }>`
        select reply from (select a.at, ${replyAfter(sql`a.entry_id`, sql`for share of r`)} as reply
          from candidate_questions q join bot_answers a on a.id = q.answer_id where q.candidate_id = ${id}) r
        where reply is not null order by at desc limit 50`.execute(db);
      return rows.map(({ reply }) => reply);
    },
    async addCandidate({ id, language, state, reason, articleId, answer }, at) {
      await db
        .insertInto('article_candidates')
        .values({ id, language, state, reason, article_id: articleId, answer, created_at: at })
        .execute();
    },
    async addMembers(id, members) {
      if (members.length === 0) return;
      // Of what was taken back meanwhile there is no answer any more.
      const asked = members.map(({ answerId }) => answerId);
      const held = await db
        .selectFrom('bot_answers')
        .select('id')
        .where('id', 'in', asked)
        .forKeyShare()
        .execute();
      const there = new Set(held.map((row) => row.id));
      const rows = members.filter(({ answerId }) => there.has(answerId));
      if (rows.length === 0) return;
      await db
        .insertInto('candidate_questions')
        .values(rows.map(({ answerId, text }) => ({ answer_id: answerId, candidate_id: id, text })))
        .onConflict((conflict) => conflict.column('answer_id').doNothing())
        .execute();
    },
    async setProposal(id, answer) {
      await db.updateTable('article_candidates').set({ answer }).where('id', '=', id).execute();
    },
    async decide(id, { state, articleId, by, at, comment }) {
      await db
        .updateTable('article_candidates')
        .set({ state, article_id: articleId, decided_by: by, decided_at: at, comment })
        .where('id', '=', id)
        .execute();
    },
  };
}

/** What an agent said first after an entry, in the same conversation; held so that nobody revises it before what is made of it is written. */
function replyAfter(entryId: ReturnType<typeof sql>, hold = sql``) {
  return sql`(select r.body -> 'content' ->> 'text' from entries e join entries r on r.conversation_id = e.conversation_id and r.seq > e.seq
    where e.id = ${entryId} and r.type = 'message' and r.author ->> 'kind' = 'agent' and r.body -> 'content' ->> 'type' = 'text'
    order by r.seq limit 1 ${hold})`;
}

function selectCandidates(db: Kysely<Database>) {
  return db
    .selectFrom('article_candidates as c')
    .leftJoin('agents as a', 'a.id', 'c.decided_by')
    .select([
      'c.id',
      'c.language',
      'c.state',
      'c.reason',
      'c.article_id',
      'c.answer',
      'c.comment',
      'c.decided_at',
    ])
    .select(['a.id as by_id', 'a.name as by_name'])
    .orderBy('c.created_at')
    .orderBy('c.id');
}

type CandidateRecord = Awaited<ReturnType<ReturnType<typeof selectCandidates>['execute']>>[number];

function candidateOf(row: CandidateRecord) {
  const decidedBy: AgentRef | null = row.by_id && row.by_name ? { id: row.by_id, name: row.by_name } : null;
  const { id, language, state, reason, answer, comment } = row;
  return {
    id,
    language,
    state,
    reason,
    articleId: row.article_id,
    answer,
    comment,
    decidedBy,
    decidedAt: row.decided_at,
  };
}

type Corrections = Pick<
  LearningRepository,
  'addIntentCorrection' | 'markAnswerWrong' | 'listMoodLessons' | 'listIntentLessons' | 'listAnswerLessons'
>;

function correctionsOf(db: Kysely<Database>): Corrections {
  return {
    async addIntentCorrection({ entryId, agentId, intent, text, language, at }) {
      const row = { id: newId(), entry_id: entryId, agent_id: agentId, intent, text, language, at };
      await db.insertInto('intent_corrections').values(row).execute();
    },
    async markAnswerWrong(entryId) {
      const { numUpdatedRows } = await db
        .updateTable('bot_answers')
        .set({ outcome: 'rejected' })
        .where('entry_id', '=', entryId)
        .where('outcome', '<>', 'unanswered')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    listMoodLessons: () =>
      db
        .selectFrom('mood_corrections')
        .distinctOn('entry_id')
        .select(['entry_id as entryId', 'text', 'language', 'label'])
        .orderBy('entry_id')
        .orderBy('at', 'desc')
        .execute(),
    listIntentLessons: () =>
      db
        .selectFrom('intent_corrections')
        .distinctOn('entry_id')
        .select(['entry_id as entryId', 'text', 'language', 'intent'])
        .orderBy('entry_id')
        .orderBy('at', 'desc')
        .execute(),
    async listAnswerLessons() {
      const rows = await db
        .selectFrom('candidate_questions as q')
        .innerJoin('article_candidates as c', 'c.id', 'q.candidate_id')
        .innerJoin('articles as a', 'a.id', 'c.article_id')
        .select(['q.text as question', 'c.language', 'a.id as articleId'])
        .where('c.state', '=', 'approved')
        .orderBy('q.answer_id')
        .limit(2000)
        .execute();
      return rows;
    },
  };
}

type Versions = Pick<
  LearningRepository,
  'listVersions' | 'addVersion' | 'activate' | 'readActiveFingerprint' | 'listActiveWeights'
>;

function versionsOf(db: Kysely<Database>): Versions {
  const retire = (task: string, language: string) =>
    db
      .updateTable('model_versions')
      .set({ state: 'retired' })
      .where('task', '=', task as never)
      .where('language', '=', language as never)
      .where('state', '=', 'active')
      .execute();
  return {
    async listVersions() {
      const rows = await db
        .selectFrom('model_versions')
        .select(['id', 'task', 'language', 'number', 'state', 'corrections', 'before', 'after', 'at'])
        .orderBy('at', 'desc')
        .orderBy('number', 'desc')
        .limit(100)
        .execute();
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    },
    async addVersion(version): Promise<ModelVersion> {
      const { task, language, state, corrections, before, after, at } = version;
      // One at a time: the next number and the one active version are decided under this lock.
      await sql`select pg_advisory_xact_lock(hashtext('model_versions'))`.execute(db);
      if (state === 'active') await retire(task, language);
      const last = await db
        .selectFrom('model_versions')
        .select(({ fn }) => fn.max('number').as('last'))
        .where('task', '=', task)
        .where('language', '=', language)
        .executeTakeFirst();
      const row = {
        id: newId<string>(),
        task,
        language,
        number: (last?.last ?? 0) + 1,
        state,
        corrections,
        at,
      };
      await db
        .insertInto('model_versions')
        .values({ ...row, before: json(before), after: json(after), weights: Buffer.from(version.weights) })
        .execute();
      return { ...row, before, after, at: at.toISOString() };
    },
    async activate({ task, language, versionId }) {
      await sql`select pg_advisory_xact_lock(hashtext('model_versions'))`.execute(db);
      await retire(task, language);
      if (versionId === null) return true;
      const { numUpdatedRows } = await db
        .updateTable('model_versions')
        .set({ state: 'active' })
        .where('id', '=', versionId)
        .where('task', '=', task)
        .where('language', '=', language)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async readActiveFingerprint() {
      const { rows } = await sql<{ fingerprint: string | null }>`
        select string_agg(id::text, ',' order by id) as fingerprint from model_versions where state = 'active'`.execute(
        db,
      );
      return rows[0]?.fingerprint ?? '';
    },
    listActiveWeights: () =>
      db
        .selectFrom('model_versions')
        .select(['id', 'task', 'language', 'weights'])
        .where('state', '=', 'active')
        .execute(),
  };
}
