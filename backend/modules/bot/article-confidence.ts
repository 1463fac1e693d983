import type { Language } from '#shared/domain/language';
import { kindSpokenOf } from '../catalogue/index.ts';
import type { ClassifiedIntent, IntentName } from '../intent/index.ts';
import type { KnowledgeHit } from '../knowledge/index.ts';
import { sharesWord } from './article-sentence.ts';

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
 * How much it speaks against an article that the intent is of another kind, or sees nothing of the trade, in logits at full confidence. That it
 * agrees says little more than the words did. Fitted together with the curve of the search (`npm run -s models -- calibrate-search`).
 */
const weights: Record<Language, { differs: number; other: number }> = {
  zh: { differs: 1.02, other: 0.63 },
  en: { differs: 0.89, other: 0.36 },
};

/** Whether an article is of the kind that this intent speaks of. */
export function isOfIntent(article: { intent: string | null }, intent: IntentName): boolean {
  return (articleFamilies[intent] ?? []).some((family) => article.intent?.startsWith(family));
}

/** Whether two articles are about the same kind of thing, by their intents. */
export function areKin(one: string | null | undefined, other: string | null | undefined): boolean {
  return Boolean(one && other) && one?.split('.')[0] === other?.split('.')[0];
}

/** An article on which of two goods to take. It says little to whoever does not choose. */
export function isArticleOnChoice({ intent }: { intent: string | null }): boolean {
  return intent?.startsWith('product.compare') ?? false;
}

/** Whether an article on a choice may answer: not who asks whether a thing is sold, and nobody who speaks of other goods. */
export function hasThatChoice(
  { title, answer }: Pick<KnowledgeHit, 'title' | 'answer'>,
  text: string,
): boolean {
  const isOfKind = kindSpokenOf(text);
  const isNamed = (['zh', 'en'] as const).some((language) => sharesWord(text, title[language], language));
  const isAboutThem = isOfKind === null ? isNamed : isOfKind(title) || isOfKind(answer);
  const isOfOne =
    /\b(?:is|does|will|can) (?:it|this|that)\b/iu.test(text) && !/\b(?:or|than|which)\b/iu.test(text);
  return isAboutThem && !isOfOne && !asksWhetherThere.test(text);
}

const asksWhetherThere = /有没有(?!必要)|有.{1,8}[吗么]|卖|\bdo you (?:guys )?(?:have|sell|carry|stock)\b/iu;

/** The chance that an article answers, knowing also what the message wants. */
export function withIntent(
  article: { intent: string | null; confidence: number },
  { intent, confidence }: Pick<ClassifiedIntent, 'intent' | 'confidence'>,
  language: Language,
): number {
  const isJudged = intent === 'other' || intent in articleFamilies;
  if (!isJudged || isOfIntent(article, intent)) return article.confidence;
  const against = weights[language][intent === 'other' ? 'other' : 'differs'];
  return shifted(article.confidence, -against * confidence);
}

/** A chance moved by so many logits. */
export function shifted(chance: number, logits: number): number {
  const bounded = Math.min(0.999, Math.max(0.001, chance));
  return 1 / (1 + Math.exp(-(Math.log(bounded / (1 - bounded)) + logits)));
}
