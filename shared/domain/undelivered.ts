import { z } from 'zod';
import { agentRefSchema } from './agent.ts';
import { authorSchema, deliverySchema } from './entry.ts';
import { handoffStateSchema } from './handoff.ts';
import {
  channelIdSchema,
  conversationIdSchema,
  customerIdSchema,
  entryIdSchema,
  momentSchema,
} from './ids.ts';
import { phraseSchema } from './language.ts';

/** A message that did not arrive, or may not have, as leads see it in their list (rule D14). */
export const undeliveredSchema = z.object({
  entryId: entryIdSchema,
  conversationId: conversationIdSchema,
  channelId: channelIdSchema,
  customer: z.object({ id: customerIdSchema, name: z.string() }),
  /** Who has the conversation now, if anybody. */
  owner: agentRefSchema.nullable(),
  state: handoffStateSchema,
  author: authorSchema,
  /** When it was said, and how it begins. */
  at: momentSchema,
  preview: z.string().max(160),
  delivery: deliverySchema,
  /** How often the channel was tried, and when last. */
  attempts: z.int().min(0),
  triedAt: momentSchema.nullable(),
});
export type Undelivered = z.infer<typeof undeliveredSchema>;

/** A channel that takes nothing at the moment: since when, why, and when it is tried again. */
export const outageSchema = z.object({ since: momentSchema, reason: phraseSchema, nextTryAt: momentSchema });
export type Outage = z.infer<typeof outageSchema>;

/** How a channel does, where something is to be said of it. */
export const channelTroubleSchema = z.object({
  channelId: channelIdSchema,
  /** Messages that did not arrive; of these, how many may have. */
  undelivered: z.int().min(0),
  unknown: z.int().min(0),
  /** Messages that still wait to be taken. */
  waiting: z.int().min(0),
  outage: outageSchema.nullable(),
});
export type ChannelTrouble = z.infer<typeof channelTroubleSchema>;
