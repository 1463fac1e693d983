import { Fault } from '../runtime/fault.ts';
import { outageOf } from '../runtime/outage.ts';

/** Whether requests are still taken; closed for good when the server drains. */
export type Gate = { isOpen(): boolean; close(): void };

const RETRY_FROM_MS = 1000;
const RETRY_SPREAD_MS = 4000;

/** An open gate. */
export function createGate(): Gate {
  let isOpen = true;
  return {
    isOpen: () => isOpen,
    close() {
      isOpen = false;
    },
  };
}

/** When to come back, spread out, so that not all come in the same moment (rule D8). */
export function retryAfterMs(): number {
  return Math.round(RETRY_FROM_MS + Math.random() * RETRY_SPREAD_MS);
}

/** What a refused client finds as `data` of its `connect_error`. */
export function refusal(error: unknown): Error {
  const { message, error: data } =
    error instanceof Fault
      ? error
      : (outageOf(error) ?? new Fault('internal', 'Something went wrong here; it has been logged'));
  return Object.assign(new Error(message), { data });
}
