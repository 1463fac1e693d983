import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { ProtocolError, Result } from '#shared/protocol/errors';
import { PROTOCOL_VERSION } from '#shared/protocol/version';

/**
 * A lean client that keeps to docs/protocol.md and nothing else: chapter 1 (connecting), 3 (commands repeated under their client id until they are
 * answered) and 4 (events as hints). Hundreds of them live in one process.
 */
export type Line = {
  /** A query: asked until it is answered for good. */
  ask(name: string, input: object): Promise<Result<unknown>>;
  /** A command: one client id for however many tries it takes. */
  command(name: string, input: object): Promise<Result<unknown>>;
  isUp(): boolean;
  /** Away for so long, without a word; what is asked meanwhile waits. Nothing when it is away already. */
  vanish(ms: number): void;
  /** What was needed beyond one try. */
  stats: { repeats: number; connects: number };
  /** What is asked and not answered yet: the name, how often it was tried, and for how long. */
  open(): { name: string; tries: number; ms: number }[];
  close(): void;
};

export type LineOptions = {
  namespace: '/agent' | '/customer';
  port: number;
  token: string;
  /** The line is up, again or for the first time: what was missed must be asked for. */
  onUp: () => void;
  onEvent: (name: string, event: unknown) => void;
  /** Events that this client has no use for; they are not even read, so that one process can be many clients. */
  deafTo?: readonly string[];
};

const ANSWER_MS = 10_000;
const SILENCE_MS = 15_000;
/** Refusals that say nothing about the request. */
const PASSING = new Set(['overloaded', 'rate-limited', 'internal', 'unauthenticated']);

/** Opens a line that comes back by itself until it is closed. */
export function openLine({ namespace, port, token, onUp, onEvent, deafTo = [] }: LineOptions): Line {
  const stats = { repeats: 0, connects: 0 };
  const waiting = new Set<() => void>();
  const open = new Set<{ name: string; tries: number; since: number }>();
  let isClosed = false;
  const socket = io(`http://127.0.0.1:${port}${namespace}`, {
    transports: ['websocket'],
    auth: { protocol: PROTOCOL_VERSION, token },
    forceNew: true,
    reconnectionDelay: 200,
    reconnectionDelayMax: 2000,
    randomizationFactor: 0.6,
    timeout: 5000,
  });
  const comeBack = (afterMs: number) => setTimeout(() => !isClosed && socket.connect(), afterMs);
  socket.on('connect', () => {
    stats.connects += 1;
    for (const wake of waiting) wake();
    waiting.clear();
    onUp();
  });
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') comeBack(200 + Math.random() * 500);
  });
  socket.on('connect_error', (error: Error & { data?: ProtocolError }) => {
    if (error.data) comeBack(error.data.retryAfterMs ?? 500 + Math.random() * 1000);
  });
  socket.on('server:draining', ({ retryAfterMs }: { retryAfterMs: number }) => {
    socket.disconnect();
    comeBack(retryAfterMs * (0.75 + Math.random() / 2));
  });
  socket.onAny(onEvent);
  if (deafTo.length > 0) makeDeaf(socket, namespace, deafTo);
  const stopWatch = watchSilence(socket);

  async function ask(name: string, input: object): Promise<Result<unknown>> {
    const question = { name, tries: 0, since: performance.now() };
    open.add(question);
    try {
      return await askUntilAnswered(question, input);
    } finally {
      open.delete(question);
    }
  }

  async function askUntilAnswered(
    question: { name: string; tries: number },
    input: object,
  ): Promise<Result<unknown>> {
    const { name } = question;
    for (; !isClosed; question.tries += 1) {
      if (question.tries > 0) stats.repeats += 1;
      if (!socket.connected) await new Promise<void>((done) => waiting.add(done));
      const result = await answerOf(socket, name, input);
      if (result === null) continue;
      if (result.ok || !PASSING.has(result.error.code)) return result;
      await new Promise((done) => setTimeout(done, result.error.retryAfterMs ?? 200 + Math.random() * 800));
    }
    throw new Error('The line was closed');
  }

  return {
    ask,
    command: (name, input) => ask(name, { ...input, clientId: randomUUID() }),
    isUp: () => socket.connected,
    vanish(ms) {
      if (!socket.connected) return;
      // The transport ends under it: nothing is said to the server, as when a machine goes to sleep.
      socket.io.reconnection(false);
      socket.io.engine.close();
      setTimeout(() => {
        socket.io.reconnection(true);
        if (!isClosed) socket.connect();
      }, ms);
    },
    stats,
    open: () =>
      Array.from(open, ({ name, tries, since }) => ({
        ...{ name, tries },
        ms: Math.round(performance.now() - since),
      })),
    close() {
      isClosed = true;
      stopWatch();
      socket.removeAllListeners();
      socket.disconnect();
      for (const wake of waiting) wake();
    },
  };
}

/** Drops packets of these events before they are parsed; a packet begins with its type, its namespace, and the event's name. */
function makeDeaf(socket: Socket, namespace: string, names: readonly string[]): void {
  const beginnings = names.map((name) => `2${namespace},["${name}"`);
  const { decoder } = socket.io as unknown as { decoder: { add(packet: unknown): void } };
  const add = decoder.add.bind(decoder);
  decoder.add = (packet) => {
    if (typeof packet === 'string' && beginnings.some((beginning) => packet.startsWith(beginning))) return;
    add(packet);
  };
}

/** No answer, for whatever reason, is `null`: what became of it is unknown. */
async function answerOf(socket: Socket, name: string, input: object): Promise<Result<unknown> | null> {
  try {
    return (await socket.timeout(ANSWER_MS).emitWithAck(name, input)) as Result<unknown>;
  } catch {
    return null;
  }
}

/** A line on which nothing was heard for too long is closed, so that the next try begins. */
function watchSilence(socket: Socket): () => void {
  let heardAt = performance.now();
  socket.io.on('open', () => {
    heardAt = performance.now();
    socket.io.engine.on('packet', () => {
      heardAt = performance.now();
    });
  });
  const timer = setInterval(() => {
    if (socket.connected && performance.now() - heardAt > SILENCE_MS) socket.io.engine.close();
  }, 1000);
  return () => clearInterval(timer);
}
