import { z } from 'zod';
import { agentRefSchema } from './agent.ts';
import { conversationIdSchema, momentSchema } from './ids.ts';
import { languageSchema, localizedSchema } from './language.ts';

/**
 * How the shop's knowledge grows from what happened: questions that the bot could not answer, or answered badly, become candidates for the
 * knowledge base, with what agents answered as the proposal; people approve, change or reject them.
 */

/** Longest title, question and answer of an article, in UTF-16 units. */
export const ARTICLE_LIMITS = { title: 200, question: 300, questions: 100, answer: 3000 } as const;

const questionsSchema = z
  .array(z.string().trim().min(1).max(ARTICLE_LIMITS.question))
  .max(ARTICLE_LIMITS.questions);

/** What people write of an article. One language may be left empty: its readers are then not answered by it. */
export const articleContentSchema = z
  .strictObject({
    title: z.object({
      zh: z.string().trim().max(ARTICLE_LIMITS.title),
      en: z.string().trim().max(ARTICLE_LIMITS.title),
    }),
    /** How customers ask it. */
    questions: z.object({ zh: questionsSchema, en: questionsSchema }),
    answer: z.object({
      zh: z.string().trim().max(ARTICLE_LIMITS.answer),
      en: z.string().trim().max(ARTICLE_LIMITS.answer),
    }),
  })
  .superRefine(({ title, answer }, context) => {
    for (const language of ['zh', 'en'] as const) {
      const other = language === 'zh' ? 'en' : 'zh';
      if (title[language] !== '' && answer[language] === '')
        context.addIssue({ code: 'custom', path: ['answer', language], message: 'A title needs its answer' });
      if (title[language] === '' && (answer[language] !== '' || title[other] === ''))
        context.addIssue({ code: 'custom', path: ['title', language], message: 'An answer needs its title' });
    }
  });
export type ArticleContent = z.infer<typeof articleContentSchema>;

export const articleIdSchema = z.string().min(1).max(80);
export const articleVersionSchema = z.int().positive();

/** An article as it stands, or as it stood in one version. `by` is null for what came with the shop. */
export const articleSchema = z.object({
  id: articleIdSchema,
  version: articleVersionSchema,
  title: localizedSchema,
  questions: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  answer: localizedSchema,
  isRemoved: z.boolean(),
  at: momentSchema,
  by: agentRefSchema.nullable(),
});
export type KnowledgeArticle = z.infer<typeof articleSchema>;

export const candidateIdSchema = z.uuid().brand<'CandidateId'>();
export type CandidateId = z.infer<typeof candidateIdSchema>;
export const candidateStateSchema = z.enum(['open', 'approved', 'rejected']);
export type CandidateState = z.infer<typeof candidateStateSchema>;

/** A cluster of questions that the knowledge base should answer. */
export const candidateSchema = z.object({
  id: candidateIdSchema,
  language: languageSchema,
  state: candidateStateSchema,
  /** Whether the bot had nothing to say, or said something that did not help. */
  reason: z.enum(['unanswered', 'badly-answered']),
  /** As customers asked, personal data hidden; the most telling first, twenty at most. */
  questions: z.array(z.string()).min(1).max(20),
  asked: z.int().positive(),
  lastAskedAt: momentSchema,
  /** The article that answered badly, or the one that this became. */
  articleId: articleIdSchema.nullable(),
  /** What agents answered, personal data hidden; empty where nobody did. */
  answer: z.string(),
  conversations: z.array(conversationIdSchema).max(5),
  decided: z.object({ by: agentRefSchema, at: momentSchema, comment: z.string() }).nullable(),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** A question whose answer is known, and that the knowledge base as it is now would answer otherwise, or not at all. */
export const brokenAnswerSchema = z.object({
  question: z.string(),
  language: languageSchema,
  expected: articleIdSchema,
  got: articleIdSchema.nullable(),
});
export type BrokenAnswer = z.infer<typeof brokenAnswerSchema>;

/** What can be learned anew from corrections. */
export const learnedTaskSchema = z.enum(['mood', 'intent']);
export type LearnedTask = z.infer<typeof learnedTaskSchema>;

/** Rows judged, and how many of them rightly. */
const scoreSchema = z.object({ rows: z.int().min(0), right: z.int().min(0) });

/**
 * How a model did: on corrections that it did not learn from, on those that it did, on the product's own regression set, and on development data
 * where whoever asked for it gave some.
 */
export const comparisonSchema = z.object({
  heldOut: scoreSchema,
  learned: scoreSchema,
  regression: scoreSchema,
  dev: scoreSchema.nullable().default(null),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** A version of what the shop's corrections change in a model. At most one per task and language is active; with none, the shipped model serves alone. */
export const modelVersionSchema = z.object({
  id: z.uuid(),
  task: learnedTaskSchema,
  language: languageSchema,
  number: z.int().positive(),
  /** `rejected`: it was not better than what served then. */
  state: z.enum(['active', 'retired', 'rejected']),
  corrections: z.int().positive(),
  before: comparisonSchema,
  after: comparisonSchema,
  at: momentSchema,
});
export type ModelVersion = z.infer<typeof modelVersionSchema>;
