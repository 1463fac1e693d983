import type { Language, Localized } from '#shared/domain/language';

/** The chapters of the knowledge base. */
export type ChapterId =
  | 'shipping'
  | 'orders'
  | 'payment'
  | 'invoice'
  | 'membership'
  | 'returns'
  | 'warranty'
  | 'sizes'
  | 'care'
  | 'products'
  | 'stock'
  | 'account'
  | 'service';

/** What the bot may say to a question, in both languages. */
export interface Article {
  /** A slug, unique in the knowledge base. */
  readonly id: string;
  readonly chapter: ChapterId;
  /** What the customer wants, e.g. `shipping.fee`; several articles may share one. */
  readonly intent: string;
  readonly tags: readonly string[];
  readonly title: Localized;
  /** How customers ask it, as they type: at least four in each language. */
  readonly questions: Readonly<Record<Language, readonly string[]>>;
  /** One to four sentences. */
  readonly answer: Localized;
}
