import { createStore } from 'zustand/vanilla';
import type { ClientId, CustomerId, EntryId } from '#shared/domain/ids';
import type { Language, Localized } from '#shared/domain/language';
import type { CustomerConversation } from '#shared/protocol/customer-requests';
import { readDraft } from './kept-draft.ts';
import { keptMessages, type Pending, readRecalls } from './outbox.ts';
import type { Thread } from './thread.ts';

/** How a recall stands: on its way, or why the message could not be taken back. Once it is done, the message says so. */
export type Recall = { clientId: ClientId; refused: string | null };

/** All that the view draws. Changed only by `chat.ts`. */
export type ChatState = {
  language: Language;
  /** `busy`: the server is there and has no time. `outdated`: it speaks a later version than this page. */
  link: 'starting' | 'online' | 'reconnecting' | 'busy' | 'unreachable' | 'outdated';
  shop: { name: Localized; greeting: Localized } | null;
  customerId: CustomerId | null;
  name: string | null;
  /** Oldest first; the last one is the current conversation. */
  threads: Thread[];
  /** Earlier conversations that are not loaded, newest first. */
  earlier: CustomerConversation[];
  isLoadingOlder: boolean;
  pending: Pending[];
  /** Messages that the customer is taking back. */
  recalls: ReadonlyMap<EntryId, Recall>;
  /** What they have taken back, to be written once more; in memory alone. */
  recalledWords: ReadonlyMap<EntryId, string>;
  /** What is being written. */
  draft: string;
  /** How far the server's clock is ahead of this device's, as its last answer told. */
  clockOffsetMs: number;
  typing: 'bot' | 'agent' | null;
  isOpen: boolean;
  unread: number;
};

export type ChatStore = ReturnType<typeof createChatStore>;

/** A new store with the empty state: what one chat on one page knows. */
export function createChatStore(language: Language) {
  return createStore<ChatState>()(() => emptyState(language));
}

/** The state of a client that knows nothing yet, but for what waits on this device. */
export function emptyState(language: Language): ChatState {
  return {
    language,
    link: 'starting',
    shop: null,
    customerId: null,
    name: null,
    threads: [],
    earlier: [],
    isLoadingOlder: false,
    pending: keptMessages.read(),
    recalls: new Map([...readRecalls()].map(([id, clientId]) => [id, { clientId, refused: null }])),
    recalledWords: new Map(),
    draft: readDraft(),
    clockOffsetMs: 0,
    typing: null,
    isOpen: false,
    unread: 0,
  };
}
