import { z } from 'zod';
import { conversationSummarySchema } from '../../domain/conversation.ts';
import { entrySchema } from '../../domain/entry.ts';
import { clientIdSchema, conversationIdSchema } from '../../domain/ids.ts';

/** What requests of several areas have in common. */

export const conversationCommand = z.strictObject({
  clientId: clientIdSchema,
  conversationId: conversationIdSchema,
});
export const pageLimitSchema = z.int().min(1).max(200).default(50);
export const commentSchema = z.string().trim().max(500).default('');
export const changed = z.object({ conversation: conversationSummarySchema });
export const appended = z.object({ conversation: conversationSummarySchema, entry: entrySchema });
