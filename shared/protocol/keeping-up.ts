import { LINE_TICK_MS, type ReturnTerms, returnAfterMs, watchLine } from './line.ts';

/** As much of a Socket.IO client as keeping it up takes. */
export type KeptSocket = {
  readonly connected: boolean;
  connect(): unknown;
  disconnect(): unknown;
  on(name: 'connect', listener: () => void): unknown;
  readonly io: { readonly engine: { close(): unknown; on(name: 'packet', listener: () => void): unknown } };
};

type Hearing = {
  addEventListener(name: string, listener: () => void): void;
  removeEventListener(name: string, listener: () => void): void;
};

/** As much of a browser's window: its timers, and what it says of the network and of being looked at. */
export type Page = Hearing & {
  readonly document: Hearing;
  setTimeout(work: () => void, ms: number): number;
  clearTimeout(id: number | undefined): void;
  setInterval(work: () => void, ms: number): number;
  clearInterval(id: number): void;
};

/** When the next try to connect is made. Socket.IO's own tries can neither be hurried when the network comes back nor asked to wait; these can. */
export type Tries = {
  now(): void;
  /** Plans one, not before the server asked for if it did. */
  plan(retryAfterMs?: number): void;
  succeeded(): void;
  stop(): void;
};

/** Plans the tries of a socket whose own are off. */
export function planTries(socket: KeptSocket, { terms, page }: { terms: ReturnTerms; page: Page }): Tries {
  let failures = 0;
  let timer: number | undefined;
  function now(): void {
    page.clearTimeout(timer);
    // A try that is under way may hang in a network that is no longer there.
    socket.disconnect();
    socket.connect();
  }
  return {
    now,
    plan(retryAfterMs) {
      page.clearTimeout(timer);
      timer = page.setTimeout(now, returnAfterMs(terms, { failures, retryAfterMs, chance: Math.random() }));
      failures += 1;
    },
    succeeded() {
      failures = 0;
    },
    stop: () => page.clearTimeout(timer),
  };
}

/** What watching over a socket takes; `feel` asks the server for something small and tells whether an answer came. */
export type Watching = { feel(): Promise<boolean>; tryNow(): void; page: Page };

/** Watches over the line: that it is heard, and that it comes back as soon as computer and network do. Returns the end of it. */
export function watchSocket(socket: KeptSocket, { feel, tryNow, page }: Watching): () => void {
  const watch = watchLine({
    isUp: () => socket.connected,
    feel,
    cut: () => socket.io.engine.close(),
    tryNow,
  });
  const hear = (): void => watch.heard(Date.now());
  const attend = (): void => {
    hear();
    socket.io.engine.on('packet', hear);
  };
  const wake = (): void => watch.wake(Date.now());
  const tick = (): void => watch.tick(Date.now());
  socket.on('connect', attend);
  // A page that is not looked at may be ticked late: it is told the time when it is looked at again.
  const timer = page.setInterval(tick, LINE_TICK_MS);
  for (const name of ['online', 'offline', 'pageshow'] as const) page.addEventListener(name, wake);
  page.document.addEventListener('visibilitychange', tick);
  return () => {
    page.clearInterval(timer);
    for (const name of ['online', 'offline', 'pageshow'] as const) page.removeEventListener(name, wake);
    page.document.removeEventListener('visibilitychange', tick);
  };
}
