import { Fault } from './fault.ts';

/** SQLSTATEs with which a database says that it can't serve now: going away, starting, full, or read-only after a switch of servers. */
const SERVER_IS_OUT = new Set(['57P01', '57P02', '57P03', '25006', '58030']);
/** Connection lost (08), and something that the server needs has run out, such as disk or sessions (53). */
const CLASSES_OUT = ['08', '53'];
/** The line to the database, as the system names its failures. */
const LINE_IS_OUT = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** What `pg` says of sessions that are gone, for which it has no code. */
const SESSION_IS_OUT =
  /^(Connection terminated|Client (has encountered a connection error|was closed) and is not queryable|timeout exceeded when trying to connect|Query read timeout)/;

const AGAIN_FROM_MS = 500;
const AGAIN_SPREAD_MS = 1000;

/**
 * The refusal for a request that failed because the database could not be reached or could not serve: whoever asked may ask again, under the
 * same client id (rule D1). `null` for every other failure.
 */
export function outageOf(error: unknown): Fault | null {
  if (!isOutage(error)) return null;
  return new Fault('overloaded', 'The database does not answer at the moment', {
    retryAfterMs: Math.round(AGAIN_FROM_MS + Math.random() * AGAIN_SPREAD_MS),
  });
}

function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (SERVER_IS_OUT.has(code) || LINE_IS_OUT.has(code)) return true;
  if (/^\w{5}$/.test(code) && CLASSES_OUT.includes(code.slice(0, 2))) return true;
  if (SESSION_IS_OUT.test(error.message)) return true;
  return error.cause !== undefined && isOutage(error.cause);
}
