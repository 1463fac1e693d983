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
import { planTries, watchSocket } from '#shared/protocol/keeping-up';
import { customerReturns } from '#shared/protocol/line';
import { isLaterVersion, PROTOCOL_VERSION } from '#shared/protocol/version';
import { readResult } from './session.ts';

const ANSWER_WITHIN_MS = 10_000;
/** A try that has not succeeded by then has fallen into a hole. */
const TRY_MS = 8000;
/** An answer to a line that is felt for comes within this, or the line is dead. */
const FEEL_MS = 4000;

/** How long a server that speaks another version is left alone: servers are upgraded one by one. */
const OTHER_VERSION_MS = 15_000;

export type Hearing = {
  [N in CustomerEventName]: (event: CustomerEvent<N>) => void;
} & {
  connected: () => void;
  disconnected: () => void;
  /** The server does not know this session (any more). */
  refused: () => void;
  /** The server speaks a later version than this page. */
  outdated: () => void;
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
    reconnection: false,
    timeout: TRY_MS,
  });
  const tries = planTries(socket, { terms: customerReturns, page: window });
  socket.on('connect', () => {
    tries.succeeded();
    hearing.connected();
  });
  socket.on('disconnect', () => {
    tries.plan();
    hearing.disconnected();
  });
  socket.on('connect_error', (error: Error & { data?: unknown }) => {
    const refusal = protocolErrorSchema.safeParse(error.data).data;
    const isOtherVersion = refusal?.code === 'version-mismatch';
    if (isOtherVersion && isLaterVersion(refusal.details)) hearing.outdated();
    else hearing.disconnected();
    if (refusal?.code === 'unauthenticated') hearing.refused();
    else tries.plan(isOtherVersion ? OTHER_VERSION_MS : refusal?.retryAfterMs);
  });
  for (const name of Object.keys(customerEvents) as CustomerEventName[]) listen(socket, name, hearing);
  socket.on('server:draining', (data: unknown) => {
    const event = customerEvents['server:draining'].safeParse(data);
    if (!event.success) return;
    socket.disconnect();
    tries.plan(event.data.retryAfterMs);
  });
  const feel = (): Promise<boolean> =>
    socket
      .timeout(FEEL_MS)
      .emitWithAck('conversation:list', { limit: 1 })
      .then(
        () => true,
        () => false,
      );
  const stopWatch = watchSocket(socket, { feel, tryNow: tries.now, page: window });

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

function listen<N extends CustomerEventName>(socket: Socket, name: N, hearing: Hearing): void {
  socket.on(name as string, (data: unknown) => {
    const event = customerEvents[name].safeParse(data);
    if (event.success) hearing[name](event.data as never);
  });
}
