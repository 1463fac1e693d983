import { createFairTurns, type TurnWatch } from '../runtime/fair-turns.ts';
import { Fault } from '../runtime/fault.ts';
import type { Side } from '../runtime/metrics.ts';
import { outageOf } from '../runtime/outage.ts';

/** Whether requests are still taken, and how fast clients are let in; closed for good when the server drains. */
export type Gate = {
  isOpen(): boolean;
  /**
   * Lets a client in when its turn has come: when all come at once, such as after a restart, some are asked to come again (rule D8). Staff and customers take
   * turns, so that no crowd of customers keeps the agents out.
   */
  admit<T>(side: Side, look: () => Promise<T>): Promise<T>;
  close(): void;
};

/**
 * Who waits has said who they are, and costs a connection alone; coming again costs more than that. All who are looked at together cost one reading,
 * so many are; a crowd of customers leaves places to the staff.
 */
const ADMISSION = { atOnce: 96, atOnceEach: 64, waiting: 1500, waitingEach: 1200, standingWaitMs: 3000 };

const RETRY_FROM_MS = 1000;
const RETRY_SPREAD_MS = 4000;

/** An open gate. */
export function createGate(figures?: TurnWatch): Gate {
  const turns = createFairTurns(ADMISSION, figures);
  let isOpen = true;
  return {
    isOpen: () => isOpen,
    async admit(side, look) {
      if (!isOpen)
        throw new Fault('overloaded', 'The server is about to stop', { retryAfterMs: retryAfterMs() });
      return await turns.run(side, look);
    },
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
