import { z } from 'zod';
import { agentStatusSchema, meSchema, presenceSchema } from '../domain/agent.ts';
import { cardRequestSchema } from '../domain/card.ts';
import { channelSchema } from '../domain/channel.ts';
import { conversationSummarySchema, departureSchema } from '../domain/conversation.ts';
import { customerProfileSchema } from '../domain/customer.ts';
import {
  causeSchema,
  causeSuggestionSchema,
  dispositionSchema,
  outcomeSchema,
} from '../domain/disposition.ts';
import { entrySchema, LETTING_GO_MAX, messageTextSchema } from '../domain/entry.ts';
import {
  agentIdSchema,
  channelIdSchema,
  clientIdSchema,
  conversationIdSchema,
  customerIdSchema,
  entryIdSchema,
  momentSchema,
  seqSchema,
} from '../domain/ids.ts';
import { intentSchema } from '../domain/intent.ts';
import { languageSchema, localizedSchema } from '../domain/language.ts';
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
} from '../domain/learning.ts';
import { draftWishSchema, modelDraftIdSchema, modelDraftSchema } from '../domain/model-draft.ts';
import { moodLabelSchema } from '../domain/mood.ts';
import { recommendationSchema, recommendationsSchema } from '../domain/recommendation.ts';
import { channelTroubleSchema, undeliveredSchema } from '../domain/undelivered.ts';
import type { ParsedInput, RequestContract, RequestInput, RequestOutput } from './request.ts';

/** What the console may ask of the agents' namespace: `emit(name, input, ack)`, acknowledged with a `Result` of the output. */

const conversationCommand = z.strictObject({
  clientId: clientIdSchema,
  conversationId: conversationIdSchema,
});
const pageLimitSchema = z.int().min(1).max(200).default(50);
const commentSchema = z.string().trim().max(500).default('');
const changed = z.object({ conversation: conversationSummarySchema });
const appended = z.object({ conversation: conversationSummarySchema, entry: entrySchema });
/** The newest seq that the author saw; a customer message after it makes the server answer `stale-view` (rule D7) unless it is null. */
const seenSeqSchema = seqSchema.nullable();

/** The channel that a reply goes out on; `null` for the one that the customer used last (rule I3). */
const replyChannelSchema = channelIdSchema.nullable().default(null);

/** Entries in the order of `seq`; `hasMore` tells whether the direction asked for goes on. */
const entryPageSchema = z.object({ entries: z.array(entrySchema), hasMore: z.boolean() });

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
/** Waits in milliseconds, medians over today's handoffs in the shop's time zone; `null` where there were none (rule H8). */
export const todaySchema = z.object({
  handedOff: z.int(),
  answered: z.int(),
  closed: z.int(),
  botOnly: z.int(),
  waitMedianMs: z.number().nullable(),
  firstResponseMedianMs: z.number().nullable(),
  topCauses: z.array(z.object({ code: z.string(), count: z.int() })).max(5),
  mine: z.object({ closed: z.int(), firstResponseMedianMs: z.number().nullable() }),
});

/** The article to be changed, at the version that the author saw. */
const articleTargetSchema = z.strictObject({ id: articleIdSchema, version: articleVersionSchema });
const onMessage = conversationCommand.extend({ entryId: entryIdSchema });
const savedArticle = z.object({
  article: articleSchema,
  /** Questions with a known answer that the knowledge base, as it is now, answers otherwise. */
  broken: z.array(brokenAnswerSchema).max(50),
});

/**
 * The workspace after a cursor (rules D3, D4): rows changed since, rows that this agent may no longer see, and the new cursor.
 * Without a cursor, or with one that is too old, `isFull` is true and the answer is everything: rows not in it are gone. Where `hasMore` is true, it goes on
 * with the answer to the new cursor: everything is what all full answers in a row tell together.
 */
export const workspaceSchema = z.object({
  cursor: z.string(),
  isFull: z.boolean(),
  hasMore: z.boolean(),
  conversations: z.array(conversationSummarySchema),
  removed: z.array(departureSchema),
  agents: z.array(agentStatusSchema),
});

export const agentRequests = {
  'session:read': {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({
      me: meSchema,
      shop: z.object({ name: localizedSchema, pageUrl: z.string().nullable() }),
      channels: z.array(channelSchema),
      /** What this server can do that not every one can. */
      abilities: z.object({ drafts: z.boolean() }),
      serverTime: momentSchema,
    }),
  },
  'workspace:sync': {
    kind: 'query',
    input: z.strictObject({ cursor: z.string().max(200).nullable() }),
    output: workspaceSchema,
  },
  'presence:set': {
    kind: 'command',
    input: z.strictObject({ clientId: clientIdSchema, presence: presenceSchema.exclude(['offline']) }),
    output: z.object({ agent: agentStatusSchema }),
  },
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
  'insights:today': { kind: 'query', input: z.strictObject({}), output: todaySchema },
} as const satisfies Record<string, RequestContract>;

export type AgentRequestName = keyof typeof agentRequests;
export type AgentInput<N extends AgentRequestName> = RequestInput<(typeof agentRequests)[N]>;
export type AgentParsed<N extends AgentRequestName> = ParsedInput<(typeof agentRequests)[N]>;
export type AgentOutput<N extends AgentRequestName> = RequestOutput<(typeof agentRequests)[N]>;
export type Workspace = z.infer<typeof workspaceSchema>;
export type Today = z.infer<typeof todaySchema>;
export type CannedReply = z.infer<typeof cannedReplySchema>;
export type ArticleHit = z.infer<typeof articleHitSchema>;
