import { type QueryExecutorProvider, sql } from 'kysely';

/** Versions of articles, candidates for new ones, corrections of what the machine read, versions of what was learned from them. */
export async function up(database: QueryExecutorProvider): Promise<void> {
  await sql
    .raw(
      `
alter table articles add column version int not null default 1;
create table article_versions (
  article_id text not null, version int not null, content jsonb, at timestamptz not null, by_agent uuid references agents,
  primary key (article_id, version));
insert into article_versions (article_id, version, content, at)
  select id, 1, jsonb_build_object('title', title, 'questions', variants, 'answer', answer, 'tags', tags, 'intent', intent), updated_at from articles;

create table article_candidates (
  id uuid primary key, language text not null, state text not null check (state in ('open', 'approved', 'rejected')),
  reason text not null check (reason in ('unanswered', 'badly-answered')), article_id text, answer text not null,
  decided_by uuid references agents, decided_at timestamptz, comment text not null default '', created_at timestamptz not null);
create table candidate_questions (
  answer_id uuid primary key references bot_answers (id), candidate_id uuid not null references article_candidates, text text not null);
create index candidate_questions_candidate on candidate_questions (candidate_id);

create table intent_corrections (
  id uuid primary key, entry_id uuid not null references entries (id), agent_id uuid not null references agents, intent text not null,
  text text not null, language text not null, at timestamptz not null);

create table model_versions (
  id uuid primary key, task text not null, language text not null, number int not null, state text not null check (state in ('active', 'retired', 'rejected')),
  weights bytea not null, corrections int not null, before jsonb not null, after jsonb not null, at timestamptz not null,
  unique (task, language, number));
create unique index model_versions_active on model_versions (task, language) where state = 'active';
`,
    )
    .execute(database);
}
