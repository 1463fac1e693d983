import type { Order } from '#shared/domain/customer';
import { isOfIntent } from '../article-confidence.ts';
import { type Flow, needsPerson, personChoice, type Reaction, type Turn } from '../turn.ts';
import { answerFromKnowledge, faq } from './faq.ts';

const UNPACKED: ReadonlySet<Order['status']> = new Set(['pending-payment', 'paid']);
const GONE: ReadonlySet<Order['status']> = new Set(['packed', 'shipped']);

/** Another size or colour for an order that has not arrived: how the customer does it, and a person where that is too late. */
export const change: Flow = {
  async begin(turn) {
    const gone = await onlyPackedOrder(turn);
    if (gone) return tooLate(turn, gone);
    const isAboutGoods = /地址|\baddress\b/iu;
    const article = turn.hits.find(
      (hit) => isOfIntent(hit, 'change-address') && !isAboutGoods.test(hit.title[turn.language]),
    );
    return article
      ? answerFromKnowledge(turn, article, { choices: [personChoice(turn)] })
      : await faq.begin(turn);
  },
};

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
