import type { IntentName } from '../intent/index.ts';
import { address } from './flows/address.ts';
import { cancel } from './flows/cancel.ts';
import { complaint } from './flows/complaint.ts';
import { faq } from './flows/faq.ts';
import { orderStatus } from './flows/order-status.ts';
import { product } from './flows/product.ts';
import { recommend } from './flows/recommend.ts';
import { refund } from './flows/refund.ts';
import { returnFlow } from './flows/return-flow.ts';
import { asksWhatYouAre, social } from './flows/social.ts';
import type { Flow, FlowName, Turn } from './turn.ts';

/** Every flow under the name by which its state is stored. */
export const flows: Readonly<Record<FlowName, Flow>> = {
  faq,
  'order-status': orderStatus,
  return: returnFlow,
  refund,
  cancel,
  address,
  recommend,
  product,
  complaint,
  social,
};

/** Which flow begins for an intent. What is not here is answered from the knowledge base. */
const flowOfIntent: Partial<Record<IntentName, FlowName>> = {
  'order-status': 'order-status',
  return: 'return',
  exchange: 'return',
  'refund-status': 'refund',
  'cancel-order': 'cancel',
  'change-address': 'address',
  recommend: 'recommend',
  'product-question': 'product',
  stock: 'product',
  price: 'product',
  complaint: 'complaint',
  greeting: 'social',
  thanks: 'social',
  goodbye: 'social',
  acknowledge: 'social',
};

/** An intent below this does not begin a flow. */
const LEAST = 0.45;
/** An article this sure beats an intent that would open a flow, where the text only asks how things are. */
const ARTICLE_FIRST = 0.8;
const socialIntents: ReadonlySet<IntentName> = new Set(['greeting', 'thanks', 'goodbye', 'acknowledge']);

/** The flow that takes a turn which continues nothing. */
export function chooseFlow(turn: Turn): FlowName {
  const started = turn.means?.startsWith('start:') ? turn.means.slice('start:'.length) : null;
  if (started && started in flows) return started as FlowName;
  if (turn.means?.startsWith('article:') || turn.means === 'none') return 'faq';
  if (asksWhatYouAre(turn.text)) return 'social';
  if (turn.entities.some((entity) => entity.type === 'order-number') && turn.intent.confidence < 0.7)
    return 'order-status';
  const [best] = turn.hits;
  const isSocial = socialIntents.has(turn.intent.intent);
  const wanted = turn.intent.confidence >= LEAST ? flowOfIntent[turn.intent.intent] : undefined;
  if (isSocial && best && best.confidence >= ARTICLE_FIRST) return 'faq';
  if (wanted === 'product' && best && best.confidence >= ARTICLE_FIRST) return 'product';
  return wanted ?? 'faq';
}
