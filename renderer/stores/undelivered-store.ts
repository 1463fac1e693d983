import { create } from 'zustand';
import type { ChannelId, ConversationId, EntryId } from '#shared/domain/ids';
import type { ChannelTrouble, Undelivered } from '#shared/domain/undelivered';

/** Which of them the page shows; null for all. */
export type UndeliveredChoice = { channelId: ChannelId | null; reason: string | null };

/** A message that somebody is about to let go. */
export type LettingGo = { conversationId: ConversationId; entryId: EntryId };

type UndeliveredState = {
  status: 'loading' | 'ready' | 'failed';
  /** How many there are, whatever is chosen. */
  total: number;
  choice: UndeliveredChoice;
  messages: readonly Undelivered[];
  hasMore: boolean;
  channels: readonly ChannelTrouble[];
  reasons: readonly { code: string; count: number }[];
  /** How many in each conversation, as far as they were read without a choice. */
  perConversation: ReadonlyMap<ConversationId, number>;
  /** Whether the server has told of a change since it was read. */
  isStale: boolean;
  lettingGo: LettingGo | null;
};

const nothing: UndeliveredState = {
  status: 'loading',
  total: 0,
  choice: { channelId: null, reason: null },
  messages: [],
  hasMore: false,
  channels: [],
  reasons: [],
  perConversation: new Map(),
  isStale: true,
  lettingGo: null,
};

/** What did not reach customers, as far as this agent is concerned (rule D14). */
export const useUndeliveredStore = create<UndeliveredState>()(() => nothing);

/** Forgets everything. */
export function forgetUndelivered(): void {
  useUndeliveredStore.setState(nothing, true);
}

/** What the page is to show; what it shows is read anew. */
export function chooseUndelivered(choice: Partial<UndeliveredChoice>): void {
  useUndeliveredStore.setState((state) => ({ choice: { ...state.choice, ...choice }, isStale: true }));
}

/** Asks whether a message shall be let go, or no longer. */
export function askToLetGo(lettingGo: LettingGo | null): void {
  useUndeliveredStore.setState({ lettingGo });
}

/** How many messages of a conversation did not arrive. */
export function useLostCount(id: ConversationId): number {
  return useUndeliveredStore((state) => state.perConversation.get(id) ?? 0);
}
