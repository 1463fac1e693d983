import type { CustomerEntry } from '#shared/domain/entry';
import type { ClientId } from '#shared/domain/ids';
import type { ChatStore } from './chat-store.ts';
import type { Holding } from './holding.ts';
import type { Line } from './line.ts';
import { keptMessages, newPending, type Pending } from './outbox.ts';
import { isWorthRepeating, repeatAfterMs } from './repeating.ts';
import { ProtocolFailure } from './session.ts';

/** Moves the outbox: in order, one at a time, each message until it is acknowledged or refused for good (rule D5). */
export type Sending = {
  send(text: string): void;
  retry(clientId: ClientId): void;
  discard(clientId: ClientId): void;
  discardAll(): void;
  flush(): void;
  /** Takes out what has come back as an entry: an acknowledgement may be lost, an entry may not. */
  settle(entries: readonly CustomerEntry[]): void;
};

/** Sends in order, each message under one id until the server has acknowledged or refused it (rules D1, D5). */
export function createSending({
  store,
  line,
  holding,
}: {
  store: ChatStore;
  line: Line;
  holding: Holding;
}): Sending {
  let isFlushing = false;

  function change(next: (pending: Pending[]) => Pending[]): void {
    keptMessages.change(next);
    store.setState({ pending: next(store.getState().pending) });
  }
  async function sendOne(next: Pending): Promise<void> {
    const { entry, conversation } = await line.ask('message:send', {
      clientId: next.clientId,
      text: next.text,
    });
    change((pending) => pending.filter((one) => one.clientId !== next.clientId));
    store.setState({ clockOffsetMs: Date.parse(entry.at) - Date.now() });
    holding.receive(conversation.id, [entry]);
    holding.update(conversation);
  }
  async function flush(): Promise<void> {
    if (isFlushing) return;
    isFlushing = true;
    for (let next = nextToSend(store); next !== undefined; next = nextToSend(store)) {
      const current = next;
      try {
        await sendOne(current);
      } catch (error) {
        if (isWorthRepeating(error)) {
          setTimeout(() => void flush(), repeatAfterMs(error));
          break;
        }
        const refused = error instanceof ProtocolFailure ? error.error.code : 'other';
        change((pending) =>
          pending.map((one) => (one.clientId === current.clientId ? { ...one, refused } : one)),
        );
      }
    }
    isFlushing = false;
  }

  return {
    send(text) {
      const message = newPending(text);
      change((pending) => [...pending, message]);
      void flush();
    },
    retry(clientId) {
      change((pending) =>
        pending.map((one) => (one.clientId === clientId ? { ...one, refused: null } : one)),
      );
      void flush();
    },
    discard: (clientId) => change((pending) => pending.filter((one) => one.clientId !== clientId)),
    discardAll: () => change(() => []),
    flush: () => void flush(),
    settle(entries) {
      const known = new Set(entries.map((entry) => entry.clientId));
      if (store.getState().pending.some((one) => known.has(one.clientId))) {
        change((pending) => pending.filter((one) => !known.has(one.clientId)));
      }
    },
  };
}

function nextToSend(store: ChatStore): Pending | undefined {
  const { link, pending } = store.getState();
  return link === 'online' ? pending.find((one) => one.refused === null) : undefined;
}
