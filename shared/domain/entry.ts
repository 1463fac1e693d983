import { z } from 'zod';
import { agentRefSchema } from './agent.ts';
import { cardSchema } from './card.ts';
import { dispositionSchema, outcomeSchema } from './disposition.ts';
import { handoffRecordSchema, releaseReasonSchema } from './handoff.ts';
import {
  agentIdSchema,
  channelIdSchema,
  clientIdSchema,
  conversationIdSchema,
  customerIdSchema,
  entryIdSchema,
  momentSchema,
} from './ids.ts';
import { localizedSchema, phraseSchema } from './language.ts';
import { laterThan, partOf, unknown, unknownSchema } from './later-types.ts';
import { messageMoodSchema, moodLabelSchema } from './mood.ts';

/** A conversation is a log of entries, numbered densely by the server (rule D3). This file says what an entry can be. */

/** Longest text of one message, in UTF-16 units; channels may allow less. */
export const TEXT_MAX = 4000;
export const messageTextSchema = z.string().trim().min(1).max(TEXT_MAX);

/** Who wrote an entry; set by the server (rule T2). */
export const authorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('customer'), customerId: customerIdSchema, name: z.string() }),
  z.object({ kind: z.literal('bot') }),
  z.object({ kind: z.literal('agent'), agentId: agentIdSchema, name: localizedSchema }),
  z.object({ kind: z.literal('system') }),
]);
export type Author = z.infer<typeof authorSchema>;

/** One thing a customer can tap instead of typing: `text` is what is then said in their name. */
export const choiceSchema = z.object({ text: z.string().min(1).max(80) });

const textContentSchema = z.object({
  type: z.literal('text'),
  text: messageTextSchema,
  choices: z.array(choiceSchema).max(6).optional(),
  /** Began as a language model's draft, checked and sent by the author; set by the server (rule T8). */
  isDrafted: z.literal(true).optional(),
  /** Other words stood here before; set by the server (rule D19). */
  isEdited: z.literal(true).optional(),
});
/** What was said here was taken back (rule D19). */
const recalledContentSchema = z.object({ type: z.literal('recalled') });

/** What a message can become by a revision. */
export const revisedContentSchema = z.discriminatedUnion('type', [textContentSchema, recalledContentSchema]);
export type RevisedContent = z.infer<typeof revisedContentSchema>;

/** What the customer sees. A notice is the system speaking (“a person is joining”): `text` is already in the customer's language (rule H7). */
export const contentSchema = z.discriminatedUnion('type', [
  textContentSchema,
  recalledContentSchema,
  z.object({ type: z.literal('card'), card: cardSchema }),
  z.object({ type: z.literal('notice'), notice: phraseSchema, text: z.string().max(400) }),
]);
export type Content = z.infer<typeof contentSchema>;
export type NoticeContent = Extract<Content, { type: 'notice' }>;

/** Longest reason that a person gives for letting a message go. */
export const LETTING_GO_MAX = 300;

/**
 * How far a message to the customer has come; it only advances (rule D6). What did not arrive waits for a person (rule D14): `failed`, the
 * channel did not take it; `unknown`, it may have, and sending it again could make it twice. `discarded`: a person has let it go, saying why.
 */
export const deliverySchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('queued'),
    /** When a person asked for it again; absent while it waits since it was said. */
    since: momentSchema.optional(),
  }),
  z.object({ state: z.literal('sent') }),
  z.object({ state: z.literal('delivered') }),
  z.object({ state: z.literal('read') }),
  z.object({ state: z.literal('failed'), reason: phraseSchema }),
  z.object({ state: z.literal('unknown'), reason: phraseSchema }),
  z.object({ state: z.literal('discarded'), comment: z.string().max(LETTING_GO_MAX) }),
]);
export type Delivery = z.infer<typeof deliverySchema>;

