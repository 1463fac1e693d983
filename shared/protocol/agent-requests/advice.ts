import { z } from 'zod';
import { causeSchema, causeSuggestionSchema } from '../../domain/disposition.ts';
import { conversationIdSchema } from '../../domain/ids.ts';
import { languageSchema, localizedSchema } from '../../domain/language.ts';
import { draftWishSchema, modelDraftIdSchema, modelDraftSchema } from '../../domain/model-draft.ts';
import { recommendationSchema, recommendationsSchema } from '../../domain/recommendation.ts';
import type { RequestContract } from '../request.ts';

export const cannedReplySchema = z.object({
  code: z.string(),
  shortcut: z.string(),
  title: localizedSchema,
  text: localizedSchema,
});
export const articleHitSchema = z.object({
  id: z.string(),
  title: localizedSchema,
  answer: localizedSchema,
  confidence: z.number().min(0).max(1),
});

/** What helps while answering: goods, answers, causes, drafts. */
export const adviceRequests = {
  'recommendation:list': {
    kind: 'query',
    input: z.strictObject({ conversationId: conversationIdSchema }),
    output: recommendationsSchema,
  },
  /** Goods by words, in either language, to be sent as a card. */
  'product:search': {
    kind: 'query',
    input: z.strictObject({
      query: z.string().trim().min(1).max(100),
      limit: z.int().min(1).max(20).default(8),
    }),
    output: z.object({ items: z.array(recommendationSchema).max(20) }),
  },
  'knowledge:search': {
    kind: 'query',
    input: z.strictObject({
      query: z.string().trim().min(1).max(400),
      language: languageSchema,
      limit: z.int().min(1).max(10).default(3),
    }),
    output: z.object({ hits: z.array(articleHitSchema) }),
  },
  'canned:list': {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ replies: z.array(cannedReplySchema) }),
  },
  'disposition:tree': {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ causes: z.array(causeSchema) }),
  },
  'disposition:suggest': {
    kind: 'query',
    input: z.strictObject({ conversationId: conversationIdSchema }),
    output: z.object({ suggestions: z.array(causeSuggestionSchema).max(3) }),
  },
  /**
   * Begins a draft by the shop's language model; its words come as `draft:changed` to this socket. `not-found` where the shop has no model
   * (`abilities.drafts`), `overloaded` where too many are being written.
   */
  'draft:start': {
    kind: 'query',
    input: z.strictObject({
      draftId: modelDraftIdSchema,
      conversationId: conversationIdSchema,
      wish: draftWishSchema,
    }),
    output: z.object({ draft: modelDraftSchema }),
  },
  'draft:cancel': {
    kind: 'query',
    input: z.strictObject({ draftId: modelDraftIdSchema }),
    output: z.object({}),
  },
} as const satisfies Record<string, RequestContract>;
