import type { Cause } from '#shared/domain/disposition';
import type { ConversationId, CustomerId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';

/** What a closed conversation teaches about its root cause. `words` is all that the customer said. */
export type ClosedCase = {
  conversationId: ConversationId;
  causeCode: string;
  words: string;
  language: Language;
  /** What the bot took it for, if it handed it off. */
  intent: string | null;
  closedAt: Date;
};

/** What is known of a conversation for which causes are to be proposed. */
export type OpenCase = Pick<ClosedCase, 'words' | 'intent'> & {
  /** What the shop's books say of the customer's late order; `null` where none is late. */
  lateness: Lateness | null;
};

/** An order that is late: still in the shop, or on its way without a sign of life. */
export type Lateness = 'unsent' | 'stuck';

export type DispositionRepository = {
  /** The shop's tree of root causes, in its order. */
  listCauses(): Promise<Cause[]>;
  /** Conversations closed with a cause at or after that moment, oldest first; at most `limit`, the latest ones. */
  listClosedCases(since: Date, limit: number): Promise<ClosedCase[]>;
  readCase(id: ConversationId): Promise<(Omit<OpenCase, 'lateness'> & { customerId: CustomerId }) | null>;
};
