import type { CardRequest } from '#shared/domain/card';
import type { ConversationSummary, PastConversation } from '#shared/domain/conversation';
import type { Entry } from '#shared/domain/entry';
import type { AgentId, ChannelId, ConversationId, CustomerId, EntryId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';
import type { MoodLabel } from '#shared/domain/mood';
import type { CustomerConversation } from '#shared/protocol/customer-requests';
import type { AgentActor, CustomerActor } from '../../runtime/actor.ts';
import type { CommandKey } from '../../runtime/command.ts';
import { announceOf } from './announce.ts';
import { actOnCard } from './card-actions.ts';
import { type Receipt, setMessageReceipt, setReceipt, setSeen } from './delivery.ts';
import {
  type IncomingMessage,
  type IncomingPorts,
  type ReceivedMessage,
  receiveMessage,
} from './incoming.ts';
import { correctMood } from './mood-correction.ts';
import {
  type Appended,
  addNote,
  type OutgoingPorts,
  type Reply,
  type StaffCommand,
  sendCard,
  sendMessage,
} from './outgoing.ts';
import type { ConversationStore, LogPart, MessageVersion } from './ports.ts';
import {
  type CustomerPage,
  currentOfCustomer,
  type EntryPage,
  listEntries,
  listForCustomer,
  listOfCustomer,
  type OnFound,
  openConversation,
  type ReadingPorts,
  readTimeline,
  searchConversations,
} from './reading.ts';
import {
  editMessage,
  listVersions,
  type ReceivedRecall,
  type RevisionPorts,
  recallMessage,
  recallOwnMessage,
  receiveRecall,
} from './revisions.ts';
import type { Viewer } from './visibility.ts';
import { syncWorkspace, type WorkspacePart } from './workspace.ts';

export type ConversationPorts = IncomingPorts &
  OutgoingPorts &
  RevisionPorts &
  ReadingPorts & { store: Pick<ConversationStore, 'revisions'> };

/** The log of what is said: takes messages in and out, keeps how far each side has come, and reads it back for staff and customers. */
export type ConversationService = {
  receiveMessage(message: IncomingMessage): Promise<ReceivedMessage>;
  sendMessage(
    command: Reply & { text: string; seenSeq: number | null; isDrafted?: boolean },
  ): Promise<Appended>;
  sendCard(command: Reply & { card: CardRequest }): Promise<Appended>;
  /** Edits and recalls (rule D19). The answer's entry is the revision. */
  editMessage(command: StaffCommand & { entryId: EntryId; text: string }): Promise<Appended>;
  recallMessage(command: StaffCommand & { entryId: EntryId }): Promise<Appended>;
  recallOwnMessage(command: {
    actor: CustomerActor;
    key: CommandKey;
    entryId: EntryId;
  }): Promise<{ entry: Entry; language: Language }>;
  receiveRecall(recall: ReceivedRecall): Promise<EntryId | null>;
  listVersions(actor: AgentActor, entryId: EntryId): Promise<(Omit<MessageVersion, 'at'> & { at: string })[]>;
  addNote(command: StaffCommand & { text: string }): Promise<Appended>;
  correctMood(command: StaffCommand & { entryId: EntryId; label: MoodLabel }): Promise<Appended>;
  actOnCard(command: {
    actor: CustomerActor;
    key: CommandKey;
    entryId: EntryId;
    action: 'opened' | 'buy';
  }): Promise<Record<string, never>>;
  setReceipt(receipt: Receipt): Promise<void>;
  setMessageReceipt(receipt: {
    channelId: ChannelId;
    entryId: EntryId;
    state: 'delivered' | 'read';
  }): Promise<void>;
  setSeen(seen: { actor: AgentActor; conversationId: ConversationId; seq: number }): Promise<void>;
  syncWorkspace(viewer: Viewer, cursor: string | null): Promise<WorkspacePart>;
  open(
    viewer: Viewer,
    input: { conversationId: ConversationId; limit: number },
  ): Promise<{ conversation: ConversationSummary; page: EntryPage }>;
  listEntries(viewer: Viewer, input: LogPart & { conversationId: ConversationId }): Promise<EntryPage>;
  readTimeline(
    viewer: Viewer,
    input: { customerId: CustomerId; olderThan: ConversationId; limit: number; onFound?: OnFound },
  ): Promise<{ conversations: { conversation: ConversationSummary; entries: Entry[] }[]; hasMore: boolean }>;
  search(
    viewer: Viewer,
    input: { query: string; limit: number },
  ): Promise<{ hits: { conversation: ConversationSummary; snippet: string }[] }>;
  /** Whom this agent serves in that conversation now; `null` when it is not theirs. */
  customerServedBy(agentId: AgentId, conversationId: ConversationId): Promise<CustomerId | null>;
  /** For the customer's profile: what this person may read, newest first. */
  listPast(viewer: Viewer, customerId: CustomerId, limit: number): Promise<PastConversation[]>;
  /** Tells the customer's open conversations anew: a name or a standing has changed. */
  announceOf(customerId: CustomerId): Promise<void>;
  currentOfCustomer(customerId: CustomerId): Promise<CustomerConversation | null>;
  listOfCustomer(customerId: CustomerId, limit: number): Promise<CustomerConversation[]>;
  listForCustomer(
    customerId: CustomerId,
    input: LogPart & { conversationId?: ConversationId },
  ): Promise<CustomerPage>;
};

/** Conversations over their storage. */
export function createConversationService(ports: ConversationPorts): ConversationService {
  return {
    receiveMessage: (message) => receiveMessage(ports, message),
    sendMessage: (command) => sendMessage(ports, command),
    sendCard: (command) => sendCard(ports, command),
    editMessage: (command) => editMessage(ports, command),
    recallMessage: (command) => recallMessage(ports, command),
    recallOwnMessage: (command) => recallOwnMessage(ports, command),
    receiveRecall: (recall) => receiveRecall(ports, recall),
    listVersions: (actor, entryId) => listVersions(ports, actor, entryId),
    addNote: (command) => addNote(ports, command),
    correctMood: (command) => correctMood(ports, command),
    actOnCard: (command) => actOnCard(ports, command),
    setReceipt: (receipt) => setReceipt(ports, receipt),
    setMessageReceipt: (receipt) => setMessageReceipt(ports, receipt),
    setSeen: (seen) => setSeen(ports, seen),
    syncWorkspace: (viewer, cursor) => syncWorkspace(ports, viewer, cursor),
    open: (viewer, input) => openConversation(ports, viewer, input),
    listEntries: (viewer, input) => listEntries(ports, viewer, input),
    readTimeline: (viewer, input) => readTimeline(ports, viewer, input),
    search: (viewer, input) => searchConversations(ports, viewer, input),
    async customerServedBy(agentId, conversationId) {
      const conversation = await ports.store.conversations.find(conversationId);
      return conversation?.owner?.id === agentId ? conversation.customer.id : null;
    },
    listPast: (viewer, customerId, limit) =>
      ports.store.conversations.listPast(customerId, { viewer, now: ports.clock.now(), limit }),
    announceOf: (customerId) => announceOf(ports, customerId),
    currentOfCustomer: (customerId) => currentOfCustomer(ports, customerId),
    listOfCustomer: (customerId, limit) => listOfCustomer(ports, customerId, limit),
    listForCustomer: (customerId, input) => listForCustomer(ports, customerId, input),
  };
}
