import { io, type Socket } from 'socket.io-client';
import { type ProtocolError, protocolErrorSchema } from '#shared/protocol/errors';
import type { Handshake } from '#shared/protocol/handshake';
import { PROTOCOL_VERSION } from '#shared/protocol/version';

/** What is told about the line as it comes and goes. */
export type LineListener = {
  onUp: () => void;
  /** `lost`: it was up a moment ago. `unreachable`: a try to bring it up failed. */
  onDown: (how: 'lost' | 'unreachable') => void;
  /** The server does not want this client, and why; no further try is made. */
  onRefused: (error: ProtocolError) => void;
};

/** How often the line is felt for when nothing is heard: with the server's own beat, a dead line is known within 20 s. */
const BEAT_MS = 6000;
const SILENCE_MS = 15_000;

let socket: Socket | null = null;
let stopWatch: (() => void) | null = null;

/** The one line of the console, if it is up. */
export function liveSocket(): Socket | null {
  return socket?.connected === true ? socket : null;
}

/** Opens the line; an earlier one is closed first. Without a token the session's cookie speaks for the agent. */
export function openLine(server: { origin: string; token: string | null }, listener: LineListener): Socket {
  closeLine();
  const opened = io(`${server.origin}/agent`, {
    transports: ['websocket'],
    auth: {
      protocol: PROTOCOL_VERSION,
      ...(server.token === null ? {} : { token: server.token }),
    } satisfies Handshake,
    withCredentials: server.token === null,
    reconnectionDelay: 400,
    reconnectionDelayMax: 5000,
    randomizationFactor: 0.6,
    timeout: 8000,
  });
  opened.on('connect', listener.onUp);
  opened.on('disconnect', (reason) => {
    listener.onDown('lost');
    // Socket.IO does not come back by itself after the server closed the line.
    if (reason === 'io server disconnect' && socket === opened)
      setTimeout(() => socket === opened && opened.connect(), 1000);
  });
  opened.on('connect_error', (error) => {
    const refusal = refusalOf(error);
    if (refusal && (refusal.code === 'unauthenticated' || refusal.code === 'version-mismatch')) {
      opened.disconnect();
      listener.onRefused(refusal);
      return;
    }
    listener.onDown('unreachable');
    // A refusal by the server's code (overloaded) ends Socket.IO's own tries, a failed transport does not.
    if (refusal) setTimeout(() => socket === opened && opened.connect(), refusal.retryAfterMs ?? 3000);
  });
  socket = opened;
  stopWatch = watchSilence(opened);
  return opened;
}

/** Closes the line for good. */
export function closeLine(): void {
  stopWatch?.();
  stopWatch = null;
  socket?.removeAllListeners();
  socket?.disconnect();
  socket = null;
}

/** Leaves the server alone for a while, then comes back. */
export function pauseLine(retryAfterMs: number): void {
  const paused = socket;
  paused?.disconnect();
  setTimeout(() => socket === paused && paused?.connect(), retryAfterMs * (0.75 + Math.random() / 2));
}

function refusalOf(error: Error): ProtocolError | null {
  const data = protocolErrorSchema.safeParse('data' in error ? error.data : undefined);
  return data.success ? data.data : null;
}

/** Closes a line on which nothing was heard for too long, so that the loss is seen early and the next try begins. */
function watchSilence(watched: Socket): () => void {
  let heardAtMs = Date.now();
  const hear = (): void => {
    heardAtMs = Date.now();
  };
  let heardEngine: unknown = null;
  const attend = (): void => {
    const { engine } = watched.io;
    if (engine && heardEngine !== engine) {
      heardEngine = engine;
      engine.on('packet', hear);
    }
    hear();
  };
  watched.on('connect', attend);
  const check = (): void => {
    if (!watched.connected) return;
    const isSilent = Date.now() - heardAtMs > SILENCE_MS;
    if (isSilent || !navigator.onLine) watched.io.engine.close();
  };
  const timer = setInterval(check, BEAT_MS / 2);
  window.addEventListener('offline', check);
  const wake = (): void => void (watched.active && !watched.connected ? watched.connect() : undefined);
  window.addEventListener('online', wake);
  return () => {
    clearInterval(timer);
    window.removeEventListener('offline', check);
    window.removeEventListener('online', wake);
  };
}
