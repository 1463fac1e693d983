import { io, type Socket } from 'socket.io-client';
import type { ClientId } from '#shared/domain/ids';
import type { ProtocolError, Result } from '#shared/protocol/errors';
import { PROTOCOL_VERSION } from '#shared/protocol/version';

/** One thing said: acknowledged with the entry that the server made of it, or not yet. */
export type Said = { clientId: ClientId; text: string; entry: { id: string; seq: number } | null };

/** Somebody who writes one message after another, each under one client id until it is acknowledged, whatever happens to the line. */
export type Writer = {
  name: string;
  side: 'agent' | 'customer';
  /** All that was said, in its order; only the last may be without acknowledgement. */
  said: readonly Said[];
  /** How often each refusal came. */
  refusals: ReadonlyMap<string, number>;
  /** Says no more, and resolves when the last message is acknowledged. */
  finish(): Promise<void>;
  close(): void;
};

export type WriterOptions = {
  name: string;
  side: 'agent' | 'customer';
  url: string;
  token: string;
  /** What is sent under a client id. */
  command: (text: string, clientId: ClientId) => { name: string; input: object };
  /** Called with every refusal that is not passing; true where it was put right and the message is to be sent again. */
  onRefused?: (error: ProtocolError, ask: Ask) => Promise<boolean>;
};

/** Asks once on the line as it is. */
export type Ask = (name: string, input: object) => Promise<Result<unknown>>;

const PASSING = new Set(['overloaded', 'rate-limited']);
const ANSWER_WITHIN_MS = 5000;
const AGAIN_MS = 50;

/** Begins to write at once. */
export function startWriter(options: WriterOptions): Writer {
  const { name, side, url, token, command } = options;
  const socket = io(`${url}/${side}`, {
    transports: ['websocket'],
    auth: { protocol: PROTOCOL_VERSION, token },
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
  });
  socket.on('connect_error', () => void (socket.active || setTimeout(() => socket.connect(), AGAIN_MS)));
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), AGAIN_MS);
  });
  const said: Said[] = [];
  const refusals = new Map<string, number>();
  let isFinishing = false;
  let isClosed = false;
  const ask: Ask = (request, input) => socket.timeout(ANSWER_WITHIN_MS).emitWithAck(request, input);

  /** Resolves with the milliseconds after which to try again, `null` when it is acknowledged. */
  async function tryOnce(message: Said): Promise<number | null> {
    if (!(await untilConnected(socket))) return AGAIN_MS;
    const { name: request, input } = command(message.text, message.clientId);
    const result = await ask(request, input).catch(() => null);
    if (result === null) return 0;
    if (result.ok) {
      const { entry } = result.data as { entry: { id: string; seq: number } };
      message.entry = { id: entry.id, seq: entry.seq };
      return null;
    }
    const { code, retryAfterMs } = result.error;
    refusals.set(code, (refusals.get(code) ?? 0) + 1);
    if (PASSING.has(code)) return Math.min(retryAfterMs ?? AGAIN_MS, 1000);
    await options.onRefused?.(result.error, ask);
    return AGAIN_MS;
  }
  async function write(): Promise<void> {
    while (!isFinishing && !isClosed) {
      const message: Said = {
        clientId: crypto.randomUUID() as ClientId,
        text: `${name} ${said.length + 1}`,
        entry: null,
      };
      said.push(message);
      for (
        let waitMs = await tryOnce(message);
        waitMs !== null && !isClosed;
        waitMs = await tryOnce(message)
      ) {
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }
  const writing = write();
  return {
    name,
    side,
    said,
    refusals,
    finish() {
      isFinishing = true;
      return writing;
    },
    close() {
      isClosed = true;
      socket.close();
    },
  };
}

/** False when it did not come up for a while, so that who waits can look whether it still matters. */
function untilConnected(socket: Socket): Promise<boolean> {
  if (socket.connected) return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      socket.off('connect', done);
      resolve(false);
    }, 1000);
    function done(): void {
      clearTimeout(timer);
      resolve(true);
    }
    socket.once('connect', done);
  });
}
