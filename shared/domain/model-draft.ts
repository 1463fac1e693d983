import { z } from 'zod';
import { TEXT_MAX } from './entry.ts';
import { conversationIdSchema } from './ids.ts';
import { languageSchema, localizedSchema } from './language.ts';

/**
 * What the optional language model writes for an agent: a proposal to read, change and send, or to throw away. It never goes to a customer by
 * itself (rule T8).
 */

/** Made by the console that asks; names the draft in what the server tells of it. */
export const modelDraftIdSchema = z.uuid().brand<'ModelDraftId'>();
export type ModelDraftId = z.infer<typeof modelDraftIdSchema>;

/** What is wished for: an answer to the customer, a summary for whoever takes over, or the same words in the other language. */
export const draftWishSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reply') }),
  z.strictObject({ kind: z.literal('summary'), language: languageSchema }),
  z.strictObject({
    kind: z.literal('translation'),
    text: z.string().trim().min(1).max(TEXT_MAX),
    into: languageSchema,
  }),
]);
export type DraftWish = z.infer<typeof draftWishSchema>;

/** Something that the shop itself knows and that the draft leans on. */
export const citationSchema = z.object({
  source: z.enum(['article', 'order']),
  id: z.string(),
  title: localizedSchema,
});
export type Citation = z.infer<typeof citationSchema>;

/** What to look at before sending: nothing that the shop knows was cited; a figure or a link stands in it that nobody gave (links are taken out). */
export const draftWarningSchema = z.enum(['no-source', 'unknown-figure', 'link-removed']);
export type DraftWarning = z.infer<typeof draftWarningSchema>;

/** Why a draft ended without being ready. */
export const dropReasonSchema = z.enum([
  /** The customer has said more since: what was being written answers less than they asked. */
  'superseded',
  'cancelled',
  /** The model did not answer, not in time, or not in its form. */
  'unavailable',
  /** It asks for less at once. */
  'busy',
  /** It refused the key, the name or the request: for the shop's engineer to look at. */
  'refused',
  /** It wrote nothing that can be shown. */
  'empty',
]);
export type DropReason = z.infer<typeof dropReasonSchema>;

/** A draft as it stands; `text` is always the whole of it so far. */
export const modelDraftSchema = z.object({
  id: modelDraftIdSchema,
  conversationId: conversationIdSchema,
  kind: z.enum(['reply', 'summary', 'translation']),
  state: z.enum(['composing', 'ready', 'dropped']),
  text: z.string().max(TEXT_MAX),
  citations: z.array(citationSchema).max(10),
  warnings: z.array(draftWarningSchema),
  reason: dropReasonSchema.nullable(),
});
export type ModelDraft = z.infer<typeof modelDraftSchema>;
