import { z } from 'zod';
import { cardSchema } from '../domain/card.ts';
import { choiceSchema, messageTextSchema } from '../domain/entry.ts';
import { momentSchema } from '../domain/ids.ts';
import { languageSchema } from '../domain/language.ts';

/**
 * The generic webhook channel (rule T6). Both ways the body is signed: header `baton-signature: t=<unix seconds>,v1=<hex>` with
 * v1 = HMAC-SHA256(secret, `${t}.` + raw body). A `t` further than five minutes from the receiver's clock is refused.
 * In: `POST /channels/webhook/<channel id>`, de-duplicated by `eventId` for 30 days, answered after the durable write.
 */
export const SIGNATURE_HEADER = 'baton-signature';
export const SIGNATURE_TOLERANCE_SECONDS = 300;

/**
 * Out, every attempt carries `idempotency-key`: the message's `id`, the same on every attempt. A message that came before under its key must have
 * no second effect and is answered 2xx again; so an attempt whose answer was lost can be repeated without harm (rule D14).
 */
export const IDEMPOTENCY_HEADER = 'idempotency-key';

const TOKEN_MAX = 4000;

/** What is no token by its form becomes something that no shop can have signed, so that it is refused by itself and not with its message. */
function tokenOrNone(given: unknown): unknown {
  return typeof given === 'string' && given !== '' && given.length <= TOKEN_MAX ? given : '-';
}

const externalIdSchema = z.string().trim().min(1).max(120);

export const inboundEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('message'),
    eventId: externalIdSchema,
    /** The sender's id on that channel: stable, the channel's own. */
    from: z.strictObject({ id: externalIdSchema, name: z.string().trim().min(1).max(80).optional() }),
    text: messageTextSchema,
    language: languageSchema.optional(),
    /** A token signed by the shop that says which of its customers this is. One that is no token is refused like one that does not hold. */
    identityToken: z.preprocess(tokenOrNone, z.string().min(1).max(TOKEN_MAX)).optional(),
    sentAt: momentSchema.optional(),
  }),
  z.strictObject({
    type: z.literal('receipt'),
    eventId: externalIdSchema,
    from: z.strictObject({ id: externalIdSchema }),
    /** The `id` of an outbound message. */
    messageId: z.uuid(),
    state: z.enum(['delivered', 'read']),
  }),
  /** The sender took a message back. It may come before the message itself. */
  z.strictObject({
    type: z.literal('recall'),
    eventId: externalIdSchema,
    from: z.strictObject({ id: externalIdSchema }),
    /** The `eventId` of the message. */
    revokes: externalIdSchema,
  }),
]);
export type InboundEvent = z.infer<typeof inboundEventSchema>;

/** Why a token was not believed: it does not hold, or the shop has said before that this sender is somebody else. */
export const identityRefusalSchema = z.enum(['bad-signature', 'conflict']);
export type IdentityRefusal = z.infer<typeof identityRefusalSchema>;

/**
 * The answer to an event: the kept message's id, the same for every repetition, and what came of the token of this delivery. A message is
 * kept whatever its token is worth: refused, it stands under the sender's own id on the channel, linked to nobody.
 */
export const receivedEventSchema = z.object({
  messageId: z.uuid().nullable(),
  identity: z.enum(['none', 'linked', 'refused']),
  reason: identityRefusalSchema.optional(),
});
export type ReceivedEvent = z.infer<typeof receivedEventSchema>;

/** Longest reason that a refusal is quoted with. */
export const REFUSAL_REASON_MAX = 200;

/** What a refusal (4xx) may say in its body: why, in words for the agent. Anything else there is not looked at. */
export const refusalBodySchema = z.object({ reason: z.string().trim().min(1) });

/**
 * Out: `POST` to the channel's URL, repeated with backoff until 2xx; `id` is the same on every attempt. 429 and 503 may say when to come again
 * (`retry-after`, seconds or a date), other 4xx are for good and may say why ({@link refusalBodySchema}).
 */
export const outboundEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    id: z.uuid(),
    to: z.object({ id: externalIdSchema }),
    author: z.object({ kind: z.enum(['bot', 'agent', 'system']), name: z.string().nullable() }),
    /** Always there, also for cards: what to show where nothing richer can be drawn. */
    text: z.string(),
    card: cardSchema.optional(),
    choices: z.array(choiceSchema).optional(),
    at: momentSchema,
  }),
  /** Only to a channel that was set up to take revisions: what an earlier message says now. */
  z.object({
    type: z.literal('revision'),
    id: z.uuid(),
    to: z.object({ id: externalIdSchema }),
    /** The `id` of the message. */
    revises: z.uuid(),
    /** Its words from now on; `null` where it was taken back. */
    text: z.string().nullable(),
    at: momentSchema,
  }),
]);
export type OutboundEvent = z.infer<typeof outboundEventSchema>;
