import type { Card } from '#shared/domain/card';
import type { ChannelId, ClientId, ConversationId, EntryId } from '#shared/domain/ids';
import type { AgentOutput } from '#shared/protocol/agent-requests';
import { useConversationStore } from '../../stores/conversation-store.ts';
import { chosenChannel, endEdit, useDraftStore } from '../../stores/draft-store.ts';
import { useEntryStore } from '../../stores/entry-store.ts';
import type { Outgoing } from '../../stores/outbox-store.ts';
import { discard, post, resend } from '../outbox.ts';
import { leaveRevision, revise } from '../revisions.ts';

import { type Answer, request } from './request.ts';

/** Sends words to the customer, through the durable outbox (rule D5). The newest entry on screen is what the author has seen (rule D7). */
export function sendText(conversationId: ConversationId, text: string): void {
  const seenSeq = useEntryStore.getState().threads.get(conversationId)?.entries.at(-1)?.seq ?? 0;
  const draftId = useDraftStore.getState().drafts.get(conversationId)?.draftId;
  const content = { type: 'text' as const, text, ...(draftId ? { draftId } : {}) };
  void post(conversationId, content, { seenSeq, channelId: replyChannel(conversationId) });
}

/** Writes a note for colleagues. */
export function addNote(conversationId: ConversationId, text: string): void {
  void post(conversationId, { type: 'note', text });
}

/** Sends a card. Only its name goes out: price, stock and order facts are read by the server (rule T9). */
export function sendCard(conversationId: ConversationId, card: Pick<Card, 'title'> & CardName): void {
  const named =
    card.type === 'product' ? { type: card.type, sku: card.sku } : { type: card.type, orderId: card.orderId };
  const channelId = replyChannel(conversationId);
  void post(conversationId, { type: 'card', card: named, title: card.title }, { channelId });
}

/** The channel that the agent has chosen for this conversation; null for the customer's last. */
function replyChannel(conversationId: ConversationId): ChannelId | null {
  const draft = useDraftStore.getState().drafts.get(conversationId);
  const conversation = useConversationStore.getState().rows.get(conversationId);
  return draft && conversation ? chosenChannel(draft, conversation.channelId) : null;
}

type CardName =
  | Pick<Extract<Card, { type: 'product' }>, 'type' | 'sku'>
  | Pick<Extract<Card, { type: 'order' }>, 'type' | 'orderId'>;

/** Sends a message that stopped once more; after a stale view this means: send all the same. */
export function retry(clientId: ClientId): void {
  void resend(clientId);
}

/** Takes a stopped message out and returns it. */
export function takeBack(clientId: ClientId): Outgoing | undefined {
  return discard(clientId);
}

/** Gives a message other words; it is in the composer until the server has them (rule D19). */
export function saveEdit(conversationId: ConversationId, entryId: EntryId, text: string): void {
  void revise(conversationId, entryId, text);
}

/** Leaves the edit of a message. What was asked and had no answer is not asked again. */
export function leaveEdit(conversationId: ConversationId, entryId: EntryId): void {
  endEdit(conversationId, entryId);
  leaveRevision(entryId);
}

/** Puts away why an edit or a recall was refused: it was told, or other words are being written. */
export function dismissRefusal(entryId: EntryId): void {
  leaveRevision(entryId);
}

/** Takes a message back from where it was said (rule D19). */
export function recallMessage(conversationId: ConversationId, entryId: EntryId): void {
  void revise(conversationId, entryId, null);
}

/** Reads what a message said before it was edited or recalled; for leads and admins. */
export function readVersions(entryId: EntryId): Promise<Answer<AgentOutput<'message:versions'>>> {
  return request('message:versions', { entryId });
}
