import type { Order } from '#shared/domain/customer';
import type { KnowledgeHit } from '../../knowledge/index.ts';
import { isOfIntent } from '../article-confidence.ts';
import { type Flow, needsPerson, personChoice, type Reaction, type Turn } from '../turn.ts';
import { answerFromKnowledge, faq } from './faq.ts';

const UNPACKED: ReadonlySet<Order['status']> = new Set(['pending-payment', 'paid']);
const GONE: ReadonlySet<Order['status']> = new Set(['packed', 'shipped']);

const question = { zh: '下单后想改尺码颜色', en: 'change size or colour after ordering' };

/** Another size or colour for an order that has not arrived: how the customer does it, and a person where that is too late. */
export const change: Flow = {
  async begin(turn) {
    const gone = await onlyPackedOrder(turn);
    if (gone) return tooLate(turn, gone);
    const isAboutGoods = /地址|\baddress\b/iu;
    const isOnIt = (hit: KnowledgeHit): boolean =>
      isOfIntent(hit, 'change-address') && !isAboutGoods.test(hit.title[turn.language]);
    const { language } = turn;
    const article =
      turn.hits.find(isOnIt) ??
      (await turn.shop.knowledge.search(question[language], { language, limit: 3 })).find(isOnIt);
    return article
      ? answerFromKnowledge(turn, article, { choices: [personChoice(turn)] })
      : await faq.begin(turn);
  },
};

/** Whether what is to be exchanged has not even left: the order spoken of, or the only one that has not come. */
export async function isOfUnsentOrder({ view, shop, dialogue, text }: Turn): Promise<boolean> {
  if (/收到|到手|穿了?|试|\b(?:received|arrived|got|tried|worn|wore)\b/iu.test(text)) return false;
  const orders = await shop.orders.listOrders(view.customer.id);
  const spokenOf = orders.find(({ id }) => id === dialogue.lastOrder);
  return spokenOf !== undefined && UNPACKED.has(spokenOf.status);
}

/** The order that can only be meant and that the customer can no longer change. */
async function onlyPackedOrder({ view, shop }: Turn): Promise<Order | null> {
  if (!view.customer.isVerified) return null;
  const orders = await shop.orders.listOrders(view.customer.id);
  const [gone, other] = orders.filter(({ status }) => GONE.has(status));
  return gone && !other && !orders.some(({ status }) => UNPACKED.has(status)) ? gone : null;
}

function tooLate(turn: Turn, { id, number, status }: Order): Reaction {
  const state = turn.speaker.word(status === 'packed' ? 'state.packed' : 'state.shipped');
  return {
    ...needsPerson(turn.speaker.say('change.too-late', { number, state }), 0.9),
    remember: { lastOrder: id },
  };
}
