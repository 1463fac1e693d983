import { io, type Socket } from 'socket.io-client';
import { type ProtocolError, protocolErrorSchema } from '#shared/protocol/errors';
import type { Handshake } from '#shared/protocol/handshake';
import {
  consoleReturns,
  LINE_TICK_MS,
  returnAfterMs,
  type WatchedLine,
  watchLine,
} from '#shared/protocol/line';
import { PROTOCOL_VERSION } from '#shared/protocol/version';

/** What is told about the line as it comes and goes. */
export type LineListener = {
  onUp: () => void;
  /** `lost`: it was up a moment ago. `unreachable`: a try to bring it up failed. */
  onDown: (how: 'lost' | 'unreachable') => void;
  /** The server is there but does not let us in now, and why; it is tried again when it says. */
  onPutOff: (error: ProtocolError) => void;
  /** The server does not want this client, and why; no further try is made. */
  onRefused: (error: ProtocolError) => void;
};

/** A try that has not succeeded by then has fallen into a hole. */
const TRY_MS = 4000;
/** An answer to a line that is felt for comes within this, or the line is dead. */
const FEEL_MS = 3000;

type OpenLine = { socket: Socket; pause(ms: number): void; close(): void };

let line: OpenLine | null = null;

/** The one line of the console, if it is up. */
export function liveSocket(): Socket | null {
  return line?.socket.connected === true ? line.socket : null;
}

/** Opens the line; an earlier one is closed first. Without a token the session's cookie speaks for the agent. */
export function openLine(server: { origin: string; token: string | null }, listener: LineListener): Socket {
  closeLine();
  const socket = io(`${server.origin}/agent`, {
    transports: ['websocket'],
    auth: {
      protocol: PROTOCOL_VERSION,
      ...(server.token === null ? {} : { token: server.token }),
    } satisfies Handshake,
    withCredentials: server.token === null,
    // Socket.IO's own tries can neither be hurried when the network comes back nor asked to wait; ours can.
    reconnection: false,
    timeout: TRY_MS,
  });
  const tries = planTries(socket);
  socket.on('connect', () => {
    tries.succeeded();
    listener.onUp();
  });
  socket.on('disconnect', () => {
    tries.plan();
    listener.onDown('lost');
  });
  socket.on('connect_error', (error) => {
    const refusal = refusalOf(error);
    if (refusal?.code === 'unauthenticated' || refusal?.code === 'version-mismatch') {
      listener.onRefused(refusal);
      return;
    }
    tries.plan(refusal?.retryAfterMs);
    if (refusal) listener.onPutOff(refusal);
    else listener.onDown('unreachable');
  });
  const stopWatch = watchSocket(socket, tries.now);
  line = {
    socket,
    pause(ms) {
      socket.disconnect();
      tries.plan(ms);
    },
    close() {
      stopWatch();
      tries.stop();
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
  return socket;
}

/** Closes the line for good. */
export function closeLine(): void {
  line?.close();
  line = null;
}

/** Leaves the server alone for a while, then comes back. */
export function pauseLine(retryAfterMs: number): void {
  line?.pause(retryAfterMs);
}

/** When the next try to connect is made. */
function planTries(socket: Socket) {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function now(): void {
    clearTimeout(timer);
    // A try that is under way may hang in a network that is no longer there.
    socket.disconnect();
    socket.connect();
  }
  return {
    now,
    plan(retryAfterMs?: number) {
      clearTimeout(timer);
      timer = setTimeout(
        now,
        returnAfterMs(consoleReturns, { failures, retryAfterMs, chance: Math.random() }),
      );
      failures += 1;
    },
    succeeded() {
      failures = 0;
    },
    stop: () => clearTimeout(timer),
  };
}

function refusalOf(error: Error): ProtocolError | null {
  const data = protocolErrorSchema.safeParse('data' in error ? error.data : undefined);
  return data.success ? data.data : null;
}

/** Watches over the line: that it is heard, and that it comes back as soon as computer and network do. Returns the end of it. */
function watchSocket(socket: Socket, tryNow: () => void): () => void {
  const watched: WatchedLine = {
    isUp: () => socket.connected,
    feel: () =>
      socket
        .timeout(FEEL_MS)
        .emitWithAck('canned:list', {})
        .then(
          () => true,
          () => false,
        ),
    cut: () => socket.io.engine.close(),
    tryNow,
  };
  const watch = watchLine(watched);
  const hear = (): void => watch.heard(Date.now());
  const attend = (): void => {
    hear();
    socket.io.engine.on('packet', hear);
  };
  const wake = (): void => watch.wake(Date.now());
  const tick = (): void => watch.tick(Date.now());
  socket.on('connect', attend);
  // A page that is not looked at may be ticked late: it is told the time when it is looked at again.
  const timer = setInterval(tick, LINE_TICK_MS);
  for (const name of ['online', 'offline', 'pageshow'] as const) window.addEventListener(name, wake);
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearInterval(timer);
    for (const name of ['online', 'offline', 'pageshow'] as const) window.removeEventListener(name, wake);
    document.removeEventListener('visibilitychange', tick);
  };
}
