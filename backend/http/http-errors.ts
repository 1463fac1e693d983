import type { FastifyError, FastifyReply } from 'fastify';
import type { ErrorCode, ProtocolError } from '#shared/protocol/errors';
import { Fault } from '../runtime/fault.ts';
import type { Log } from '../runtime/log.ts';
import { outageOf } from '../runtime/outage.ts';

/** The HTTP status of each refusal; the body says the same as an acknowledgement over the socket would. */
const STATUS: Record<ErrorCode, number> = {
  'invalid-input': 400,
  unauthenticated: 401,
  'not-found': 404,
  conflict: 409,
  'already-taken': 409,
  'reused-client-id': 409,
  'stale-view': 409,
  overloaded: 503,
  'rate-limited': 429,
  'version-mismatch': 400,
  'bad-signature': 401,
  'too-large': 413,
  internal: 500,
};

/** Answers with a refusal. */
export function refuse(reply: FastifyReply, error: ProtocolError): FastifyReply {
  if (error.retryAfterMs !== undefined) {
    void reply.header('retry-after', Math.ceil(error.retryAfterMs / 1000));
  }
  return reply.code(STATUS[error.code]).send({ ok: false, error });
}

/** Whatever was thrown on the way to an answer, as a refusal. Of our own faults the caller learns only that they happened. */
export function describeError(error: FastifyError | Error, log: Log): ProtocolError {
  const refused = error instanceof Fault ? error : outageOf(error);
  if (refused !== null) return refused.error;
  const code = 'code' in error ? error.code : '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return { code: 'too-large', message: 'The body is too large', field: 'body' };
  if (code.startsWith('FST_ERR_CTP'))
    return { code: 'invalid-input', message: 'The body is not JSON', field: 'body' };
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  if (status === 403 || status === 404)
    return { code: 'not-found', message: 'There is nothing at this address' };
  if (status >= 400 && status < 500) return { code: 'invalid-input', message: 'The request is malformed' };
  log.error({ error }, 'An HTTP request failed');
  return { code: 'internal', message: 'Something went wrong here; it has been logged' };
}
