import { z } from 'zod';
import { clientIdSchema, entryIdSchema } from '../../domain/ids.ts';
import { intentSchema } from '../../domain/intent.ts';
import { languageSchema } from '../../domain/language.ts';
import {
  articleContentSchema,
  articleIdSchema,
  articleSchema,
  articleVersionSchema,
  brokenAnswerSchema,
  candidateIdSchema,
  candidateSchema,
  candidateStateSchema,
  learnedTaskSchema,
  modelVersionSchema,
} from '../../domain/learning.ts';
import type { RequestContract } from '../request.ts';
import { commentSchema, conversationCommand } from './parts.ts';

/** The article to be changed, at the version that the author saw. */
const articleTargetSchema = z.strictObject({ id: articleIdSchema, version: articleVersionSchema });
const onMessage = conversationCommand.extend({ entryId: entryIdSchema });
const savedArticle = z.object({
  article: articleSchema,
  /** Questions with a known answer that the knowledge base, as it is now, answers otherwise. */
  broken: z.array(brokenAnswerSchema).max(50),
});

/** Corrections, the knowledge base, and what is learned from both. */
export const learningRequests = {
  /** “The customer wanted something else” of a message: kept as data for the model. */
  'intent:correct': {
    kind: 'command',
    input: onMessage.extend({ intent: intentSchema }),
    output: z.object({}),
  },
  /** “What the bot answered to this message was wrong”: the question becomes a candidate. `not-found` where it answered nothing from the knowledge base. */
  'answer:reject': { kind: 'command', input: onMessage, output: z.object({}) },
  'candidate:list': {
    kind: 'query',
    input: z.strictObject({ state: candidateStateSchema }),
    output: z.object({
      candidates: z.array(candidateSchema),
      counts: z.object({ open: z.int(), approved: z.int(), rejected: z.int() }),
    }),
  },
  /** The candidate becomes an article, a new one where no target is named. `conflict` (`decided`, `newer-version`) where somebody was faster. */
  'candidate:approve': {
    kind: 'command',
    input: z.strictObject({
      clientId: clientIdSchema,
      candidateId: candidateIdSchema,
      target: articleTargetSchema.nullable(),
      content: articleContentSchema,
    }),
    output: savedArticle,
  },
  /** Its questions are not proposed again. */
  'candidate:reject': {
    kind: 'command',
    input: z.strictObject({
      clientId: clientIdSchema,
      candidateId: candidateIdSchema,
      comment: commentSchema,
    }),
    output: z.object({}),
  },
  'article:list': {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ articles: z.array(articleSchema) }),
  },
  /** All versions, newest first. An older one is restored by saving it anew. */
  'article:versions': {
    kind: 'query',
    input: z.strictObject({ id: articleIdSchema }),
    output: z.object({ versions: z.array(articleSchema).max(100) }),
  },
  'article:save': {
    kind: 'command',
    input: z.strictObject({
      clientId: clientIdSchema,
      target: articleTargetSchema.nullable(),
      content: articleContentSchema,
    }),
    output: savedArticle,
  },
  'article:remove': {
    kind: 'command',
    input: z.strictObject({ clientId: clientIdSchema, target: articleTargetSchema }),
    output: z.object({}),
  },
  'model:list': {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ versions: z.array(modelVersionSchema).max(100) }),
  },
  /** Learns anew from all corrections, as a job; what is not better than what serves now is kept as `rejected`. */
  'model:retrain': {
    kind: 'command',
    input: z.strictObject({ clientId: clientIdSchema }),
    output: z.object({}),
  },
  /** Lets this version serve; null: the shipped model alone. */
  'model:activate': {
    kind: 'command',
    input: z.strictObject({
      clientId: clientIdSchema,
      task: learnedTaskSchema,
      language: languageSchema,
      versionId: z.uuid().nullable(),
    }),
    output: z.object({}),
  },
} as const satisfies Record<string, RequestContract>;
