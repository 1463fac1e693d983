import type { Membership } from '#shared/domain/conversation';
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
  state: 'bot' | 'waiting' | 'offered' | 'agent' | 'closed';
  customer: { id: CustomerId; name: string; membership: Membership; isVerified: boolean };
  language: Language;
  mood: ConversationMood;
  /** A person had it and handed it back (rule H6). */
  wasReturned: boolean;
  /** Up to 40 latest lines, ascending. */
  transcript: SpokenLine[];
  /** What the bot stored with its last answer; `null` at first. */
  dialogue: unknown;
};

/** Why a person is asked for, and what that person should know at once (rule H1). */
export type HandoffWish = {
  trigger: HandoffTrigger;
  confidence: number;
  intent: string | null;
  entities: { type: string; value: string }[];
  tried: Phrase[];
  openQuestion: string | null;
  promises: string[];
  suggestedReply: string | null;
};

/** What the bot says at the end of a turn. `inReplyToSeq` is the last customer message that it answers. */
export type BotSaying = {
  conversationId: ConversationId;
  inReplyToSeq: number;
  replies: Content[];
  dialogue: unknown;
  handoff?: HandoffWish;
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
