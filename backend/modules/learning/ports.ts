import type { AgentRef } from '#shared/domain/agent';
import type { AgentId, ConversationId, EntryId } from '#shared/domain/ids';
import type { IntentName } from '#shared/domain/intent';
import type { Language } from '#shared/domain/language';
import type {
  CandidateId,
  CandidateState,
  Comparison,
  LearnedTask,
  ModelVersion,
} from '#shared/domain/learning';
import type { MoodLabel } from '#shared/domain/mood';

/** A question that the knowledge base did not answer, or not well, with what an agent said after it in the same conversation. */
export type OpenQuestion = {
  answerId: string;
  conversationId: ConversationId;
  text: string;
  language: Language;
  outcome: 'unanswered' | 'rejected';
  /** What was said when it was answered badly. */
  articleId: string | null;
  at: Date;
  /** An agent's first words after it; null where nobody said any. */
  reply: string | null;
};

/** A candidate as it is kept. */
export type CandidateRow = {
  id: CandidateId;
  language: Language;
  state: CandidateState;
  reason: 'unanswered' | 'badly-answered';
  articleId: string | null;
  answer: string;
  comment: string;
  decidedBy: AgentRef | null;
  decidedAt: Date | null;
};

/** A question as a member of a candidate; `text` has personal data hidden. */
export type MemberQuestion = {
  candidateId: CandidateId;
  text: string;
  conversationId: ConversationId;
  at: Date;
};

/** What a person said a message really is. The newest word on an entry counts. */
export type MoodLesson = { entryId: EntryId; text: string; language: Language; label: MoodLabel };
export type IntentLesson = { entryId: EntryId; text: string; language: Language; intent: IntentName };

/** A version to be kept, with the weights that it serves with. */
export type NewVersion = Pick<ModelVersion, 'task' | 'language' | 'state' | 'corrections'> & {
  weights: Uint8Array;
  before: Comparison;
  after: Comparison;
  at: Date;
};

/** Weights that serve instead of the shipped ones. */
export type ActiveWeights = { id: string; task: LearnedTask; language: Language; weights: Uint8Array };

/** What learning keeps. */
export type LearningRepository = {
  /** Questions asked since then that are in no candidate yet, oldest first. */
  listOpenQuestions(since: Date): Promise<OpenQuestion[]>;
  listCandidates(state: CandidateState | null): Promise<CandidateRow[]>;
  lockCandidate(id: CandidateId): Promise<CandidateRow | null>;
  listMembers(ids: readonly CandidateId[]): Promise<MemberQuestion[]>;
  /** What agents said after the questions of a candidate, newest first. */
  listReplies(id: CandidateId): Promise<string[]>;
  addCandidate(candidate: Omit<CandidateRow, 'comment' | 'decidedBy' | 'decidedAt'>, at: Date): Promise<void>;
  addMembers(id: CandidateId, members: readonly { answerId: string; text: string }[]): Promise<void>;
  setProposal(id: CandidateId, answer: string): Promise<void>;
  decide(
    id: CandidateId,
    decision: { state: CandidateState; articleId: string | null; by: AgentId; at: Date; comment: string },
  ): Promise<void>;

  addIntentCorrection(lesson: IntentLesson & { agentId: AgentId; at: Date }): Promise<void>;
  /** A person says that what the bot answered to this question was wrong. False where the bot answered nothing to it. */
  markAnswerWrong(entryId: EntryId): Promise<boolean>;
  listMoodLessons(): Promise<MoodLesson[]>;
  listIntentLessons(): Promise<IntentLesson[]>;
  /** Questions with the article that people chose for them. */
  listAnswerLessons(): Promise<{ question: string; language: Language; articleId: string }[]>;

  listVersions(): Promise<ModelVersion[]>;
  /** Adds it with the next number; an active one takes the place of the one before. */
  addVersion(version: NewVersion): Promise<ModelVersion>;
  /** Makes this version the active one, or none of its task and language. */
  activate(target: { task: LearnedTask; language: Language; versionId: string | null }): Promise<boolean>;
  /** Changes whenever another version is active, on whichever node. */
  readActiveFingerprint(): Promise<string>;
  listActiveWeights(): Promise<ActiveWeights[]>;
};
