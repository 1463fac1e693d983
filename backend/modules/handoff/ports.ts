import type { HandoffRecord, HandoffTrigger } from '#shared/domain/handoff';
import type { AgentId, ConversationId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';
import type { Conversation, ConversationStore, StaffMember } from '../conversations/index.ts';
import type { DispositionRepository } from '../dispositions/index.ts';

/** How a human stretch ended. */
export type HandoffEnd = 'returned' | 'closed' | 'bot-resumed';

/** A human stretch of a conversation as it begins (rule H1). */
export type NewHandoff = {
  conversationId: ConversationId;
  requestedAt: Date;
  trigger: HandoffTrigger;
  record: HandoffRecord;
};

export type HandoffRepository = ConversationStore['handoffs'] & {
  begin(handoff: NewHandoff): Promise<void>;
  /** Names the agent of the running handoff and stamps the first claim. */
  claim(conversationId: ConversationId, agentId: AgentId, at: Date): Promise<void>;
  end(conversationId: ConversationId, how: HandoffEnd, at: Date): Promise<void>;
  /** The handoff that ended with the close runs on; false where the bot alone had the conversation when it was closed. */
  resume(conversationId: ConversationId): Promise<boolean>;
  /** How long the latest claimed ones waited, in milliseconds, newest first. */
  recentWaitsMs(since: Date, limit: number): Promise<number[]>;
};

/** A member of staff who wants a conversation, and how many they have. */
export type Taker = { member: StaffMember; active: number };

export type QueueRepository = {
  /** Those of the bot in which nothing has happened since `before`; longest first. */
  listIdleOfBot(before: Date, limit: number): Promise<ConversationId[]>;
  /** How many wait who asked before these moments, one for each urgency. */
  countAhead(askedBefore: readonly Date[]): Promise<number>;
  countOnlineAgents(): Promise<number>;
  /**
   * Who takes one of the queue, locked: of two who take for the same person at once, the second sees what the first took. `null`: there is no
   * such person.
   */
  lockTaker(agentId: AgentId): Promise<Taker | null>;
  /** All that this agent has or is offered, locked, in the order of their ids. */
  lockHeldBy(agentId: AgentId): Promise<Conversation[]>;
  /**
   * The first of the queue at this moment, locked. `skip` passes over those that somebody else holds at this moment; `wait` waits for the first one, and
   * finds nothing if it has left the queue by then.
   */
  lockHead(held: 'skip' | 'wait', now: Date): Promise<Conversation | null>;
};

/** A question that the knowledge base was asked, and what came of it. `seq` is that of the customer's last line in which it was asked. */
export type BotAnswer = {
  seq: number;
  question: string;
  language: Language;
  intent: string | null;
  /** The article that was said; `null` where none was. */
  articleId: string | null;
  /** Of the best hit, 0 to 1. */
  confidence: number;
  outcome: 'answered' | 'unanswered';
};

export type BotAnswerRepository = {
  /** Keeps what was answered, once for each line. */
  noteAnswer(answer: BotAnswer & { conversationId: ConversationId; at: Date }): Promise<void>;
  /** The customer said that it did not help, or asked the same again. Nothing happens where nothing was answered there. */
  rejectAnswer(conversationId: ConversationId, seq: number): Promise<void>;
};

/** What handoffs need of storage, bound to one transaction. */
export type HandoffStore = Omit<ConversationStore, 'handoffs'> & {
  handoffs: HandoffRepository;
  queue: QueueRepository;
  dispositions: DispositionRepository;
  botAnswers: BotAnswerRepository;
};
