/**
 * What happened, as it was written down: by the clients while they worked, and by a fresh reader in the end. Clients, agents among them, have
 * numbers from 1. A client's messages have dense numbers of their own, `n` from 1, which their texts carry. Conversations and entries are known by
 * the numbers that `numberOf` makes of their ids, so that a million of them stays small.
 */

/**
 * The words of a message: those with which it was first said (0), those that a later revision gave it (its author's number of that revision, from 1),
 * or none any more.
 */
export type Words = number;
export const FIRST_WORDS: Words = 0;
export const RECALLED: Words = -1;

/** One line of what clients wrote down; each client's lines are in the order in which it wrote them. */
export type Told =
  /** The client put it in its outbox: a message, or the revision of one (rule D19), which take their numbers from one row. */
  | { type: 'sent'; client: number; n: number }
  /** What it put there takes a message back; any other revision is new words. */
  | { type: 'recalling'; client: number; n: number }
  /** The server said that it is kept, and where. `seq` is the sequence that this client sees. */
  | { type: 'acknowledged'; client: number; n: number; conversation: number; seq: number; mark: number }
  /** The client gave it up and shows it as unsent. */
  | { type: 'unsent'; client: number; n: number }
  /** The client took it into its view; with which words, if it is a message. */
  | { type: 'shown'; client: number; conversation: number; seq: number; mark: number; words: Words }
  /** From here on the view shows other words at this place. */
  | { type: 'reads'; client: number; conversation: number; seq: number; words: Words }
  /** The answer to a claim, and between which moments it was under way: who has the conversation, or for losers, who is being asked to take it. */
  | { type: 'claimed'; client: number; conversation: number; owner: number; from: number; until: number }
  /** The answer to any step showed the conversation as it was after the entry `seq`; when it came, in milliseconds. */
  | { type: 'learned'; client: number; conversation: number; seq: number; at: number };

/** What an entry of the log is about. */
export type StoredBody =
  | { type: 'said'; client: number; n: number; words: Words }
  | { type: 'said-by-bot'; words: Words }
  /** The client's revision of the message with the mark `of`; `words` as that message has them now. */
  | { type: 'revised'; client: number; n: number; of: number; words: Words }
  /** What the bot said too late: shown to the agent alone (rule H4). */
  | { type: 'bot-draft' }
  | { type: 'handoff-requested' }
  | { type: 'assigned'; agent: number; how: 'claim' | 'accept' | 'take-over' | 'reopen' }
  | { type: 'released'; agent: number; hadIt: boolean }
  | { type: 'offered'; to: number }
  | { type: 'returned' }
  | { type: 'closed' }
  | { type: 'other' };

/** An entry as a fresh reader finds it. `at` in milliseconds. */
export type StoredEntry = {
  seq: number;
  customerSeq: number | null;
  mark: number;
  at: number;
  body: StoredBody;
};

/** A conversation as a fresh reader finds it: its row, and its log in the order of its sequence. */
export type StoredConversation = {
  conversation: number;
  seq: number;
  customerSeq: number;
  owner: number | null;
  entries: readonly StoredEntry[];
};

/** Words of a message that somebody finds anywhere in the database, save where what was said before is kept on purpose. */
export type FoundWords = { where: string; client: number; n: number; words: Words };

/** A view that was to be complete in the end. */
export type View = { client: number; conversation: number };

/** Everything that is judged. */
export type History = {
  /** The clients that see the customers' sequence; all others see the staff's. */
  customers: ReadonlySet<number>;
  stored: Iterable<StoredConversation>;
  found: Iterable<FoundWords>;
  told: Iterable<Told>;
  views: Iterable<View>;
};

/** The last 48 bits of a UUID of version 4 or 7, which are random: two of a history are the same with a chance of one in 10^8 for a million ids. */
export function numberOf(id: string): number {
  return Number.parseInt(id.slice(-12), 16);
}
