import type { Content } from '#shared/domain/entry';
import type { AgentId, ChannelId, ConversationId, EntryId } from '#shared/domain/ids';
import type { Language, Phrase } from '#shared/domain/language';
import type { ChannelTrouble, Undelivered } from '#shared/domain/undelivered';
import type { ConversationStore } from '../conversations/index.ts';

/**
 * What came of one try to hand a message to its channel. `sent`: taken. `failed`: refused for good. `again`: surely not taken, perhaps later.
 * `unknown`: it left, and nothing tells whether it was taken. `concerns` says whether this message met that, or the channel as a whole.
 */
export type SendOutcome =
  | { state: 'sent' }
  | { state: 'failed'; reason: Phrase }
  | {
      state: 'again' | 'unknown';
      reason: Phrase;
      concerns: 'message' | 'channel';
      /** How long the channel asked to be left alone. */
      retryAfterMs?: number;
    };

/** One try, recorded before it is made. Without `endedAt` it is under way, or was cut off. */
export type Attempt = { number: number; beganAt: Date; endedAt: Date | null };

/** A channel that took nothing when it was last tried. */
export type ChannelOutage = { since: Date; failures: number; nextTryAt: Date; reason: Phrase };

/** A message that waits for its channel, and since when: it was said, or asked for again. */
export type Waiting = { id: EntryId; since: Date };

/** Whose undelivered messages: those of an agent's own conversations, or all (`null`). */
export type UndeliveredOf = AgentId | null;

/** Which undelivered messages. */
export type UndeliveredChoice = {
  of: UndeliveredOf;
  channelId?: ChannelId | undefined;
  reason?: string | undefined;
};

/** An undelivered message as it is stored. */
export type UndeliveredRow = Omit<Undelivered, 'preview' | 'at' | 'triedAt'> & {
  content: Content;
  language: Language;
  at: Date;
  triedAt: Date | null;
};

export type DeliveryRepository = {
  /** What time it is in the database, for attempts and rests: the nodes' clocks need not agree (rule D10). */
  now(): Promise<Date>;
  lastAttempt(entryId: EntryId): Promise<Attempt | null>;
  /** How many attempts began at that time or later. */
  countAttempts(entryId: EntryId, since: Date): Promise<number>;
  addAttempt(attempt: { entryId: EntryId; number: number; key: string; at: Date }): Promise<void>;
  /** Notes what came of an attempt; what was noted before is replaced only by `sent`, the one news that can't be wrong. */
  endAttempt(end: { entryId: EntryId; number: number; at: Date; outcome: SendOutcome }): Promise<void>;
  /** The messages of a conversation that wait for this channel, in the order in which they were said. */
  listWaiting(conversationId: ConversationId, channelId: ChannelId): Promise<Waiting[]>;
  readOutage(channelId: ChannelId): Promise<ChannelOutage | null>;
  /** The same, locked: whoever changes it decides alone. */
  lockOutage(channelId: ChannelId): Promise<ChannelOutage | null>;
  noteOutage(channelId: ChannelId, outage: ChannelOutage): Promise<void>;
  endOutage(channelId: ChannelId): Promise<void>;
  /** The channel may be tried at once. */
  endRest(channelId: ChannelId, now: Date): Promise<void>;
  countUndelivered(of: UndeliveredOf): Promise<number>;
  listUndelivered(
    choice: UndeliveredChoice & { before?: EntryId | undefined; limit: number },
  ): Promise<UndeliveredRow[]>;
  listTroubles(of: UndeliveredOf): Promise<ChannelTrouble[]>;
  countReasons(of: UndeliveredOf): Promise<{ code: string; count: number }[]>;
  /** Messages that failed and were last tried up to that moment, conversation by conversation in the order in which they were said. */
  listFailed(choice: FailedChoice): Promise<{ entryId: EntryId; conversationId: ConversationId }[]>;
};

/** The failed messages of one channel, up to a moment. */
export type FailedChoice = { channelId: ChannelId; reason?: string | undefined; until: Date };

/** What this module needs of storage, bound to one transaction. */
export type DeliveryStore = Omit<ConversationStore, 'deliveries'> & { deliveries: DeliveryRepository };
