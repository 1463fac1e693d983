import type { Language } from '#shared/domain/language';
import type { IntentModel, IntentName } from '../intent/index.ts';
import type { KnowledgeHit, KnowledgeService } from '../knowledge/index.ts';
import { pickedChoice } from './answers.ts';
import type { Dialogue } from './dialogue.ts';
import { findEntities } from './entities.ts';
import type { Turn } from './turn.ts';

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

/** How far an agreeing intent may raise an article. */
const AGREEMENT = 0.35;

/** What the customer's words mean, as far as can be told without the shop's data. */
export async function understand(
  models: { intents: IntentModel; knowledge: KnowledgeService },
  said: { text: string; language: Language; dialogue: Dialogue },
): Promise<Pick<Turn, 'intent' | 'means' | 'entities' | 'hits'>> {
  const { text, language, dialogue } = said;
  const picked = pickedChoice(lastLine(text), dialogue.choices);
  const intent = models.intents.classify(text, language);
  const found = await models.knowledge.search(text, { language, limit: 5 });
  const hits = found
    .map((hit) => ({ ...hit, confidence: raised(hit, intent) }))
    .toSorted((a, b) => b.confidence - a.confidence);
  return { intent, means: picked?.means ?? null, entities: findEntities(text), hits };
}

function raised(hit: KnowledgeHit, intent: { intent: IntentName; confidence: number }): number {
  const families = articleFamilies[intent.intent] ?? [];
  const agrees = families.some((family) => hit.intent?.startsWith(family));
  return agrees ? hit.confidence + (1 - hit.confidence) * AGREEMENT * intent.confidence : hit.confidence;
}

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? text;
}
