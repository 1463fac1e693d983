import { type DestinationStream, type Logger, pino } from 'pino';

/** The server's log: one JSON object per line. */
export type Log = Logger;

/** Words that carry customers' text, secrets or credentials wherever they turn up; their values never reach the log (rule T7). */
const UNSPEAKABLE = [
  'text',
  'body',
  'content',
  'preview',
  'snippet',
  'comment',
  'promises',
  'query',
  'phone',
  'email',
  'password',
  'password_hash',
  'token',
  'identityToken',
  'secret',
  'signature',
  'cookie',
  'authorization',
  'url',
];

/**
 * Opens the log. Whatever is logged is a short message of ours and named figures; values under names that could carry customers' text or
 * secrets are blanked to a depth of three, and errors are cut to type, code, message and stack, without what libraries attach to them.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: redactedPaths(), censor: '[redacted]' },
    serializers: { error: describeError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** What the log keeps of an error. A database error's message can quote a row: only its code and the place are kept. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const isFromDatabase = 'severity' in error;
  const place = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12);
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(isFromDatabase
      ? { constraint: 'constraint' in error ? error.constraint : undefined }
      : { message: error.message }),
    place,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

function redactedPaths(): string[] {
  return ['', '*.', '*.*.'].flatMap((depth) => UNSPEAKABLE.map((name) => `${depth}${name}`));
}
