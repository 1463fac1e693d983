import { z } from 'zod';
import { conversationSummarySchema } from '../../domain/conversation.ts';
import { customerProfileSchema } from '../../domain/customer.ts';
import { dispositionSchema, outcomeSchema } from '../../domain/disposition.ts';
import { entrySchema } from '../../domain/entry.ts';
import {
  agentIdSchema,
  clientIdSchema,
  conversationIdSchema,
  customerIdSchema,
  seqSchema,
} from '../../domain/ids.ts';
import type { RequestContract } from '../request.ts';
import { changed, commentSchema, conversationCommand, pageLimitSchema } from './parts.ts';

/** Entries in the order of `seq`; `hasMore` tells whether the direction asked for goes on. */
const entryPageSchema = z.object({ entries: z.array(entrySchema), hasMore: z.boolean() });

/** Reading conversations and customers, and whose a conversation is. */
export const conversationRequests = {
  /** Latest page of entries, the customer's profile comes by `customer:read`. Also subscribes this socket to `entry:appended`. */
  'conversation:open': {
    kind: 'query',
    input: z.strictObject({ conversationId: conversationIdSchema, limit: pageLimitSchema }),
    output: z.object({ conversation: conversationSummarySchema, page: entryPageSchema }),
  },
  'conversation:leave': {
    kind: 'query',
    input: z.strictObject({ conversationId: conversationIdSchema }),
    output: z.object({}),
  },
  /** Exactly one of `before` and `after`: entries with a smaller or a larger seq, nearest first cut, returned in ascending order. */
  'entry:list': {
    kind: 'query',
    input: z
      .strictObject({
        conversationId: conversationIdSchema,
        before: seqSchema.optional(),
        after: seqSchema.optional(),
        limit: pageLimitSchema,
      })
      .refine((input) => (input.before === undefined) !== (input.after === undefined), {
        message: 'Exactly one of before and after is needed',
        path: ['before'],
      }),
    output: entryPageSchema,
  },
  /** The customer's entries over all conversations and channels, older than this conversation, newest conversation first (rule I1). */
  'customer:timeline': {
    kind: 'query',
    input: z.strictObject({
      customerId: customerIdSchema,
      /** The conversation above which to go on; its entries are not repeated. */
      olderThan: conversationIdSchema,
      limit: z.int().min(1).max(20).default(3),
    }),
    output: z.object({
      conversations: z.array(
        z.object({ conversation: conversationSummarySchema, entries: z.array(entrySchema) }),
      ),
      hasMore: z.boolean(),
    }),
  },
  'customer:read': {
    kind: 'query',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({ customer: customerProfileSchema }),
  },
  /**
   * Parts what was joined last into this customer, exactly as it was (rule I2). For leads and admins. `restoredId` is the record that stands by
   * itself again. `conflict` when there is nothing to part, or a later merge stands in the way.
   */
  'customer:unmerge': {
    kind: 'command',
    input: z.strictObject({ clientId: clientIdSchema, customerId: customerIdSchema }),
    output: z.object({ customerId: customerIdSchema, restoredId: customerIdSchema }),
  },
  /** Finds conversations and customers by name, order number, phone or words said. */
  'conversation:search': {
    kind: 'query',
    input: z.strictObject({
      query: z.string().trim().min(1).max(100),
      limit: z.int().min(1).max(50).default(20),
    }),
    output: z.object({
      hits: z.array(z.object({ conversation: conversationSummarySchema, snippet: z.string().max(200) })),
    }),
  },
  /** Takes a named conversation; `already-taken` tells who has it (rule H3). */
  'conversation:claim': { kind: 'command', input: conversationCommand, output: changed },
  /** Takes the first of the queue; `conversation` is null when nobody waits. */
  'queue:next': {
    kind: 'command',
    input: z.strictObject({ clientId: clientIdSchema }),
    output: z.object({ conversation: conversationSummarySchema.nullable() }),
  },
  'conversation:release': {
    kind: 'command',
    input: conversationCommand.extend({ comment: commentSchema }),
    output: changed,
  },
  'conversation:transfer': {
    kind: 'command',
    input: conversationCommand.extend({ toAgentId: agentIdSchema, comment: commentSchema }),
    output: changed,
  },
  /** For leads and admins: out of the hands of the colleague named; `already-taken` tells who has it, if somebody else has meanwhile. */
  'conversation:take-over': {
    kind: 'command',
    input: conversationCommand.extend({ fromAgentId: agentIdSchema }),
    output: changed,
  },
  'offer:accept': { kind: 'command', input: conversationCommand, output: changed },
  'offer:decline': { kind: 'command', input: conversationCommand, output: changed },
  /** Hands back to the bot with what it must know (rule H6). */
  'conversation:return': {
    kind: 'command',
    input: conversationCommand.extend({
      outcome: outcomeSchema,
      promises: z.string().trim().max(500).default(''),
    }),
    output: changed,
  },
  /** `invalid-input` on `disposition.causeCode` where a cause is needed and missing, unknown, or not a leaf. */
  'conversation:close': {
    kind: 'command',
    input: conversationCommand.extend({ disposition: dispositionSchema }),
    output: changed,
  },
  'conversation:reopen': { kind: 'command', input: conversationCommand, output: changed },
  /** The owner has seen everything up to this seq. */
  'conversation:seen': {
    kind: 'query',
    input: z.strictObject({ conversationId: conversationIdSchema, seq: seqSchema }),
    output: z.object({}),
  },
} as const satisfies Record<string, RequestContract>;
