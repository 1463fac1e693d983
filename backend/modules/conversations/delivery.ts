import type { ChannelId, ConversationId, CustomerId, EntryId } from '#shared/domain/ids';
import type { AgentActor } from '../../runtime/actor.ts';
import { Fault } from '../../runtime/fault.ts';
import { lockDraft, noConversation } from './access.ts';
import { append, type Draft, saveDraft } from './draft.ts';
import { inUnit, type UnitPorts } from './unit.ts';

/** How far the customer's side has come: all messages up to `seq`, a customer's sequence. */
export type Receipt = {
  customerId: CustomerId;
  conversationId: ConversationId;
  seq: number;
  state: 'delivered' | 'read';
};

/** Moves the customer's watermark; one that is behind changes nothing (rule D6). */
export async function setReceipt(ports: UnitPorts, receipt: Receipt): Promise<void> {
  await inUnit(ports, async (unit) => {
    const draft = await lockDraft(unit, receipt.conversationId);
    const { conversation } = draft;
    if (conversation.customer.id !== receipt.customerId) throw noConversation();
    if (receipt.seq > conversation.customerSeq) {
      throw new Fault('invalid-input', 'There is no message with this seq yet', { field: 'seq' });
    }
    if (advance(draft, receipt)) await saveDraft(unit, draft);
  });
}

/** A channel's receipt for one message that it was given; the watermark moves up to that message. */
export async function setMessageReceipt(
  ports: UnitPorts,
  receipt: { channelId: ChannelId; entryId: EntryId; state: 'delivered' | 'read' },
): Promise<void> {
  await inUnit(ports, async (unit) => {
    const message = await unit.entries.find(receipt.entryId);
    const draft = message && (await lockDraft(unit, message.conversationId));
    if (!message?.customerSeq || !draft || message.channelId !== receipt.channelId) {
      throw new Fault('not-found', 'There is no such message', { field: 'messageId' });
    }
    if (advance(draft, { seq: message.customerSeq, state: receipt.state })) await saveDraft(unit, draft);
  });
}

/** The owner has seen everything up to this seq: the customer is shown it as read. From anybody else it changes nothing. */
export async function setSeen(
  ports: UnitPorts,
  { actor, conversationId, seq }: { actor: AgentActor; conversationId: ConversationId; seq: number },
): Promise<void> {
  await inUnit(ports, async (unit) => {
    const draft = await lockDraft(unit, conversationId);
    const { conversation } = draft;
    if (conversation.owner?.id !== actor.agentId) return;
    const seen = Math.min(seq, conversation.seq);
    if (seen <= conversation.ownerSeenSeq && conversation.unread === 0) return;
    conversation.ownerSeenSeq = Math.max(seen, conversation.ownerSeenSeq);
    const upTo = await unit.entries.seenUpTo(conversation.id, conversation.ownerSeenSeq);
    conversation.unread = upTo.unread;
    conversation.shopReadSeq = Math.max(conversation.shopReadSeq, upTo.customerSeq);
    await saveDraft(unit, draft);
  });
}

function advance(draft: Draft, { seq, state }: Pick<Receipt, 'seq' | 'state'>): boolean {
  const { conversation } = draft;
  const reached = state === 'read' ? conversation.readSeq : conversation.deliveredSeq;
  if (seq <= reached) return false;
  conversation.deliveredSeq = Math.max(conversation.deliveredSeq, seq);
  if (state === 'read') conversation.readSeq = seq;
  append(draft, {
    author: { kind: 'customer', customerId: conversation.customer.id, name: conversation.customer.name },
    body: { type: 'receipt', customerSeq: seq, state },
  });
  return true;
}