/** What happened. The customer may see `message` and hears of `revised`; all the rest is for staff. */
export const entryBodySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    content: contentSchema,
    /** The id that its author's client gave it; `null` for the bot and the system. */
    clientId: clientIdSchema.nullable(),
    /** Of customer messages only. */
    mood: messageMoodSchema.nullable(),
    /** Of messages to the customer only, as it was when the entry was read. */
    delivery: deliverySchema.nullable(),
  }),
  /**
   * A message of this conversation was edited or recalled by the entry's author (rule D19). Never a bubble of its own: `content` is what that message
   * says from here on, and what it says now, if it was revised again.
   */
  z.object({
    type: z.literal('revised'),
    entryId: entryIdSchema,
    content: revisedContentSchema,
    clientId: clientIdSchema,
    /** Of what the shop revised: how far the customer's side has come to know; as with a message. */
    delivery: deliverySchema.nullable(),
  }),
  z.object({ type: z.literal('note'), text: messageTextSchema, clientId: clientIdSchema }),
  /** A bot answer that came too late to be said (rule H4). */
  z.object({ type: z.literal('bot-draft'), text: messageTextSchema }),
  z.object({ type: z.literal('handoff-requested'), record: handoffRecordSchema }),
  z.object({
    type: z.literal('offered'),
    to: agentRefSchema,
    comment: z.string().max(500),
    expiresAt: momentSchema,
  }),
  z.object({
    type: z.literal('assigned'),
    agent: agentRefSchema,
    how: z.enum(['claim', 'accept', 'take-over', 'reopen']),
  }),
  z.object({
    type: z.literal('released'),
    reason: releaseReasonSchema,
    agent: agentRefSchema,
    comment: z.string().max(500),
  }),
  z.object({ type: z.literal('returned-to-bot'), outcome: outcomeSchema, promises: z.string().max(500) }),
  z.object({ type: z.literal('closed'), disposition: dispositionSchema }),
  z.object({ type: z.literal('delivery'), entryId: entryIdSchema, delivery: deliverySchema }),
  /** The customer's side has everything up to and including this customer sequence. */
  z.object({
    type: z.literal('receipt'),
    customerSeq: z.int().positive(),
    state: z.enum(['delivered', 'read']),
  }),
  z.object({ type: z.literal('card-acted'), entryId: entryIdSchema, action: z.enum(['opened', 'buy']) }),
  z.object({ type: z.literal('mood-corrected'), entryId: entryIdSchema, label: moodLabelSchema }),
]);
export type EntryBody = z.infer<typeof entryBodySchema>;
export type MessageBody = Extract<EntryBody, { type: 'message' }>;
export type RevisedBody = Extract<EntryBody, { type: 'revised' }>;

const isLaterBody = laterThan(entryBodySchema);
const isLaterContent = laterThan(contentSchema);
const isLaterCard = laterThan(cardSchema);

function knownContent(content: unknown): unknown {
  return isLaterContent(content) || isLaterCard(partOf(content, 'card')) ? unknown : content;
}

function knownBody(body: unknown): unknown {
  return isLaterBody(body) || knownContent(partOf(body, 'content')) === unknown ? unknown : body;
}

/** An entry as staff see it. `seq` is dense over the conversation, `customerSeq` over what its customer may see. */
export const entrySchema = z.object({
  id: entryIdSchema,
  conversationId: conversationIdSchema,
  seq: z.int().positive(),
  customerSeq: z.int().positive().nullable(),
  at: momentSchema,
  author: authorSchema,
  /** The channel it came from or goes to; `null` for what never leaves the house. */
  channelId: channelIdSchema.nullable(),
  body: z.preprocess(knownBody, z.union([entryBodySchema, unknownSchema])),
});
export type Entry = z.infer<typeof entrySchema>;

/** The customer is shown names and kinds, never ids of staff. */
export const customerEntryAuthorSchema = z.object({
  kind: z.enum(['customer', 'bot', 'agent', 'system']),
  name: z.string().nullable(),
});

/** An entry as its customer sees it; `seq` is the customer's dense sequence. */
export const customerEntrySchema = z.object({
  id: entryIdSchema,
  conversationId: conversationIdSchema,
  seq: z.int().positive(),
  at: momentSchema,
  author: customerEntryAuthorSchema,
  content: z.preprocess(knownContent, z.union([contentSchema, unknownSchema])),
  /** The customer's own client id, so that a sent message meets its acknowledgement. */
  clientId: clientIdSchema.nullable(),
  /** This replaces what that entry says, and is not shown itself (rule D19). */
  revises: entryIdSchema.optional(),
});
export type CustomerEntry = z.infer<typeof customerEntrySchema>;
