import { io, type Socket } from 'socket.io-client';
import { type CustomerEvent, type CustomerEventName, customerEvents } from '#shared/protocol/customer-events';
import {
  type CustomerInput,
  type CustomerOutput,
  type CustomerRequestName,
  customerRequests,
} from '#shared/protocol/customer-requests';
import type { Handshake } from '#shared/protocol/handshake';
import { PROTOCOL_VERSION } from '#shared/protocol/version';
import { lineTerms } from './line-terms.ts';
import { ProtocolFailure, readResult } from './session.ts';

const ANSWER_WITHIN_MS = 10_000;

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
    ...lineTerms,
  });
  socket.on('connect', hearing.connected);
  socket.on('disconnect', (reason) => {
    hearing.disconnected();
    // A disconnect by the server is final for socket.io; a drain or a restart is not final for us.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 1000 + Math.random() * 2000);
  });
  socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
    hearing.disconnected();
    if (error.data?.code === 'unauthenticated') hearing.refused();
    // socket.io gives up after a refusal by the server's middleware; being too busy is no reason to give up.
    else if (!socket.active) setTimeout(() => socket.connect(), 2000 + Math.random() * 3000);
  });
  for (const name of Object.keys(customerEvents) as CustomerEventName[]) listen(socket, name, hearing);

  return {
    async request(name, input) {
      if (!socket.connected) throw new Error('Not connected');
      const answer: unknown = await socket.timeout(ANSWER_WITHIN_MS).emitWithAck(name, input);
      // The table's row ties name to output; TypeScript can't follow that through an index.
      return readResult(answer, customerRequests[name].output) as CustomerOutput<typeof name>;
    },
    close() {
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

/** Whether trying the same command again later may help. */
export function isWorthRepeating(error: unknown): boolean {
  if (!(error instanceof ProtocolFailure)) return true;
  return ['overloaded', 'rate-limited', 'internal', 'unauthenticated'].includes(error.error.code);
}
