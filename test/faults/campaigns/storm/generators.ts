import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Order, State } from './generator.ts';
import type { Guest } from './populate.ts';

/** All clients, spread over processes. */
export type Generators = {
  /** Lets them connect, so many in a second, all processes together. */
  open(url: string, guests: readonly Guest[], perSecond: number): Promise<void>;
  /** One client of so many says something, at once or as soon as it can. */
  say(every: number, text: string): Promise<void>;
  state(): Promise<State>;
  /** What each client holds: the ids of its conversation's entries, in order. */
  logs(): Promise<Map<string, readonly string[]>>;
  stop(): void;
};

/** Starts the processes. */
export function startGenerators(count: number): Generators {
  const children = Array.from({ length: count }, () => fork(join(import.meta.dirname, 'generator.ts')));
  const askAll = (order: Order) => Promise.all(children.map((child) => ask(child, order)));
  return {
    async open(url, guests, perSecond) {
      const share = Math.max(1, Math.round(perSecond / count));
      await Promise.all(
        children.map((child, index) =>
          ask(child, {
            do: 'open',
            url,
            guests: guests.filter((_guest, place) => place % count === index),
            perSecond: share,
          }),
        ),
      );
    },
    async say(every, text) {
      await askAll({ do: 'say', every, text });
    },
    async state() {
      const states = (await askAll({ do: 'state' })) as State[];
      return {
        levelAt: states.flatMap(({ levelAt }) => levelAt),
        unsent: states.reduce((sum, { unsent }) => sum + unsent, 0),
        repeats: states.reduce((sum, { repeats }) => sum + repeats, 0),
      };
    },
    async logs() {
      const all = (await askAll({ do: 'logs' })) as [string, readonly string[]][][];
      return new Map(all.flat());
    },
    stop() {
      for (const child of children) child.kill('SIGKILL');
    },
  };
}

/** One order at a time: the next message is its answer. */
function ask(child: ChildProcess, order: Order): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('A process of clients has ended'));
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      resolve(answer);
    });
    child.send(order);
  });
}
