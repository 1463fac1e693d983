import { z } from 'zod';
import { customerEntrySchema } from '../domain/entry.ts';
import { conversationIdSchema } from '../domain/ids.ts';
import { customerConversationSchema } from './customer-requests.ts';

/** What the server tells a customer's client unasked. Hints, as for agents (rule D4). */
export const customerEvents = {
  'entry:appended': z.object({ conversationId: conversationIdSchema, entries: z.array(customerEntrySchema) }),
  'conversation:changed': z.object({ conversation: customerConversationSchema }),
  /** Ends by itself after six seconds without a repeat. */
  'typing:changed': z.object({ by: z.enum(['bot', 'agent']), isTyping: z.boolean() }),
  /** The client now belongs to another customer record, after an identity was linked: read everything anew. */
  'customer:merged': z.object({}),
  'session:ended': z.object({}),
  'server:draining': z.object({ retryAfterMs: z.int().positive() }),
} as const;
export type CustomerEventName = keyof typeof customerEvents;
export type CustomerEvent<N extends CustomerEventName> = z.infer<(typeof customerEvents)[N]>;
