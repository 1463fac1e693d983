import type { ConversationId, CustomerId, ProductId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';
import type { MoodLevel } from '#shared/domain/mood';

/** What a conversation says about what to offer in it. */
export type TalkContext = {
  customerId: CustomerId;
  language: Language;
  moodLevel: MoodLevel;
  /** The customer's latest messages, oldest first. */
  said: string[];
  /** Products whose cards were sent already, oldest first. */
  offered: ProductId[];
};

/** Who bought what: the food of “bought together”. */
export type Purchase = { orderId: string; customerId: CustomerId; productId: ProductId; at: Date };

export type RecommendationRepository = {
  readTalk(conversationId: ConversationId): Promise<TalkContext | null>;
  /** Purchases since then that were not cancelled, ascending by time. */
  listPurchases(since: Date): Promise<Purchase[]>;
  /** What this customer bought, newest first. */
  listBought(customerId: CustomerId): Promise<Purchase[]>;
  /** What this customer looked at, newest first. */
  listViewed(customerId: CustomerId): Promise<{ productId: ProductId; at: Date; times: number }[]>;
};
