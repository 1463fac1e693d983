import { consoleReturns, returnAfterMs } from '#shared/protocol/line';
import type { Refusal } from './commands/request.ts';

const passing: readonly Refusal['code'][] = [
  'offline',
  'timeout',
  'overloaded',
  'rate-limited',
  'unauthenticated',
  'unreadable',
];
const RETRY_MS = 3000;

/** How often what is refused in passing is tried before it is called refused. */
export const PASSING_TRIES = 20;

/** Refusals that say nothing about what was asked: it is tried again, under the same client id, until it has an answer. */
export function isPassing({ code }: Refusal): boolean {
  return passing.includes(code);
}

/** Waits before the next try as long as the server asked for, or longer, so that not all come in the same moment (rule D8). */
export function pauseAfter({ retryAfterMs }: Refusal): Promise<void> {
  const ms =
    retryAfterMs === undefined
      ? RETRY_MS
      : returnAfterMs(consoleReturns, { failures: 0, retryAfterMs, chance: Math.random() });
  return new Promise((resolve) => setTimeout(resolve, ms));
}
