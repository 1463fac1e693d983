import { z } from 'zod';
import { conversationIdSchema } from '../domain/ids.ts';
import { deepLinkSchema } from './deep-link.ts';

/** As much of a notice as any system shows, in UTF-16 units; callers cut what is longer. */
export const noticeLimits = { title: 120, body: 500 } as const;

/** A message of the system for a conversation that needs somebody; a newer one for the same conversation takes its place. */
export const noticeSchema = z.strictObject({
  conversationId: conversationIdSchema,
  title: z.string().min(1).max(noticeLimits.title),
  body: z.string().max(noticeLimits.body),
  /** Stays until it is clicked, dismissed or withdrawn, where the system can do that. */
  isSticky: z.boolean(),
});
export type Notice = Readonly<z.infer<typeof noticeSchema>>;

/** Whether somebody sits at this computer: nobody touched it for five minutes is `idle`, a locked or sleeping screen is `locked`. */
export const idleStateSchema = z.enum(['active', 'idle', 'locked']);
export type IdleState = z.infer<typeof idleStateSchema>;

/** The secrets that the console may keep; a closed list, so that the bridge is no general-purpose store. */
export const secretNameSchema = z.enum(['session-token', 'device-mark']);
export type SecretName = z.infer<typeof secretNameSchema>;

const secretValueSchema = z.string().min(1).max(8_192);

/** `kept`: it outlives the app. `until-quit`: the computer has no keychain and the user did not accept weaker storage (T7). */
export const secretKeptSchema = z.enum(['kept', 'until-quit']);
export type SecretKept = z.infer<typeof secretKeptSchema>;

/** What the console learns about its shell when it starts. */
export const aboutSchema = z.strictObject({
  version: z.string(),
  serverAddress: z.string().nullable(),
});
export type About = Readonly<z.infer<typeof aboutSchema>>;

/** What became of a chosen address; after `saved` the window starts again with that server. */
export const serverChoiceSchema = z.enum(['saved', 'unreadable', 'insecure']);
export type ServerChoice = z.infer<typeof serverChoiceSchema>;

const nothing = z.void();

/** Calls from the console to the shell. Both ends are typed from here and the shell parses both ways, so a channel can't exist without it. */
export const calls = {
  'shell:about': { request: nothing, response: aboutSchema },
  'server:choose': {
    request: z.strictObject({ address: z.string().max(300) }),
    response: serverChoiceSchema,
  },
  'secret:read': {
    request: z.strictObject({ name: secretNameSchema }),
    response: secretValueSchema.nullable(),
  },
  'secret:keep': {
    request: z.strictObject({ name: secretNameSchema, value: secretValueSchema }),
    response: secretKeptSchema,
  },
  'secret:forget': { request: z.strictObject({ name: secretNameSchema }), response: nothing },
  'notice:show': { request: noticeSchema, response: nothing },
  'notice:withdraw': { request: noticeSchema.pick({ conversationId: true }), response: nothing },
  'badge:set': { request: z.strictObject({ count: z.int().min(0).max(9_999) }), response: nothing },
  'attention:ask': { request: nothing, response: nothing },
  'link:open-outside': { request: z.strictObject({ url: z.string().max(2_000) }), response: z.boolean() },
} as const satisfies Record<string, { request: z.ZodType; response: z.ZodType }>;

/** Facts that the shell tells the console. */
export const facts = {
  'link:followed': deepLinkSchema,
  'idle:changed': idleStateSchema,
} as const satisfies Record<string, z.ZodType>;

/** Names of the calls and facts, and what they carry. */
export type Call = keyof typeof calls;
export type CallRequest<C extends Call> = z.output<(typeof calls)[C]['request']>;
export type CallResponse<C extends Call> = z.output<(typeof calls)[C]['response']>;
export type Fact = keyof typeof facts;
export type FactPayload<F extends Fact> = z.output<(typeof facts)[F]>;
