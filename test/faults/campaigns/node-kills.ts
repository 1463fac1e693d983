import type { Random } from '../random.ts';
import type { Fleet } from './fleet.ts';

/** Nodes that die and come back, one at a time. */
export type NodeKills = {
  counts: { killed: number; stopped: number };
  /** No more of them; resolves when every node runs. Rejects when one could not be started. */
  stop(): Promise<void>;
};

/** Of five ends four are kills, one is a restart in order. */
const IN_ORDER_CHANCE = 0.2;
const MOST_DOWN_MS = 2000;

/** Every `everyMs`, more or less, a node ends and is started again. With 0 nothing happens. */
export function startNodeKills(
  fleet: Fleet,
  { nodes, everyMs }: { nodes: number; everyMs: number },
  random: Random,
): NodeKills {
  const counts = { killed: 0, stopped: 0 };
  const ending = new AbortController();
  const running = everyMs > 0 ? run() : Promise.resolve();
  // Whoever stops it hears of it.
  running.catch(() => undefined);

  async function run(): Promise<void> {
    while (await slept(random.int(everyMs / 2, everyMs * 1.5))) {
      const index = random.int(0, nodes - 1);
      const isInOrder = random.next() < IN_ORDER_CHANCE;
      counts[isInOrder ? 'stopped' : 'killed'] += 1;
      await fleet.end(index, isInOrder ? 'SIGTERM' : 'SIGKILL');
      await slept(random.int(0, MOST_DOWN_MS));
      await fleet.start(index);
    }
  }

  /** False when it is time to stop. */
  function slept(ms: number): Promise<boolean> {
    if (ending.signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(true), ms);
      ending.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve(false);
      });
    });
  }

  return {
    counts,
    async stop() {
      ending.abort();
      await running;
    },
  };
}
