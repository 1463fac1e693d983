import type { KnowledgeHit } from '../../knowledge/index.ts';
import { beginsWithYes, yesOrNo } from '../answers.ts';
import { isOfIntent } from '../article-confidence.ts';
import { asksForMoneyBack, saysRefundShort, wantsAction } from '../flow-words.ts';
import { answer, type Flow, personChoice, type Reaction, type Turn, withSorrow } from '../turn.ts';
import { yuan } from '../wording.ts';
import { answerFromKnowledge, FAIRLY_SURE, isQuestion, SURE } from './faq.ts';
import { reasonOf } from './return-words.ts';
import { askToSignIn, leavesSignIn } from './sign-in.ts';

/** What was refunded longer ago is no news. */
const RECENT_MS = 30 * 86_400_000;
/** An article this sure is what was asked after, though nothing in it sounds like a question. */
const CERTAIN = 0.85;
const start = { name: 'refund', step: 'which', data: {} };

/** How a refund stands: from the customer's own returns and orders. */
export const refund: Flow = {
  async begin(turn) {
    if (saysRefundShort(turn.text)) return await explainShort(turn);
    const [best] = turn.hits;
    const isGeneral =
      best !== undefined &&
      best.confidence >= SURE &&
      (isOfIntent(best, 'refund-status') || !asksForMoneyBack(turn.text)) &&
      (isQuestion(turn.text) || best.confidence >= CERTAIN) &&
      (!turn.view.customer.isVerified || isOfOtherKind(best));
    return isGeneral ? answerFromKnowledge(turn, best) : await tell(turn, start);
  },
  async resume(turn, state) {
    if (state.step === 'short') return goesOnAboutIt(turn) ? cannotDoMore() : null;
    if (state.step === 'told') {
      const onRefunds = isQuestion(turn.text) ? await articleOnRefunds(turn) : null;
      if (onRefunds && turn.dialogue.lastArticle !== onRefunds.id)
        return answerFromKnowledge(turn, onRefunds);
      return isUnhappyWithIt(turn) ? cannotDoMore() : null;
    }
    return leavesSignIn(turn) ? null : await tell(turn, state);
  },
};

/** Less came back than was paid: what the shop's rules take off, and a person who checks it, because the bot can't. */
async function explainShort(turn: Turn): Promise<Reaction> {
  const { returnFeeFen } = await turn.shop.settings.read('return-policy');
  const choices = [personChoice(turn)];
  const text = turn.speaker.say('refund.short', { fee: yuan(returnFeeFen) });
  return {
    outcome: 'helped',
    replies: [answer(withSorrow(turn, text), choices)],
    choices,
    flow: { ...start, step: 'short' },
    tried: [{ code: 'tried.refund-told', params: {} }],
  };
}

/** The rule is no answer to them: it was a fault, the sum is another, or they want it looked into. */
function goesOnAboutIt(turn: Turn): boolean {
  const isAnswered = isQuestion(turn.text) && (turn.hits[0]?.confidence ?? 0) >= SURE;
  const saysSum = /\d/u.test(turn.text) && !isQuestion(turn.text);
  const isOn = saysSum || reasonOf(turn) !== null || saysRefundShort(turn.text) || isUnhappyWithIt(turn);
  const isTaken = beginsWithYes(turn) || yesOrNo(turn) === 'yes' || wantsAction(turn);
  return turn.means === null && !isAnswered && (isTaken || isOn);
}

/** “Refund me the difference”: not about a return of the customer's own. */
function isOfOtherKind(best: KnowledgeHit): boolean {
  return best.confidence >= CERTAIN && !isOfIntent(best, 'refund-status') && !isOfIntent(best, 'return');
}

async function tell(
  turn: Turn,
  state: { name: string; step: string; data: Record<string, string> },
): Promise<Reaction> {
  if (!turn.view.customer.isVerified) return askToSignIn(turn, state);
  const { orders, settings } = turn.shop;
  const rules = await settings.read('return-policy');
  const since = turn.shop.clock.now().getTime() - RECENT_MS;
  const all = await orders.listOrders(turn.view.customer.id);
  const own = all.filter(
    (order) =>
      order.status === 'returning' || Date.parse(order.tracking.at(-1)?.at ?? order.placedAt) >= since,
  );
  const returns = await orders.listReturns(turn.view.customer.id);
  const values = { hours: rules.inspectionHours, days: rules.refundWorkingDays };
  const lines = own.flatMap((order) => {
    const record = returns.find((one) => one.orderId === order.id && one.status !== 'closed');
    const filled = { ...values, number: order.number };
    if (record?.status === 'received') return [turn.speaker.word('refund.received', filled)];
    if (record) return [turn.speaker.word(`refund.open.${record.kind}`, filled)];
    if (order.status === 'refunded') return [turn.speaker.word('refund.done', filled)];
    return order.status === 'cancelled' ? [turn.speaker.word('refund.cancelled', filled)] : [];
  });
  const onRefunds = lines.length === 0 && isQuestion(turn.text) ? await articleOnRefunds(turn) : null;
  if (onRefunds) return answerFromKnowledge(turn, onRefunds);
  const text = lines.length === 0 ? turn.speaker.say('refund.none') : lines.slice(0, 2).join('\n');
  const wasTold = turn.dialogue.tried.some((phrase) => phrase.code === 'tried.refund-told');
  if (wasTold) return cannotDoMore();
  return {
    outcome: 'helped',
    replies: [answer(withSorrow(turn, text))],
    flow: lines.length === 0 ? null : { ...start, step: 'told' },
    tried: lines.length === 0 ? [] : [{ code: 'tried.refund-told', params: {} }],
  };
}

/** How long it takes by which way of paying: a question about the rules, while a refund is talked about. */
async function articleOnRefunds(turn: Turn): Promise<KnowledgeHit | null> {
  const asksAboutRules =
    /几天|多久|银行卡|信用卡|微信|支付宝|退到哪|运费|原路|\b(?:how (?:long|many)|days|card|paypal|wechat|alipay|where does|fee)\b/iu;
  if (!asksAboutRules.test(turn.text) || isUnhappyWithIt(turn)) return null;
  const isOn = (hit: KnowledgeHit): boolean => isOfIntent(hit, 'refund-status');
  const known = turn.hits.find(isOn);
  if (known && known.confidence >= FAIRLY_SURE) return known;
  const question = turn.language === 'zh' ? '退款多久到账' : 'how long does a refund take';
  const found = await turn.shop.knowledge.search(question, { language: turn.language, limit: 3 });
  return found.find((hit) => isOn(hit) && hit.confidence >= FAIRLY_SURE) ?? null;
}

/** Told how it stands, somebody says that it takes too long or is not true. */
function isUnhappyWithIt({ text, said }: Turn): boolean {
  const isUnhappy = said.label !== 'neutral' && said.label !== 'positive' && said.score <= -0.1;
  return (
    isUnhappy ||
    /[一二三四五六七八九十两半\d]+\s?(?:天|周|个?月)(?!内)|早就|还没|到底|\b(?:\d+ (?:working )?days?|still|long over|not true)\b/iu.test(
      text,
    )
  );
}

function cannotDoMore(): Reaction {
  return {
    outcome: 'helped',
    replies: [],
    flow: null,
    handoff: {
      trigger: 'predicted',
      confidence: 0.8,
      reasons: [{ code: 'predicted.asked-again', params: {} }],
    },
  };
}
