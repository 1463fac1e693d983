import type { AgentRef, AgentRole, Presence } from '#shared/domain/agent';
import type { ChannelKind } from '#shared/domain/channel';
import type { ConversationSummary, PastConversation } from '#shared/domain/conversation';
import type { Outcome } from '#shared/domain/disposition';
import type { Author, Content, Delivery, EntryBody } from '#shared/domain/entry';
import type { HandoffState, HandoffTrigger } from '#shared/domain/handoff';
import type { AgentId, ChannelId, ClientId, ConversationId, CustomerId, EntryId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';
import type { ConversationMood, MessageMood, MoodLabel } from '#shared/domain/mood';
import type { QueuePlace } from '#shared/domain/queue-order';
import type { CommandKey, CommandLog } from '../../runtime/command.ts';
import type { JobQueue } from '../../runtime/jobs.ts';
import type { Viewer } from './visibility.ts';

/** A conversation as it is stored, with the names that its summary shows. */
export type Conversation = {
  id: ConversationId;
  version: number;
  customer: ConversationSummary['customer'];
  state: HandoffState;
  owner: AgentRef | null;
  offer: { to: AgentRef; from: AgentRef | null; expiresAt: Date; comment: string } | null;
  channelId: ChannelId;
  channelKind: ChannelKind;
  identityId: string;
  language: Language;
  mood: ConversationMood;
  worstScore: number;
  place: QueuePlace | null;
  /** When the customer asked for the person who has not yet finished with them; kept while an agent has the word. */
  waitingSince: Date | null;
  /** When the customer was told to expect a person. */
  expectedAt: Date | null;
  trigger: HandoffTrigger | null;
  /** Turns in a row at which the bot found no answer. */
  botFailures: number;
  /** The customer said so since the conversation last came to the bot, whatever it was handed off for. */
  hasAskedForPerson: boolean;
  wasReturned: boolean;
  assignedAt: Date | null;
  unansweredSince: Date | null;
  unread: number;
  ownerSeenSeq: number;
  seq: number;
  /** Of the latest edit or recall; 0 without one. */
  revisedSeq: number;
  customerSeq: number;
  /** How far the customer's side has received and read, and the shop's side has read, as the customer's sequence. */
  deliveredSeq: number;
  readSeq: number;
  shopReadSeq: number;
  firstLine: string;
  last: ConversationSummary['last'];
  openedAt: Date;
  /** When the latest entry of the log was made. */
  latestAt: Date;
  closedAt: Date | null;
  closedBy: AgentId | null;
  outcome: Outcome | null;
  causeCode: string | null;
  closeComment: string;
};

/** What a conversation is opened with. */
export type NewConversation = Pick<
  Conversation,
  'id' | 'channelId' | 'identityId' | 'language' | 'openedAt'
> & {
  customerId: CustomerId;
};

/** An entry as the log keeps it. `delivery` stands beside the body because it moves on. */
export type LogEntry = {
  id: EntryId;
  conversationId: ConversationId;
  seq: number;
  customerSeq: number | null;
  at: Date;
  author: Author;
  authorKey: string;
  clientId: ClientId | null;
  channelId: ChannelId | null;
  body: EntryBody;
  delivery: Delivery | null;
};

/** A part of the log: at most `limit` entries nearest to the bound, returned in ascending order. */
export type LogPart = { before?: number; after?: number; limit: number };

/** Who has spoken after some seq: how often the customer, but for what they took back, and whether the bot has said something or left a draft. */
export type SpokenAfter = { customerMessages: number; hasBotSaid: boolean; hasBotDrafted: boolean };

/** Who reads, when, and how much. */
export type Reader = { viewer: Viewer; now: Date; limit: number };

/** Where words were found. */
export type SearchHit = { conversation: Conversation; snippet: string };

export type ConversationRepository = {
  find(id: ConversationId): Promise<Conversation | null>;
  /** The same, its row locked until the transaction ends. */
  lock(id: ConversationId): Promise<Conversation | null>;
  /** The open conversation in which the owner of this identity speaks, locked: the identity's own first, else the customer's latest. */
  lockOpenOf(identityId: string): Promise<Conversation | null>;
  /** Locks whoever stands behind the identity now, so that one conversation is opened, not two; `null` for an unknown identity. */
  lockCustomerOf(identityId: string): Promise<{ customerId: CustomerId; language: Language } | null>;
  channelKind(id: ChannelId): Promise<ChannelKind>;
  /** The same of a channel on which the customer is known and messages can go out; `null` of any other. */
  reachableKind(customerId: CustomerId, id: ChannelId): Promise<ChannelKind | null>;
  /** Adds the row and reads it back with its names. */
  open(conversation: NewConversation): Promise<Conversation>;
  /** Writes the row and appends the entries in one statement; the row must be locked by this transaction. */
  save(conversation: Conversation, entries: readonly LogEntry[]): Promise<void>;
  hasOpen(customerId: CustomerId): Promise<boolean>;
  /** The customer's open one, else the latest. */
  findCurrentOf(customerId: CustomerId): Promise<Conversation | null>;
  /** The customer's, newest first. */
  listOfCustomer(customerId: CustomerId, limit: number): Promise<Conversation[]>;
  /** The customer's opened before that one, newest first; only what `mayRead` allows. */
  listOlder(customerId: CustomerId, than: ConversationId, reader: Reader): Promise<Conversation[]>;
  /** For the profile, newest first; only what `mayRead` allows. */
  listPast(customerId: CustomerId, reader: Reader): Promise<PastConversation[]>;
  /** What `isInWorkspace` says of all conversations, by ascending id, behind one of them or from the first. */
  listWorkspace(
    viewer: Viewer,
    part: { now: Date; after: ConversationId | null; limit: number },
  ): Promise<Conversation[]>;
  /** Changed by a transaction not known to be finished at the cursor; at most `limit`. */
  listChangedSince(xid: string, limit: number): Promise<Conversation[]>;
  /** The database's own id and the oldest transaction that may still change something. */
  readCursor(): Promise<{ system: string; xid: string }>;
  /** Conversations and customers by name, order number, phone or words said; only what `mayRead` allows. */
  search(query: string, viewer: Viewer, options: { now: Date; limit: number }): Promise<SearchHit[]>;
  /** Worth of the customer's latest order that is still under way; 0 without one. */
  openOrderFen(customerId: CustomerId): Promise<number>;
};

/** The moods as the model scored them, oldest first, and what agents said against them, oldest first. */
export type MoodLog = {
  moods: { entryId: EntryId; mood: MessageMood }[];
  corrections: { entryId: EntryId; label: MoodLabel }[];
};

export type MoodCorrection = {
  entryId: EntryId;
  agentId: AgentId;
  label: MoodLabel;
  text: string;
  language: Language;
  at: Date;
};

export type EntryRepository = {
  list(conversationId: ConversationId, part: LogPart): Promise<LogEntry[]>;
  /** What the customer may see; bounds are customer sequences. */
  listForCustomer(conversationId: ConversationId, part: LogPart): Promise<LogEntry[]>;
  find(id: EntryId): Promise<LogEntry | null>;
  /** The same, held: nobody revises it until the transaction ends. */
  findHeld(id: EntryId): Promise<LogEntry | null>;
  /** What was said after this seq. */
  spokenAfter(conversationId: ConversationId, seq: number): Promise<SpokenAfter>;
  /** The customer's sequence up to this seq, and how many of the customer's messages come after it. */
  seenUpTo(conversationId: ConversationId, seq: number): Promise<{ customerSeq: number; unread: number }>;
  /** Whether the customer took something back after this seq. */
  hasRecalledAfter(conversationId: ConversationId, seq: number): Promise<boolean>;
  setDelivery(id: EntryId, delivery: Delivery): Promise<void>;
  listMoods(conversationId: ConversationId): Promise<MoodLog>;
  addMoodCorrection(correction: MoodCorrection): Promise<void>;
};

/** What decides whether a message can be revised: read under its conversation's lock, so that no attempt to send it begins meanwhile. */
export type Revisable = {
  /** How long ago it was committed, by the database's clock at both ends. */
  ageMs: number;
  /** Whether its channel takes revisions of what has left. */
  isTakenBack: boolean;
  /** Whether an attempt to send it was ever begun, and one has not ended. */
  wasTried: boolean;
  isBeingTried: boolean;
};

/** What a conversation's row shows of its log: the last thing said by anybody and by the shop, and of what the customer said and still stands the first and the last. */
export type Showing = Record<'last' | 'lastOfShop' | 'firstOfCustomer' | 'lastOfCustomer', LogEntry | null>;

/** What a message said, until when, and who revised it then. */
export type MessageVersion = { content: Content; at: Date; by: Author };

/** The stored answer of a command. */
export type KeptAnswer = { key: Pick<CommandKey, 'authorKey' | 'clientId'>; result: unknown };

/** Everything that a revision reads and writes beside row and log (rule D19). */
export type RevisionRepository = {
  readRevisable(id: EntryId): Promise<Revisable>;
  keepVersion(entryId: EntryId, version: MessageVersion): Promise<void>;
  listVersions(entryId: EntryId): Promise<MessageVersion[]>;
  /** Entries behind the message that repeat or quote its words: its earlier revisions, and records of handoffs. */
  listRepeating(message: LogEntry): Promise<LogEntry[]>;
  /** Writes these bodies in place of what is there; the record of a handoff also where it is kept beside the log. */
  rewrite(entries: readonly LogEntry[]): Promise<void>;
  readShowing(conversationId: ConversationId): Promise<Showing>;
  /** Whether a person was awaited or there when this was said, so that it counted as unread. */
  wasForPerson(message: LogEntry): Promise<boolean>;
  /** Notes that words of the conversation were revised. */
  markRevised(conversationId: ConversationId, seq: number): Promise<void>;
  /** The stored answers in which the message, or its conversation while it showed the message, may stand. */
  listAnswers(message: LogEntry): Promise<KeptAnswer[]>;
  setAnswer(answer: KeptAnswer): Promise<void>;
  /** Forgets what was learned from a message, and what learning keeps of its conversation for which `isQuoting` holds. */
  forgetLearned(message: LogEntry, isQuoting: (text: string) => boolean): Promise<void>;
  /** The message that a channel brought under this command; `sender` is who the customer is on that channel. */
  findReceived(key: CommandKey, sender: string): Promise<{ entryId: EntryId; isFromSender: boolean } | null>;
  /** Remembers a recall in the place of the message's own answer; false when something is there already. */
  rememberEarly(key: CommandKey, recall: EarlyRecall): Promise<boolean>;
  /** What stands in the place of an answer, locked: whoever comes next sees what became of it. */
  lockAnswer(key: CommandKey): Promise<unknown>;
  /** Whether the identity is called by one of these names on its channel. */
  isCalled(identityId: string, names: readonly string[]): Promise<boolean>;
};

/** What stands in the place of a message's answer while recalls of it have come and the message has not: who took it back. */
export type EarlyRecall = { recalledBy: readonly string[] };

/** Messages on their way out, as revisions need them; the rest is the delivery module's. */
export type WaitingRepository = {
  listWaiting(conversationId: ConversationId, channelId: ChannelId): Promise<{ id: EntryId }[]>;
};

/** What the bot keeps between its turns: its own state, and what it knows that a person would want to know. */
export type DialogueRecord = { dialogue: unknown; facts: unknown };

export type DialogueRepository = {
  read(conversationId: ConversationId): Promise<DialogueRecord | null>;
  write(conversationId: ConversationId, record: DialogueRecord, at: Date): Promise<void>;
};

/** Staff as conversations need them; accounts and presence are the agents module's. */
export type StaffMember = AgentRef & {
  role: AgentRole;
  capacity: number;
  presence: Presence;
  presenceAt: Date;
  isActive: boolean;
};

export type StaffRepository = {
  find(id: AgentId): Promise<StaffMember | null>;
  /** The same, locked: whoever counts this person's conversations decides alone. */
  lock(id: AgentId): Promise<StaffMember | null>;
};

/** The first answer of a person after a handoff; the record itself is the handoff module's. */
export type FirstResponseRepository = {
  /** Stamps the running handoff unless it was answered before. */
  markFirstResponse(conversationId: ConversationId, at: Date): Promise<void>;
};

/** What this module needs of storage, bound to one transaction. */
export type ConversationStore = {
  conversations: ConversationRepository;
  entries: EntryRepository;
  revisions: RevisionRepository;
  deliveries: WaitingRepository;
  dialogues: DialogueRepository;
  staff: StaffRepository;
  handoffs: FirstResponseRepository;
  commands: CommandLog;
  jobs: JobQueue;
};
