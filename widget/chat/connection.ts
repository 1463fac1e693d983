import { io, type Socket } from 'socket.io-client';
import { type CustomerEvent, type CustomerEventName, customerEvents } from '#shared/protocol/customer-events';
import {
  type CustomerInput,
  type CustomerOutput,
  type CustomerRequestName,
  customerRequests,
} from '#shared/protocol/customer-requests';
import { protocolErrorSchema } from '#shared/protocol/errors';
import type { Handshake } from '#shared/protocol/handshake';
import { customerReturns, LINE_TICK_MS, returnAfterMs, watchLine } from '#shared/protocol/line';
import { PROTOCOL_VERSION } from '#shared/protocol/version';
import { readResult } from './session.ts';

const ANSWER_WITHIN_MS = 10_000;
/** A try that has not succeeded by then has fallen into a hole. */
const TRY_MS = 8000;
/** An answer to a line that is felt for comes within this, or the line is dead. */
const FEEL_MS = 4000;

export type Hearing = {
  [N in CustomerEventName]: (event: CustomerEvent<N>) => void;
} & {
  connected: () => void;
  disconnected: () => void;
  /** The server does not know this session (any more). */
  refused: () => void;
};

export type Connection = {
  /** Asks and waits for the answer. Throws `ProtocolFailure` for a refusal, `Error` when no answer comes in time. */
  request<N extends CustomerRequestName>(name: N, input: CustomerInput<N>): Promise<CustomerOutput<N>>;
  close(): void;
};

/**
 * Connects to the customers' namespace and keeps connecting, each time with the token of that moment. Events of another form than the protocol's
 * are dropped.
 */
export function connect(tokenNow: () => string, hearing: Hearing): Connection {
  const socket: Socket = io('/customer', {
    transports: ['websocket'],
    auth: (give: (handshake: Handshake) => void) => give({ token: tokenNow(), protocol: PROTOCOL_VERSION }),
    // Socket.IO's own tries can neither be hurried when the network comes back nor asked to wait; ours can.
    reconnection: false,
    timeout: TRY_MS,
  });
  const tries = planTries(socket);
  socket.on('connect', () => {
    tries.succeeded();
    hearing.connected();
  });
  socket.on('disconnect', () => {
    tries.plan();
    hearing.disconnected();
  });
  socket.on('connect_error', (error: Error & { data?: unknown }) => {
    hearing.disconnected();
    const refusal = protocolErrorSchema.safeParse(error.data);
    if (refusal.data?.code === 'unauthenticated') hearing.refused();
    else tries.plan(refusal.data?.retryAfterMs);
  });
  for (const name of Object.keys(customerEvents) as CustomerEventName[]) listen(socket, name, hearing);
  socket.on('server:draining', (data: unknown) => {
    const event = customerEvents['server:draining'].safeParse(data);
    if (!event.success) return;
    socket.disconnect();
    tries.plan(event.data.retryAfterMs);
  });
  const stopWatch = watchSocket(socket, tries.now);

  return {
    async request(name, input) {
      if (!socket.connected) throw new Error('Not connected');
      const answer: unknown = await socket.timeout(ANSWER_WITHIN_MS).emitWithAck(name, input);
      // The table's row ties name to output; TypeScript can't follow that through an index.
      return readResult(answer, customerRequests[name].output) as CustomerOutput<typeof name>;
    },
    close() {
      stopWatch();
      tries.stop();
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
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
        returnAfterMs(customerReturns, { failures, retryAfterMs, chance: Math.random() }),
      );
      failures += 1;
    },
    succeeded() {
      failures = 0;
    },
    stop: () => clearTimeout(timer),
  };
}

/** Watches over the line: that it is heard, and that it comes back as soon as device and network do. Returns the end of it. */
function watchSocket(socket: Socket, tryNow: () => void): () => void {
  const watch = watchLine({
    isUp: () => socket.connected,
    feel: () =>
      socket
        .timeout(FEEL_MS)
        .emitWithAck('conversation:list', { limit: 1 })
        .then(
          () => true,
          () => false,
        ),
    cut: () => socket.io.engine.close(),
    tryNow,
  });
  const hear = (): void => watch.heard(Date.now());
  const attend = (): void => {
    hear();
    socket.io.engine.on('packet', hear);
  };
  const tick = (): void => watch.tick(Date.now());
  const wake = (): void => watch.wake(Date.now());
  socket.on('connect', attend);
  const timer = setInterval(tick, LINE_TICK_MS);
  for (const name of ['online', 'offline', 'pageshow'] as const) window.addEventListener(name, wake);
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearInterval(timer);
    for (const name of ['online', 'offline', 'pageshow'] as const) window.removeEventListener(name, wake);
    document.removeEventListener('visibilitychange', tick);
  };
}

function listen<N extends CustomerEventName>(socket: Socket, name: N, hearing: Hearing): void {
  socket.on(name as string, (data: unknown) => {
    const event = customerEvents[name].safeParse(data);
    if (event.success) hearing[name](event.data as never);
  });
}
