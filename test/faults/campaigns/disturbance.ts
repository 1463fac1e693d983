import type { Random } from '../random.ts';
import type { Fleet } from './fleet.ts';

/** Something that goes wrong again and again beneath a campaign. */
export type Disturbance = {
  /** What went wrong how often, and how long it took to be well again at most. */
  figures: Record<string, number>;
  /** Rejects when it could not be made well again, so that nobody waits for what will never come; never resolves. */
  failed: Promise<never>;
  /** No more of it; resolves when all is well again. Rejects when it could not be made well. */
  stop(): Promise<void>;
};

/** What goes wrong once, until all is well again: what is to be counted, by its name. */
export type Trouble = () => Promise<Record<string, number>>;

/** Of five ends four are kills, one is a restart in order. */
const IN_ORDER_CHANCE = 0.2;
const MOST_DOWN_MS = 2000;
/** In the names of figures that are not summed up. */
const LONGEST = 'longest';

/** Makes trouble every `everyMs`, more or less, one at a time, and once at least; with 0 none. */
export function disturb(everyMs: number, random: Random, trouble: Trouble): Disturbance {
  const figures: Record<string, number> = {};
  const ending = new AbortController();
  const { promise: failed, reject } = Promise.withResolvers<never>();
  // Whoever waits for it hears of it; nobody may be waiting any more.
  failed.catch(() => undefined);
  const running = everyMs > 0 ? run() : Promise.resolve();
  running.catch(reject);

  async function run(): Promise<void> {
    while (await slept(random.int(everyMs / 2, everyMs * 1.5), ending.signal)) count(await trouble());
    if (Object.keys(figures).length === 0) count(await trouble());
  }

  function count(seen: Record<string, number>): void {
    for (const [name, value] of Object.entries(seen)) {
      const before = figures[name] ?? 0;
      figures[name] = name.includes(LONGEST) ? Math.max(before, value) : before + value;
    }
  }

  return {
    figures,
    failed,
    async stop() {
      ending.abort();
      await running;
    },
  };
}

/** A node dies, or is stopped in order, and comes back. */
export function nodeTrouble(fleet: Fleet, nodes: number, random: Random): Trouble {
  return async () => {
    const index = random.int(0, nodes - 1);
    const isInOrder = random.next() < IN_ORDER_CHANCE;
    await fleet.end(index, isInOrder ? 'SIGTERM' : 'SIGKILL');
    await slept(random.int(0, MOST_DOWN_MS));
    await fleet.start(index);
    return { [isInOrder ? 'nodes stopped in order' : 'nodes killed']: 1 };
  };
}

/** False when it is time to stop. */
export function slept(ms: number, signal?: AbortSignal): Promise<boolean> {
  if (signal?.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}
