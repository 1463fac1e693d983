import { z } from 'zod';
import { cardRequestSchema } from '../../domain/card.ts';
import { authorSchema, contentSchema, LETTING_GO_MAX, messageTextSchema } from '../../domain/entry.ts';
import {
  channelIdSchema,
  clientIdSchema,
  conversationIdSchema,
  entryIdSchema,
  momentSchema,
  seqSchema,
} from '../../domain/ids.ts';
import { modelDraftIdSchema } from '../../domain/model-draft.ts';
import { moodLabelSchema } from '../../domain/mood.ts';
import { channelTroubleSchema, undeliveredSchema } from '../../domain/undelivered.ts';
import type { RequestContract } from '../request.ts';
import { appended, conversationCommand } from './parts.ts';

/** The newest seq that the author saw; a customer message after it makes the server answer `stale-view` (rule D7) unless it is null. */
const seenSeqSchema = seqSchema.nullable();
/** The channel that a reply goes out on; `null` for the one that the customer used last (rule I3). */
const replyChannelSchema = channelIdSchema.nullable().default(null);

/** What is said and what became of it. */
export const messageRequests = {
  'message:send': {
    kind: 'command',
    input: conversationCommand.extend({
      text: messageTextSchema,
      seenSeq: seenSeqSchema,
      channelId: replyChannelSchema,
      /** The model’s draft that these words began as: customer and staff see that it was one (rule T8). */
      draftId: modelDraftIdSchema.nullable().default(null),
    }),
    output: appended,
  },
  'card:send': {
    kind: 'command',
    input: conversationCommand.extend({ card: cardRequestSchema, channelId: replyChannelSchema }),
    output: appended,
  },
  /** Says one's own message in other words, within two minutes (rule D19). The answer's entry is the revision. */
  'message:edit': {
    kind: 'command',
    input: conversationCommand.extend({ entryId: entryIdSchema, text: messageTextSchema }),
    output: appended,
  },
  /** Takes one's own message back within two minutes; for leads and admins also what else the shop said, at any time. */
  'message:recall': {
    kind: 'command',
    input: conversationCommand.extend({ entryId: entryIdSchema }),
    output: appended,
  },
  /** What a message said before, oldest first; `at` and `by` tell when and by whom each was replaced. For leads and admins. */
  'message:versions': {
    kind: 'query',
    input: z.strictObject({ entryId: entryIdSchema }),
    output: z.object({
      versions: z.array(z.object({ content: contentSchema, at: momentSchema, by: authorSchema })),
    }),
  },
  /** Tries a message that did not arrive once more (rule D14). For whoever has or had the conversation, and for leads. */
  'message:retry': {
    kind: 'command',
    input: conversationCommand.extend({ entryId: entryIdSchema }),
    output: appended,
  },
  /** Says that a message whose fate is unknown did arrive: the customer answered it, or the channel's own side shows it. */
  'message:mark-arrived': {
    kind: 'command',
    input: conversationCommand.extend({ entryId: entryIdSchema }),
    output: appended,
  },
  /** Lets a message go that did not arrive, saying why; it is not tried again. */
  'message:discard': {
    kind: 'command',
    input: conversationCommand.extend({
      entryId: entryIdSchema,
      comment: z.string().trim().min(1).max(LETTING_GO_MAX),
    }),
    output: appended,
  },
  /**
   * The messages that did not arrive, newest first, and how each channel does (rule D14): leads and admins see all, an agent what concerns the
   * conversations that they have. `channelId` and `reason` choose; `before` is the last one of the page before. The counts are of all, whatever
   * was chosen.
   */
  'undelivered:list': {
    kind: 'query',
    input: z.strictObject({
      channelId: channelIdSchema.optional(),
      reason: z.string().min(1).max(60).optional(),
      before: entryIdSchema.optional(),
      limit: z.int().min(1).max(100).default(50),
    }),
    output: z.object({
      total: z.int().min(0),
      messages: z.array(undeliveredSchema),
      hasMore: z.boolean(),
      channels: z.array(channelTroubleSchema),
      reasons: z.array(z.object({ code: z.string(), count: z.int().positive() })),
    }),
  },
  /**
   * Tries all messages of a channel once more that failed up to now, those of one reason if it is given; `count` is how many. What may have
   * arrived is not among them: each of those is one person's word. For leads and admins.
   */
  'undelivered:retry': {
    kind: 'command',
    input: z.strictObject({
      clientId: clientIdSchema,
      channelId: channelIdSchema,
      reason: z.string().min(1).max(60).optional(),
    }),
    output: z.object({ count: z.int().min(0) }),
  },
  'note:add': {
    kind: 'command',
    input: conversationCommand.extend({ text: messageTextSchema }),
    output: appended,
  },
  'mood:correct': {
    kind: 'command',
    input: conversationCommand.extend({ entryId: entryIdSchema, label: moodLabelSchema }),
    output: appended,
  },
  /** Fire and forget: whether this agent is typing to the customer now. */
  'typing:set': {
    kind: 'query',
    input: z.strictObject({ conversationId: conversationIdSchema, isTyping: z.boolean() }),
    output: z.object({}),
  },
} as const satisfies Record<string, RequestContract>;
