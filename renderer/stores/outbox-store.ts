import { create } from 'zustand';
import type { CardRequest } from '#shared/domain/card';
import type { AgentId, ChannelId, ClientId, ConversationId, Moment } from '#shared/domain/ids';
import type { ModelDraftId } from '#shared/domain/model-draft';

/** What is to be sent. */
export type OutgoingContent =
  | { type: 'text'; text: string; draftId?: ModelDraftId }
  | { type: 'note'; text: string }
  | { type: 'card'; card: CardRequest; title: { zh: string; en: string } };

/**
 * How an outgoing message stands (rules D5–D7). `sending`: on its way, or waiting for the line; `stale`: the agent must first see `newer`
 * messages; `failed`: the server refused, `reason` is the code and `details` the server's. What was sent is no longer here: it is an entry.
 */
export type OutgoingState =
  | { name: 'sending' }
  | { name: 'stale'; newer: number }
  | { name: 'failed'; reason: string; field?: string; details?: Record<string, unknown> };

/** A message from this device that the server has not yet acknowledged. */
export type Outgoing = {
  clientId: ClientId;
  authorId: AgentId;
  conversationId: ConversationId;
  content: OutgoingContent;
  /** The channel chosen for it; null for the one that the customer used last. */
  channelId: ChannelId | null;
  /** The newest seq that the author had seen; null once they chose to send all the same. */
  seenSeq: number | null;
  at: Moment;
  /** Its place among all that was written on this device: clocks can't tell two of one moment apart, and may be set back. */
  order: number;
  state: OutgoingState;
};

type OutboxState = { outgoing: readonly Outgoing[] };

/** What is on its way, in the order in which it was written. Kept on the device by `connection/outbox.ts`. */
export const useOutboxStore = create<OutboxState>()(() => ({ outgoing: [] }));

/** Adds a message, or changes the one with its client id. */
export function putOutgoing(message: Outgoing): void {
  useOutboxStore.setState(({ outgoing }) => ({
    outgoing: outgoing.some((other) => other.clientId === message.clientId)
      ? outgoing.map((other) => (other.clientId === message.clientId ? message : other))
      : [...outgoing, message],
  }));
}

/** Takes a message out. */
export function dropOutgoing(clientId: ClientId): void {
  useOutboxStore.setState(({ outgoing }) => ({
    outgoing: outgoing.filter((other) => other.clientId !== clientId),
  }));
}
