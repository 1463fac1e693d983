import { io, type Socket } from 'socket.io-client';
import type { CustomerEntry } from '#shared/domain/entry';
import type { ClientId, ConversationId } from '#shared/domain/ids';
import type { CustomerOutput, CustomerRequestName } from '#shared/protocol/customer-requests';
import type { Result } from '#shared/protocol/errors';
import { customerReturns, returnAfterMs } from '#shared/protocol/line';
import { PROTOCOL_VERSION } from '#shared/protocol/version';

/** The log that a customer's client holds, and how it came by it. */
export type GuestClient = {
  /** Entries by number, dense from 1: all that was held back because one before it was missing was asked for. */
  entries: readonly string[];
  /** When it was last level with the server, by `Date.now()`; `null` while the line is down or it is catching up. */
  caughtUpAt: () => number | null;
  /** How often an entry was told that it held already. */
  repeats: () => number;
  /** Keeps a message to be sent, as soon as the line is up, until it is acknowledged. */
  say(text: string): void;
  /** Messages without acknowledgement. */
  unsent: () => number;
  /** Breaks the line as a network does, without a word. */
  cut(): void;
  close(): void;
};

const PAGE = 200;
const ANSWER_WITHIN_MS = 20_000;

/** A client that does what the widget does: comes back by its terms, catches up from its cursor, sends what waits. */
export function openGuestClient(url: string, token: string): GuestClient {
  const socket = io(`${url}/customer`, {
    transports: ['websocket'],
    auth: { protocol: PROTOCOL_VERSION, token },
    forceNew: true,
    reconnection: false,
    timeout: 8000,
  });
  const entries: string[] = [];
  const waiting: { clientId: ClientId; text: string }[] = [];
  let caughtUpAt: number | null = null;
  let repeats = 0;
  let isSyncing = false;
  let isAgain = false;
  let isSending = false;

  function take(fresh: readonly CustomerEntry[]): boolean {
    for (const { seq, id } of fresh) {
      if (seq <= entries.length) repeats += 1;
      else if (seq === entries.length + 1) entries.push(id);
      else return false;
    }
    return true;
  }
  async function readOn(): Promise<void> {
    const { conversation } = await ask(socket, 'session:read', {});
    if (conversation === null) return;
    for (let hasMore = true; hasMore; ) {
      const page = await ask(socket, 'entry:list', {
        conversationId: conversation.id,
        after: entries.length,
        limit: PAGE,
      });
      take(page.entries.filter(({ seq }) => seq > entries.length));
      hasMore = page.hasMore;
    }
  }
  async function sync(): Promise<void> {
    isAgain = isSyncing;
    if (isSyncing) return;
    isSyncing = true;
    do {
      isAgain = false;
      try {
        await readOn();
        caughtUpAt ??= Date.now();
        void send();
      } catch (error) {
        if (socket.connected) {
          isAgain = true;
          await pause(error instanceof Refusal ? error.retryAfterMs : 1000);
        }
      }
    } while (isAgain && socket.connected);
    isSyncing = false;
  }
  async function send(): Promise<void> {
    if (isSending) return;
    isSending = true;
    for (let next = waiting[0]; next !== undefined && socket.connected; next = waiting[0]) {
      try {
        const { entry } = await ask(socket, 'message:send', next);
        waiting.shift();
        if (!take([entry])) void sync();
      } catch (error) {
        await pause(error instanceof Refusal ? error.retryAfterMs : 500);
      }
    }
    isSending = false;
  }

  let failures = 0;
  function plan(retryAfterMs?: number): void {
    setTimeout(
      () => socket.connect(),
      returnAfterMs(customerReturns, { failures, retryAfterMs, chance: Math.random() }),
    );
    failures += 1;
  }
  socket.on('connect', () => {
    failures = 0;
    void sync();
  });
  socket.on('disconnect', (reason) => {
    caughtUpAt = null;
    if (reason !== 'io client disconnect') plan();
  });
  socket.on('connect_error', (error: Error & { data?: { retryAfterMs?: number } }) =>
    plan(error.data?.retryAfterMs),
  );
  socket.on(
    'entry:appended',
    ({ entries: told }: { conversationId: ConversationId; entries: CustomerEntry[] }) => {
      if (!take(told)) void sync();
    },
  );
  return {
    entries,
    caughtUpAt: () => caughtUpAt,
    repeats: () => repeats,
    say(text) {
      waiting.push({ clientId: crypto.randomUUID() as ClientId, text });
      if (socket.connected) void send();
    },
    unsent: () => waiting.length,
    cut() {
      // The websocket of `ws`, which engine.io's types do not name.
      const { transport } = socket.io.engine as { transport: { ws?: { terminate(): void } } };
      transport.ws?.terminate();
    },
    close: () => void socket.close(),
  };
}

class Refusal extends Error {
  readonly retryAfterMs: number;
  constructor(code: string, retryAfterMs: number) {
    super(code);
    this.retryAfterMs = retryAfterMs;
  }
}

async function ask<N extends CustomerRequestName>(
  socket: Socket,
  name: N,
  input: object,
): Promise<CustomerOutput<N>> {
  const result: Result<unknown> = await socket.timeout(ANSWER_WITHIN_MS).emitWithAck(name, input);
  if (!result.ok) throw new Refusal(result.error.code, result.error.retryAfterMs ?? 1000);
  return result.data as CustomerOutput<N>;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
