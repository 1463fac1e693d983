import type { AgentId, ChannelId, ConversationId, EntryId } from '#shared/domain/ids';

/** Work that must happen though no one waits for it; stored in the command's own transaction (pg-boss), repeated with backoff until done. */
export type JobPayloads = {
  /** Let the bot answer what the customer said up to `seq`; a newer customer message supersedes it. */
  'bot-turn': { conversationId: ConversationId; seq: number };
  /** The bot's turn was given up: a person is called, however long that takes. */
  'bot-rescue': { conversationId: ConversationId; seq: number };
  /** Send one message out on its channel. */
  'channel-send': { entryId: EntryId; conversationId: ConversationId };
  /** Try the messages of a channel again that failed up to that moment, as this agent asked. */
  'undelivered-retry': { channelId: ChannelId; reason?: string; until: string; agentId: AgentId };
  /** The offer that ends at that moment goes back to the queue if nobody took it. Jobs of earlier versions mean whichever there is. */
  'offer-expiry': { conversationId: ConversationId; expiresAt?: string };
  /** An agent who vanished gives the conversations back, unless present again. */
  'lease-expiry': { agentId: AgentId; presenceAt: string };
  /** Ends the bot's conversations that nobody goes on with; comes by the clock. */
  'idle-closing': Record<string, never>;
  /** Sorts what the bot could not answer into candidates for the knowledge base; comes by the clock. */
  'learning-gathering': Record<string, never>;
  /** Learns the models anew from corrections; comes by the clock, and when somebody asks. */
  'model-retraining': Record<string, never>;
};
export type JobName = keyof JobPayloads;

/** Enqueues inside the transaction that the repositories are bound to. `delayMs` from now. */
export type JobQueue = {
  enqueue<N extends JobName>(name: N, payload: JobPayloads[N], options?: { delayMs?: number }): Promise<void>;
};

/**
 * Which try this is, counted from 1: more than that were begun before and never finished. After a last one that throws, the job is given up.
 */
export type JobAttempt = { number: number; isLast: boolean };

/** Handlers must be idempotent: a job may run again after a crash. */
export type JobHandlers = { [N in JobName]: (payload: JobPayloads[N], attempt: JobAttempt) => Promise<void> };
