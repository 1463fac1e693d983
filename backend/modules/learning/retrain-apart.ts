import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Lessons, Retrained } from './retraining.ts';

/** Learns in a thread of its own, one after another: seconds of arithmetic must not keep customers waiting. Null where too little was corrected. */
export async function retrainApart(all: readonly Lessons[]): Promise<(Retrained | null)[]> {
  const worker = new Worker(new URL('./retraining-worker.ts', import.meta.url));
  try {
    const learned: (Retrained | null)[] = [];
    for (const lessons of all) {
      worker.postMessage(lessons);
      // `once` rejects when the worker fails.
      const [answer] = (await once(worker, 'message')) as [Retrained | null];
      learned.push(answer);
    }
    return learned;
  } finally {
    await worker.terminate();
  }
}
