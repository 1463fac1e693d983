import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** Processes of the campaign's own, so that hundreds of clients and the checker do not wait for one another. */
export type Workers<To extends object, From extends { type: string }> = {
  /** To the worker of this number, or to all. */
  send(message: To, index?: number): void;
  /** Resolves when every worker has said this; rejects when one ends before. Gives their messages in the order of the workers. */
  all<T extends From['type']>(type: T): Promise<Extract<From, { type: T }>[]>;
  stop(): void;
};

/** Starts workers from a module; each word of theirs goes to `hear` too. */
export function startWorkers<To extends object, From extends { type: string }>(
  module: URL,
  count: number,
  hear: (message: From, index: number) => void,
): Workers<To, From> {
  const children = Array.from({ length: count }, () =>
    fork(module, { execArgv: ['--max-old-space-size=2048'] }),
  );
  for (const [index, child] of children.entries()) {
    child.on('message', (message) => hear(message as From, index));
  }
  return {
    send(message, index) {
      for (const [at, child] of children.entries()) {
        if ((index === undefined || index === at) && child.connected) child.send(message);
      }
    },
    all(type) {
      const heardAll = Promise.all(children.map((child) => heard(child, type)));
      // Whoever waits for it hears of it; nobody may be waiting yet.
      heardAll.catch(() => undefined);
      return heardAll as never;
    },
    stop() {
      for (const child of children) child.kill('SIGKILL');
    },
  };
}

async function heard(child: ChildProcess, type: string): Promise<unknown> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A worker ended with ${code} before it said ${type}`);
  });
  const said = new Promise((resolve) => {
    child.on('message', (message) => {
      if ((message as { type: string }).type === type) resolve(message);
    });
  });
  return await Promise.race([said, ended]);
}
