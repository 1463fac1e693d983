import { io, type Socket } from 'socket.io-client';
import { type ProtocolError, protocolErrorSchema } from '#shared/protocol/errors';
import type { Handshake } from '#shared/protocol/handshake';
import { planTries, watchSocket } from '#shared/protocol/keeping-up';
import { consoleReturns } from '#shared/protocol/line';
import { PROTOCOL_VERSION } from '#shared/protocol/version';

/** What is told about the line as it comes and goes. */
export type LineListener = {
  onUp: () => void;
  /** `lost`: it was up a moment ago. `unreachable`: a try to bring it up failed. */
  onDown: (how: 'lost' | 'unreachable') => void;
  /** The server is there but does not let us in now, and why; it is tried again when it says. */
  onPutOff: (error: ProtocolError) => void;
  /** The server knows nobody by this session (any more); no further try is made. */
  onRefused: () => void;
};

/** A try that has not succeeded by then has fallen into a hole. */
const TRY_MS = 4000;
/** An answer to a line that is felt for comes within this, or the line is dead. */
const FEEL_MS = 3000;

/** How long a server that speaks another version is left alone. */
const OTHER_VERSION_MS = 10_000;

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
    reconnection: false,
    timeout: TRY_MS,
  });
  const tries = planTries(socket, { terms: consoleReturns, page: window });
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
    if (refusal?.code === 'unauthenticated') {
      listener.onRefused();
      return;
    }
    // Servers are upgraded one by one, or back: what spoke another version may speak ours in a while.
    tries.plan(refusal?.code === 'version-mismatch' ? OTHER_VERSION_MS : refusal?.retryAfterMs);
    if (refusal) listener.onPutOff(refusal);
    else listener.onDown('unreachable');
  });
  const feel = (): Promise<boolean> =>
    socket
      .timeout(FEEL_MS)
      .emitWithAck('canned:list', {})
      .then(
        () => true,
        () => false,
      );
  const stopWatch = watchSocket(socket, { feel, tryNow: tries.now, page: window });
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

function refusalOf(error: Error): ProtocolError | null {
  const data = protocolErrorSchema.safeParse('data' in error ? error.data : undefined);
  return data.success ? data.data : null;
}
