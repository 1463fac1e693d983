/**
 * What happened, as it was written down: by the clients while they worked, and by a fresh reader in the end. Clients, agents among them, have
 * numbers from 1. A client's messages have dense numbers of their own, `n` from 1, which their texts carry. Conversations and entries are known by
 * the numbers that `numberOf` makes of their ids, so that a million of them stays small.
 */

/** One line of what clients wrote down; each client's lines are in the order in which it wrote them. */
export type Told =
  /** The client put it in its outbox. */
  | { type: 'sent'; client: number; n: number }
  /** The server said that it is kept, and where. `seq` is the sequence that this client sees. */
  | { type: 'acknowledged'; client: number; n: number; conversation: number; seq: number; mark: number }
  /** The client gave it up and shows it as unsent. */
  | { type: 'unsent'; client: number; n: number }
  /** The client took it into its view. */
  | { type: 'shown'; client: number; conversation: number; seq: number; mark: number }
  /** The answer to a claim, and between which moments it was under way: who has the conversation, or for losers, who is being asked to take it. */
  | { type: 'claimed'; client: number; conversation: number; owner: number; from: number; until: number }
  /** The answer to any step showed the conversation as it was after the entry `seq`; when it came, in milliseconds. */
  | { type: 'learned'; client: number; conversation: number; seq: number; at: number };

/** What an entry of the log is about. */
export type StoredBody =
  | { type: 'said'; client: number; n: number }
  | { type: 'said-by-bot' }
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

/** A view that was to be complete in the end. */
export type View = { client: number; conversation: number };

/** Everything that is judged. */
export type History = {
  /** The clients that see the customers' sequence; all others see the staff's. */
  customers: ReadonlySet<number>;
  stored: Iterable<StoredConversation>;
  told: Iterable<Told>;
  views: Iterable<View>;
};

/** The last 48 bits of a UUID of version 4 or 7, which are random: two of a history are the same with a chance of one in 10^8 for a million ids. */
export function numberOf(id: string): number {
  return Number.parseInt(id.slice(-12), 16);
}
