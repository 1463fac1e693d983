import { z } from 'zod';

/** Why a request was refused. Clients decide by the code; `message` is for engineers, in English. */
export const errorCodeSchema = z.enum([
  /** The input is not of the documented form; `field` names the first offending field as a dotted path. */
  'invalid-input',
  /** Nobody is signed in, or the session has ended. */
  'unauthenticated',
  /** There is no such thing, or this caller may not know of it (rule T1: denial looks like not-found). */
  'not-found',
  /** Impossible in the present state; `details.reason` says why. */
  'conflict',
  /** Somebody else was faster; `details.owner` is who. */
  'already-taken',
  /** The same client id came before with other content (rule D1). */
  'reused-client-id',
  /** The reply was written to a view that is behind; `details.newer` says by how many messages (rule D7). */
  'stale-view',
  /** Too much at once; try again after `retryAfterMs`. */
  'overloaded',
  /** Too many attempts; try again after `retryAfterMs`. */
  'rate-limited',
  /** The client speaks another version of the protocol. */
  'version-mismatch',
  /** A webhook's signature, timestamp or identity token does not hold. */
  'bad-signature',
  /** Larger than the limit. */
  'too-large',
  /** The fault is ours. */
  'internal',
]);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** Why something is a `conflict`: `details.reason`. A client that does not know one says the general words. */
export const conflictReasonSchema = z.enum([
  /** The conversation is in a state from which this step does not lead; `details.state`, `details.owner`. */
  'wrong-state',
  /** Only the agent who has the conversation may do this; `details.owner` is who. */
  'not-owner',
  /** The offer was answered, withdrawn, or has run out. */
  'offer-over',
  /** The agent has as many conversations as their capacity; `details.active`, `details.capacity`. */
  'full',
  /** The colleague named has the conversation already. */
  'same-agent',
  /** The colleague named is not there. */
  'agent-offline',
  /** Only a message that did not arrive, or may not have, can be tried again or let go. */
  'not-failed',
  /** Only of a message whose fate is unknown can somebody say that it arrived. */
  'not-unknown',
  /** The author may revise a message for two minutes only (rule D19). */
  'too-late',
  /** Only its author may revise a message; what the shop said, a lead may take back. */
  'not-author',
  /** The message was taken back before. */
  'already-recalled',
  /** It has left on a channel that takes nothing back. */
  'cannot-recall',
  /** Only who closed the conversation, or a lead, may reopen it. */
  'not-closer',
  /** It was closed too long ago to be reopened. */
  'closed-long-ago',
  /** The customer has begun another conversation since. */
  'open-conversation-exists',
  /** The shop has named this account otherwise before. */
  'other-account',
  /** No merge of this customer can be undone: there is none, or a later one stands in the way. */
  'not-merged',
  /** Less is in stock than was ordered. */
  'sold-out',
  /** Somebody else has decided on this candidate; `details.state` says how. */
  'decided',
  /** The article was changed since the version named. */
  'newer-version',
]);
export type ConflictReason = z.infer<typeof conflictReasonSchema>;

export const protocolErrorSchema = z.object({
  code: errorCodeSchema,
  message: z.string(),
  field: z.string().optional(),
  retryAfterMs: z.int().positive().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type ProtocolError = z.infer<typeof protocolErrorSchema>;

/** The form of every acknowledgement and of every HTTP body. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: ProtocolError };

/** The first problem of a failed validation as a protocol error that names the field. */
export function invalidInput(error: z.ZodError): ProtocolError {
  const issue = error.issues[0];
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const field = [...(issue?.path ?? []), ...unknown].map(String).join('.');
  return {
    code: 'invalid-input',
    message: issue?.message ?? 'Invalid input',
    ...(field === '' ? {} : { field }),
  };
}
