import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Guest } from '../../../faults/campaigns/storm/populate.ts';
import { startPinned } from '../../harness/pinned-process.ts';
import type { GuestsState } from './guests-process.ts';

/** Many customers' clients that come back by themselves, spread over processes. */
export type Guests = {
  open(url: string, guests: readonly Guest[]): Promise<void>;
  /** Cuts all lines at once; gives the moment, by `Date.now()`. */
  cut(): Promise<number>;
  /** Resolves when all are level with the server and hold so many entries together: with the moments from which each was level. */
  untilLevel(want: { clients: number; held: number; limitMs: number }): Promise<GuestsState>;
  logs(): Promise<Map<string, string[]>>;
  stop(): Promise<void>;
};

const PER_SECOND = 400;

/** Starts one process on each of the lists of cores. */
export async function startGuests(cores: readonly (string | null)[]): Promise<Guests> {
  const file = join(import.meta.dirname, 'guests-process.ts');
  const all = await Promise.all(cores.map((own) => startPinned(file, { cores: own })));
  async function state(): Promise<GuestsState> {
    const states = await Promise.all(all.map((one) => one.ask<GuestsState>('state')));
    return {
      levelAt: states.flatMap(({ levelAt }) => levelAt),
      held: states.reduce((sum, { held }) => sum + held, 0),
    };
  }
  return {
    async open(url, guests) {
      const perSecond = PER_SECOND / all.length;
      await Promise.all(
        all.map((one, at) =>
          one.ask('open', {
            url,
            guests: guests.filter((_guest, place) => place % all.length === at),
            perSecond,
          }),
        ),
      );
    },
    async cut() {
      return Math.min(...(await Promise.all(all.map((one) => one.ask<number>('cut')))));
    },
    async untilLevel({ clients, held, limitMs }) {
      const deadline = Date.now() + limitMs;
      for (;;) {
        const now = await state();
        const isDone = now.levelAt.length >= clients && now.held >= held;
        if (isDone || Date.now() > deadline) return now;
        await pause(50);
      }
    },
    async logs() {
      const logs = await Promise.all(all.map((one) => one.ask<[string, string[]][]>('logs')));
      return new Map(logs.flat());
    },
    async stop() {
      await Promise.all(all.map((one) => one.stop()));
    },
  };
}
