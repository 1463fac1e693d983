import { z } from 'zod';
import { agentRefSchema } from './agent.ts';
import { causeCodeSchema, outcomeSchema } from './disposition.ts';
import { handoffStateSchema } from './handoff.ts';
import { channelIdSchema, conversationIdSchema, customerIdSchema, momentSchema } from './ids.ts';
import { languageSchema, phraseSchema } from './language.ts';
import { conversationMoodSchema, moodLevelSchema } from './mood.ts';

export const membershipSchema = z.enum(['none', 'silver', 'gold', 'platinum']);
export type Membership = z.infer<typeof membershipSchema>;

/**
 * A conversation as a row of the workspace. `version` grows with every change of the row (also those without an entry); of two copies
 * the one with the higher version is newer. `seq` is the last entry's.
 */
export const conversationSummarySchema = z.object({
  id: conversationIdSchema,
  version: z.int().positive(),
  seq: z.int().min(0),
  customer: z.object({
    id: customerIdSchema,
    name: z.string(),
    membership: membershipSchema,
    isVerified: z.boolean(),
  }),
  state: handoffStateSchema,
  owner: agentRefSchema.nullable(),
  /** `from` is the colleague who passes it on; `null` where the system offers it. */
  offer: z
    .object({
      to: agentRefSchema,
      from: agentRefSchema.nullable(),
      expiresAt: momentSchema,
      comment: z.string(),
    })
    .nullable(),
  /** The channel the customer used last: where an answer goes (rule I3). */
  channelId: channelIdSchema,
  language: languageSchema,
  mood: conversationMoodSchema,
  /** The worst score so far: decides whether a root cause is asked for at close. */
  worstScore: z.number().min(-1).max(1),
  /** Place in the queue while waiting: with `waitingSince` it makes the order (`queue-order.ts`). */
  place: z.object({ urgency: z.int().min(0).max(4), reasons: z.array(phraseSchema) }).nullable(),
  waitingSince: momentSchema.nullable(),
  /** When the answering agent took it. */
  assignedAt: momentSchema.nullable(),
  /** Since when the customer has had no answer from whoever has the word; `null` when answered. */
  unansweredSince: momentSchema.nullable(),
  /** Customer messages that the owner has not seen. */
  unread: z.int().min(0),
  last: z
    .object({
      at: momentSchema,
      authorKind: z.enum(['customer', 'bot', 'agent', 'system']),
      preview: z.string().max(160),
      /** It was taken back: `preview` is empty. */
      isRecalled: z.literal(true).optional(),
      /** What the customer said last that still stands: what somebody who waits for a person waits with. */
      ofCustomer: z.string().max(160).nullable().default(null),
    })
    .nullable(),
  /** The seq of the latest edit or recall, 0 without one: whoever quoted words of this conversation looks anew when it grows (rule D19). */
  revisedSeq: z.int().min(0).default(0),
  openedAt: momentSchema,
  closedAt: momentSchema.nullable(),
});
export type ConversationSummary = z.infer<typeof conversationSummarySchema>;

/** A conversation that left somebody's workspace; `takenBy` is who has it now, where a person has. */
export const departureSchema = z.object({ id: conversationIdSchema, takenBy: agentRefSchema.nullable() });
export type Departure = z.infer<typeof departureSchema>;

/** A conversation of the past, as listed in the customer's profile. */
export const pastConversationSchema = z.object({
  id: conversationIdSchema,
  openedAt: momentSchema,
  closedAt: momentSchema.nullable(),
  channelIds: z.array(channelIdSchema),
  firstLine: z.string().max(160),
  moodLevel: moodLevelSchema,
  outcome: outcomeSchema.nullable(),
  causeCode: causeCodeSchema.nullable(),
  agent: agentRefSchema.nullable(),
});
export type PastConversation = z.infer<typeof pastConversationSchema>;
