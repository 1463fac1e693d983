import type { CustomerEntry } from '#shared/domain/entry';
import type { CustomerConversation } from '#shared/protocol/customer-requests';
import type { ChatStore } from './chat-store.ts';
import type { Line } from './line.ts';
import { isShed, repeatAfterMs } from './repeating.ts';
import { appendEntries, lastSeq, prependEntries, type Thread } from './thread.ts';

/** Keeps what this client holds equal to what the server holds (rule D4). */
export type Holding = {
  /** Reads everything anew that may have changed. Never throws: a failed sync is repeated, after a while or by the next connect. */
  sync(): Promise<void>;
  receive(conversationId: string, entries: readonly CustomerEntry[]): void;
  update(conversation: CustomerConversation): void;
  loadOlder(): Promise<void>;
};

type HoldingParts = {
  store: ChatStore;
  line: Line;
  /** Called with a new token for the session, which takes the place of the present one. */
  onRenewed(token: string): void;
  /** Called before reading, so that a signed identity is told first. */
  introduce(): Promise<void>;
  /** Called after new entries are in the store. */
  onEntries(entries: readonly CustomerEntry[]): void;
};

const PAGE = 50;

/** Keeps the store level with the server: one catching up at a time, repeated when news came meanwhile. */
export function createHolding(parts: HoldingParts): Holding {
  const { store } = parts;
  let running: Promise<void> | null = null;
  let isStale = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  async function syncUntilFresh(): Promise<void> {
    do {
      isStale = false;
      try {
        const held = await readHeld(parts);
        store.setState({ ...held, link: 'online' });
        parts.onEntries(held.threads.flatMap((thread) => thread.entries));
      } catch (error) {
        // On a line that is up nobody else would ask again.
        store.setState({ link: isShed(error) ? 'busy' : 'reconnecting' });
        clearTimeout(again);
        again = setTimeout(() => void sync(), repeatAfterMs(error));
      }
    } while (isStale);
    running = null;
  }
  function sync(): Promise<void> {
    clearTimeout(again);
    isStale = running !== null;
    running ??= syncUntilFresh();
    return running;
  }
  function replace(before: Thread, after: Thread): void {
    store.setState({
      threads: store.getState().threads.map((thread) => (thread === before ? after : thread)),
    });
  }

  return {
    sync,
    receive(conversationId, entries) {
      const thread = store.getState().threads.find((one) => one.conversation.id === conversationId);
      const next = thread ? appendEntries(thread, entries) : null;
      if (thread === undefined || next === null) {
        void sync();
        return;
      }
      replace(thread, next);
      parts.onEntries(entries);
    },
    update(conversation) {
      const thread = store.getState().threads.find((one) => one.conversation.id === conversation.id);
      if (thread) replace(thread, { ...thread, conversation });
      else void sync();
    },
    loadOlder: () => loadOlder(parts),
  };
}

/** Who the customer is, the current conversation caught up, and which earlier ones there are. */
async function readHeld({ store, line, introduce, onRenewed }: HoldingParts) {
  await introduce();
  const { customerId, shop, name, conversation, token } = await line.ask('session:read', {});
  if (token) onRenewed(token);
  const { conversations } = await line.ask('conversation:list', { limit: 20 });
  const current = conversation ?? conversations[0] ?? null;
  const isSamePerson = store.getState().customerId === customerId;
  const held = isSamePerson ? store.getState().threads : [];
  const threads: Thread[] = [];
  for (const thread of held) {
    if (thread.conversation.id === current?.id) continue;
    // An earlier conversation is silent but for what is recalled in it.
    const now = conversations.find(({ id }) => id === thread.conversation.id);
    threads.push(now && now.seq > lastSeq(thread) ? await caughtUp(line, now, thread) : thread);
  }
  const before = held.find((thread) => thread.conversation.id === current?.id);
  if (current !== null) threads.push(await caughtUp(line, current, before));
  const loaded = new Set(threads.map((thread) => thread.conversation.id));
  return { customerId, shop, name, threads, earlier: conversations.filter(({ id }) => !loaded.has(id)) };
}

/** The thread with everything after what was held, or its latest page when nothing was. */
async function caughtUp(
  line: Line,
  conversation: CustomerConversation,
  held: Thread | undefined,
): Promise<Thread> {
  if (held === undefined || held.entries.length === 0) {
    const page = await line.ask('entry:list', { conversationId: conversation.id, limit: PAGE });
    return { conversation, entries: page.entries, hasOlder: page.hasMore };
  }
  let thread: Thread = { ...held, conversation };
  for (let hasMore = true; hasMore; ) {
    const page = await line.ask('entry:list', {
      conversationId: conversation.id,
      after: lastSeq(thread),
      limit: 200,
    });
    thread = appendEntries(thread, page.entries) ?? thread;
    hasMore = page.hasMore && page.entries.length > 0;
  }
  return thread;
}

/** One page above what is held, of the same conversation or of the one before it. On failure all stays, so the reader can try again. */
async function loadOlder({ store, line }: HoldingParts): Promise<void> {
  const { threads, earlier, isLoadingOlder } = store.getState();
  const first = threads[0];
  if (isLoadingOlder || first === undefined) return;
  store.setState({ isLoadingOlder: true });
  try {
    const conversation = first.hasOlder ? first.conversation : earlier[0];
    if (conversation === undefined) return;
    const before = first.hasOlder ? { before: first.entries[0]?.seq ?? 1 } : {};
    const page = await line.ask('entry:list', { conversationId: conversation.id, ...before, limit: PAGE });
    const now = store.getState();
    const [head, ...rest] = now.threads;
    if (first.hasOlder && head?.conversation.id === conversation.id) {
      store.setState({ threads: [prependEntries(head, page.entries, page.hasMore), ...rest] });
    } else if (!first.hasOlder) {
      const thread: Thread = { conversation, entries: page.entries, hasOlder: page.hasMore };
      store.setState({
        threads: [thread, ...now.threads],
        earlier: now.earlier.filter(({ id }) => id !== conversation.id),
      });
    }
  } catch {
    return;
  } finally {
    store.setState({ isLoadingOlder: false });
  }
}
