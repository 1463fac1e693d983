import { z } from 'zod';
import { customerEntrySchema, messageTextSchema } from '../domain/entry.ts';
import {
  clientIdSchema,
  conversationIdSchema,
  customerIdSchema,
  entryIdSchema,
  momentSchema,
  seqSchema,
} from '../domain/ids.ts';
import { languageSchema, localizedSchema } from '../domain/language.ts';
import type { ParsedInput, RequestContract, RequestInput, RequestOutput } from './request.ts';

/**
 * What a customer's client may ask: the widget, or the shop's own app. The same requests are served on the customers' namespace
 * (`emit(name, input, ack)`) and over HTTP (`POST /api/customer/<noun>/<verb>`, bearer token), with the same answers.
 */

/** Who answers now, in words a customer may know. `waitMinutes` is an estimate while a person is awaited. */
export const customerConversationSchema = z.object({
  id: conversationIdSchema,
  status: z.enum(['bot', 'waiting', 'agent', 'closed']),
  agentName: z.string().nullable(),
  waitMinutes: z.int().min(1).nullable(),
  seq: z.int().min(0),
  /** How far the shop's side has read, as the customer's sequence. */
  readSeq: z.int().min(0),
  openedAt: momentSchema,
});
export type CustomerConversation = z.infer<typeof customerConversationSchema>;

const pageSchema = z.object({
  conversation: customerConversationSchema.nullable(),
  entries: z.array(customerEntrySchema),
  hasMore: z.boolean(),
});

export const customerRequests = {
  /**
   * Who am I, what is open. `token` is a new one for this session where the present one is a day old: it is to be kept in its place. The old one opens
   * the session until the new one was used, and neither does 90 days after it was given out.
   */
  'session:read': {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({
      customerId: customerIdSchema,
      name: z.string().nullable(),
      isVerified: z.boolean(),
      language: languageSchema,
      shop: z.object({ name: localizedSchema, greeting: localizedSchema }),
      conversation: customerConversationSchema.nullable(),
      token: z.string().nullable().default(null),
    }),
  },
  /**
   * Joins this client to the shop's own customer by a token that the shop's server signed (docs/protocol.md); merges what was said before.
   * Where the client gained by it, `token` is its new one and the old one is void: whoever else knew that has nothing of it.
   */
  'identity:link': {
    kind: 'command',
    input: z.strictObject({ clientId: clientIdSchema, identityToken: z.string().min(1).max(4000) }),
    output: z.object({
      customerId: customerIdSchema,
      name: z.string().nullable(),
      isVerified: z.boolean(),
      token: z.string().nullable(),
    }),
  },
  /** Entries of the current conversation, or of the named one; `after` and `before` are customer sequences. Without both: the latest page. */
  'entry:list': {
    kind: 'query',
    input: z.strictObject({
      conversationId: conversationIdSchema.optional(),
      after: seqSchema.optional(),
      before: seqSchema.optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: pageSchema,
  },
  /** Earlier conversations of this customer, newest first, to be read by `entry:list`. */
  'conversation:list': {
    kind: 'query',
    input: z.strictObject({ limit: z.int().min(1).max(50).default(20) }),
    output: z.object({ conversations: z.array(customerConversationSchema) }),
  },
  /** Opens a conversation where none is open. */
  'message:send': {
    kind: 'command',
    input: z.strictObject({ clientId: clientIdSchema, text: messageTextSchema }),
    output: z.object({ entry: customerEntrySchema, conversation: customerConversationSchema }),
  },
  /** Takes one's own message back within two minutes (rule D19). The answer's entry is the revision. */
  'message:recall': {
    kind: 'command',
    input: z.strictObject({ clientId: clientIdSchema, entryId: entryIdSchema }),
    output: z.object({ entry: customerEntrySchema }),
  },
  /** “I want a person”, as a button. */
  'handoff:request': {
    kind: 'command',
    input: z.strictObject({ clientId: clientIdSchema }),
    output: z.object({ conversation: customerConversationSchema }),
  },
  /** This client has shown (`delivered`) or its user has seen (`read`) everything up to `seq`; only advances. */
  'receipt:set': {
    kind: 'query',
    input: z.strictObject({
      conversationId: conversationIdSchema,
      seq: seqSchema.min(1),
      state: z.enum(['delivered', 'read']),
    }),
    output: z.object({}),
  },
  'typing:set': { kind: 'query', input: z.strictObject({ isTyping: z.boolean() }), output: z.object({}) },
  /** The customer opened a card or pressed its buy button. */
  'card:act': {
    kind: 'command',
    input: z.strictObject({
      clientId: clientIdSchema,
      entryId: entryIdSchema,
      action: z.enum(['opened', 'buy']),
    }),
    output: z.object({}),
  },
  /** Ends this client's session; the token is void afterwards. For the shop page's sign-out. */
  'session:end': {
    kind: 'command',
    input: z.strictObject({ clientId: clientIdSchema }),
    output: z.object({}),
  },
} as const satisfies Record<string, RequestContract>;

export type CustomerRequestName = keyof typeof customerRequests;
export type CustomerInput<N extends CustomerRequestName> = RequestInput<(typeof customerRequests)[N]>;
export type CustomerParsed<N extends CustomerRequestName> = ParsedInput<(typeof customerRequests)[N]>;
export type CustomerOutput<N extends CustomerRequestName> = RequestOutput<(typeof customerRequests)[N]>;

/** `POST /api/customer/session`: opens a session for a new or returning client. The token is the only credential; keep it secret. */
export const openSessionSchema = z.strictObject({
  channel: z.enum(['web', 'app']).default('web'),
  language: languageSchema.optional(),
  identityToken: z.string().min(1).max(4000).optional(),
});
export const openedSessionSchema = z.object({ token: z.string(), customerId: customerIdSchema });
