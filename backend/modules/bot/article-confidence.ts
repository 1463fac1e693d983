import type { Language } from '#shared/domain/language';
import type { ClassifiedIntent, IntentName } from '../intent/index.ts';

/** Which of the shop's articles an intent speaks of, by the beginning of their intent. */
const articleFamilies: Partial<Record<IntentName, readonly string[]>> = {
  'order-status': ['shipping.'],
  'shipping-time': ['shipping.'],
  return: ['return.'],
  exchange: ['return.exchange', 'return.'],
  'refund-status': ['refund.'],
  'cancel-order': ['order.cancel'],
  'change-address': ['order.change'],
  'product-question': ['product.', 'size.', 'care.'],
  stock: ['stock.'],
  price: ['coupon.', 'order.price', 'membership.', 'points.'],
  invoice: ['invoice.'],
  payment: ['payment.'],
  warranty: ['warranty.'],
  account: ['account.', 'membership.', 'points.'],
};

/**
 * How much an intent that agrees speaks for an article, and one that disagrees or sees nothing of the trade against it, in logits at full
 * confidence. The English intents know fewer of a shop's subjects, so less is made of what they say.
 */
const weights: Record<Language, { agrees: number; differs: number; other: number }> = {
  zh: { agrees: 1, differs: 0.5, other: 1 },
  en: { agrees: 0.8, differs: 0.2, other: 0.2 },
};

/** Whether an article is of the kind that this intent speaks of. */
export function isOfIntent(article: { intent: string | null }, intent: IntentName): boolean {
  return (articleFamilies[intent] ?? []).some((family) => article.intent?.startsWith(family));
}

/** The chance that an article answers, knowing also what the message wants: what both models see is surer than what one sees. */
export function withIntent(
  article: { intent: string | null; confidence: number },
  { intent, confidence }: Pick<ClassifiedIntent, 'intent' | 'confidence'>,
  language: Language,
): number {
  const own = weights[language];
  const isJudged = intent === 'other' || intent in articleFamilies;
  if (!isJudged) return article.confidence;
  const against = intent === 'other' ? own.other : own.differs;
  const shift = isOfIntent(article, intent) ? own.agrees : -against;
  return shifted(article.confidence, shift * confidence);
}

/** A chance moved by so many logits. */
function shifted(chance: number, logits: number): number {
  const bounded = Math.min(0.999, Math.max(0.001, chance));
  return 1 / (1 + Math.exp(-(Math.log(bounded / (1 - bounded)) + logits)));
}
