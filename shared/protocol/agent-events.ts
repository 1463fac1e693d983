import { z } from 'zod';
import { agentStatusSchema } from '../domain/agent.ts';
import { conversationSummarySchema, departureSchema } from '../domain/conversation.ts';
import { entrySchema } from '../domain/entry.ts';
import { conversationIdSchema } from '../domain/ids.ts';
import { modelDraftSchema } from '../domain/model-draft.ts';

/** What the server tells the console unasked. Every event is a hint (rule D4): a client that sees a gap fetches. */
export const agentEvents = {
  /** Rows that this agent may see, changed; and rows that it may no longer see. */
  'workspace:changed': z.object({
    conversations: z.array(conversationSummarySchema),
    removed: z.array(departureSchema),
  }),
  /** Sent for opened conversations and for those this agent owns; ascending, dense within the event. */
  'entry:appended': z.object({ conversationId: conversationIdSchema, entries: z.array(entrySchema) }),
  'agent:changed': z.object({ agent: agentStatusSchema }),
  /** The customer, or the bot, is typing; ends by itself after six seconds without a repeat. */
  'typing:changed': z.object({
    conversationId: conversationIdSchema,
    by: z.enum(['customer', 'bot']),
    isTyping: z.boolean(),
  }),
  /** A draft of the language model, whole so far, to the socket that asked for it (`draft:start`). */
  'draft:changed': z.object({ draft: modelDraftSchema }),
  /** How many messages did not arrive, or may not have, of those that `undelivered:list` shows (rule D14). At most twice a second. */
  'undelivered:changed': z.object({ total: z.int().min(0) }),
  /**
   * Whether this server hears the others only now and then: what happens there comes up to a few seconds late. Sent when that changes, and on
   * connecting while it is so; a new line is one on which nothing is late.
   */
  'nodes:changed': z.object({ isLate: z.boolean() }),
  /** The session has ended on the server: sign in again. */
  'session:ended': z.object({ reason: z.enum(['signed-out', 'expired', 'deactivated']) }),
  /** The server is about to stop; reconnect after this long. */
  'server:draining': z.object({ retryAfterMs: z.int().positive() }),
} as const;
export type AgentEventName = keyof typeof agentEvents;
export type AgentEvent<N extends AgentEventName> = z.infer<(typeof agentEvents)[N]>;
