import type { Membership } from '#shared/domain/conversation';
import type { Order } from '#shared/domain/customer';
import type { Content } from '#shared/domain/entry';
import type { HandoffTrigger } from '#shared/domain/handoff';
import type { ConversationId, CustomerId } from '#shared/domain/ids';
import type { Language, Phrase } from '#shared/domain/language';
import type { ConversationMood } from '#shared/domain/mood';

/** One line of what was said, as the bot reads it. Cards and notices come as what stood on them. */
export type SpokenLine = {
  seq: number;
  author: 'customer' | 'bot' | 'agent' | 'system';
  text: string;
};

/** A conversation as the bot reads it before a turn. */
export type BotView = {
  conversationId: ConversationId;
  /** The last entry of its log. */
  seq: number;
  state: 'bot' | 'waiting' | 'offered' | 'agent' | 'closed';
  customer: { id: CustomerId; name: string; membership: Membership; isVerified: boolean };
  language: Language;
  mood: ConversationMood;
  /** A person had it and handed it back (rule H6). */
  wasReturned: boolean;
  /** That was so lately that only the customer's own wish leads to a person again. */
  isCooling: boolean;
  /** An agent is online now. */
  isStaffed: boolean;
  /** The latest lines, ascending. */
  transcript: SpokenLine[];
  /** What the bot stored with its last turn; `null` at first and after a person handed back. */
  dialogue: unknown;
};

/** What a person who steps in should know at once (rule H1). */
export type HandoffFacts = {
  confidence: number;
  intent: string | null;
  entities: { type: string; value: string }[];
  tried: Phrase[];
  promises: string[];
  /** The order that it is about, as the shop's books say. */
  order: {
    number: string;
    status: Order['status'];
    paidDays: number;
    lateHours: number;
  } | null;
};

/** What the bot says at the end of a turn. `inReplyToSeq` is the last customer message that it answers. */
export type BotSaying = {
  conversationId: ConversationId;
  inReplyToSeq: number;
  /** The last entry of the log when it was read. */
  readUpTo: number;
  replies: Content[];
  dialogue: unknown;
  /** Misses in a row; they count for the place in the queue. */
  failures: number;
  /** Kept with every turn, because a person may step in without the bot asking. */
  facts: HandoffFacts;
  /** What the knowledge base was asked and what came of it; `seq` is that of the line with the question. */
  answer?: {
    seq: number;
    question: string;
    language: Language;
    intent: string | null;
    articleId: string | null;
    confidence: number;
    outcome: 'answered' | 'unanswered';
  };
  /** The line whose answer did not help, as the customer has just said. */
  rejectedSeq?: number;
  /** A person is needed. */
  handoff?: HandoffFacts & { trigger: HandoffTrigger; reasons: Phrase[] };
};

/** The bot's door to the conversations: one read, one write in one transaction. */
export type BotConversations = {
  readForBot(conversationId: ConversationId): Promise<BotView | null>;
  /**
   * `said`: in the log. `drafted`: the conversation left the bot meanwhile, an agent sees a draft (rule H4). `superseded`: the customer has
   * said more since, and the turn for that will answer; nothing was stored.
   */
  sayAsBot(saying: BotSaying): Promise<'said' | 'drafted' | 'superseded'>;
};
