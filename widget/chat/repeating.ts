import { customerReturns, returnAfterMs } from '#shared/protocol/line';
import { ProtocolFailure } from './session.ts';

const REPEAT_AFTER_MS = 2000;

/** Whether trying the same command again later may help. */
export function isWorthRepeating(error: unknown): boolean {
  if (!(error instanceof ProtocolFailure)) return true;
  return ['overloaded', 'rate-limited', 'internal', 'unauthenticated'].includes(error.error.code);
}

/** Whether the server was reached and had no time. */
export function isShed(error: unknown): boolean {
  return error instanceof ProtocolFailure && ['overloaded', 'rate-limited'].includes(error.error.code);
}

/** How long to wait before that: as long as the server asked for, or longer, so that not all come in the same moment (rule D8). */
export function repeatAfterMs(error: unknown): number {
  const retryAfterMs = error instanceof ProtocolFailure ? error.error.retryAfterMs : undefined;
  if (retryAfterMs === undefined) return REPEAT_AFTER_MS;
  return returnAfterMs(customerReturns, { failures: 0, retryAfterMs, chance: Math.random() });
}
