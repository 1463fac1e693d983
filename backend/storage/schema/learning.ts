import type { Generated } from 'kysely';
import type { AgentId, ConversationId, EntryId } from '#shared/domain/ids';
import type { IntentName } from '#shared/domain/intent';
import type { Language, Localized } from '#shared/domain/language';
import type { CandidateId, CandidateState, Comparison, LearnedTask } from '#shared/domain/learning';
import type { MoodLabel } from '#shared/domain/mood';
import type { Json } from '../json.ts';

/** What the bot answers from, and what people correct. */

export type BotAnswersTable = {
  id: string;
  conversation_id: ConversationId;
  entry_id: EntryId;
  question: string;
  language: Language;
  intent: string | null;
  article_id: string | null;
  confidence: number;
  outcome: 'answered' | 'unanswered' | 'rejected';
  at: Date;
};

export type ArticlesTable = {
  id: string;
  title: Json<Localized>;
  /** How customers ask it, per language. */
  variants: Json<Record<Language, string[]>>;
  answer: Json<Localized>;
  tags: Json<string[]>;
  intent: string | null;
  updated_at: Date;
  version: Generated<number>;
};

export type ArticleCandidatesTable = {
  id: CandidateId;
  language: Language;
  state: CandidateState;
  reason: 'unanswered' | 'badly-answered';
  article_id: string | null;
  answer: string;
  decided_by: AgentId | null;
  decided_at: Date | null;
  comment: Generated<string>;
  created_at: Date;
};

export type IntentCorrectionsTable = {
  id: string;
  entry_id: EntryId;
  agent_id: AgentId;
  intent: IntentName;
  text: string;
  language: Language;
  at: Date;
};

export type ModelVersionsTable = {
  id: string;
  task: LearnedTask;
  language: Language;
  number: number;
  state: 'active' | 'retired' | 'rejected';
  weights: Buffer;
  corrections: number;
  before: Json<Comparison>;
  after: Json<Comparison>;
  at: Date;
};

export type MoodCorrectionsTable = {
  id: string;
  entry_id: EntryId;
  agent_id: AgentId;
  label: MoodLabel;
  text: string;
  language: Language;
  at: Date;
};
