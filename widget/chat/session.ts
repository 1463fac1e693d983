import type { z } from 'zod';
import type { Language } from '#shared/domain/language';
import { openedSessionSchema, type openSessionSchema } from '#shared/protocol/customer-requests';
import { type ProtocolError, protocolErrorSchema } from '#shared/protocol/errors';

/** The customer's session on this device: the token is the only credential, and stays in the frame's own storage. */
const STORAGE_KEY = 'baton.session';

/** The token kept on this device, or `null`. Storage may be forbidden: then the session lasts as long as the page. */
export function storedToken(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

/** Forgets a token that is void, unless another tab has put a new one in its place. */
export function forgetToken(token: string | null): void {
  if (token === null || storedToken() === token) storeToken(null);
}

/** Keeps the token on this device; `null` keeps none. */
export function storeToken(token: string | null): void {
  try {
    if (token === null) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, token);
  } catch {
    // Without storage the visitor starts anew on the next page; nothing else depends on it.
  }
}

/** Opens a session. Throws `ProtocolFailure` when the server refuses, `TypeError` when it can't be reached. */
export async function openSession(language: Language): Promise<string> {
  const body: z.input<typeof openSessionSchema> = { channel: 'web', language };
  const response = await fetch('/api/customer/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const opened = readResult(await response.json(), openedSessionSchema);
  storeToken(opened.token);
  return opened.token;
}

/** A refusal by the server, with its reason. */
export class ProtocolFailure extends Error {
  readonly error: ProtocolError;

  constructor(error: ProtocolError) {
    super(error.message);
    this.name = 'ProtocolFailure';
    this.error = error;
  }
}

/** The data of a result envelope. Throws `ProtocolFailure` for a refusal and a `ZodError` for an answer of another form. */
export function readResult<S extends z.ZodType>(answer: unknown, schema: S): z.output<S> {
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) {
    if (answer.ok === true && 'data' in answer) return schema.parse(answer.data);
    if ('error' in answer) throw new ProtocolFailure(protocolErrorSchema.parse(answer.error));
  }
  throw new ProtocolFailure({ code: 'internal', message: 'The answer is not a result' });
}
