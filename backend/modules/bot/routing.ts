import { speaksOfKind } from '../catalogue/index.ts';
import type { IntentName } from '../intent/index.ts';
import { isAboutBot, isPleased } from './answers.ts';
import { areKin, isOfIntent } from './article-confidence.ts';
import {
  asksForMoneyBack,
  asksInGeneral,
  asksWhetherInTime,
  complainsOfStaff,
  flowByWords,
  saysNotReceived,
  saysNotSent,
  saysRefundShort,
  speaksOfCancelling,
  wantsAddressChanged,
  wantsOrderChanged,
  wantsPartOnly,
} from './flow-words.ts';
import { address } from './flows/address.ts';
import { cancel } from './flows/cancel.ts';
import { change, isOfUnsentOrder } from './flows/change.ts';
import { compare, goodsCompared } from './flows/compare.ts';
import { complaint } from './flows/complaint.ts';
import { FAIRLY_SURE, faq, isQuestion, SURE } from './flows/faq.ts';
import { orderStatus } from './flows/order-status.ts';
import { asksOfThing, asksWhetherSold, pickedFromShown, pointsAt, product } from './flows/product.ts';
import { attributeAsked } from './flows/product-words.ts';
import { asksForCompanions, recommend } from './flows/recommend.ts';
import { refund } from './flows/refund.ts';
import { returnFlow } from './flows/return-flow.ts';
import { kindSaid, reasonOf, saysSize } from './flows/return-words.ts';
import { asksForSize, measuresIn, size } from './flows/size.ts';
import { social } from './flows/social.ts';
import { asksWhatYouAre, asksWhenPeopleAreThere, saysNothing, socialWord } from './flows/social-words.ts';
import { reportsTrouble, trouble } from './flows/trouble.ts';
import {
  asksForGoods,
  asksForWhatNobodyKnows,
  asksOfCalled,
  hasArticleOnChoice,
  saysDissatisfied,
  speaksOfGoods,
  wantsToBuy,
} from './goods-words.ts';
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
  compare,
  size,
  trouble,
  change,
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
/** A question that an article answers this surely is answered, where the article is of another kind than the intent. */
const ARTICLE_FIRST = 0.7;
/** After an article, an intent below this says less than the next article that is sure. */
const VAGUE = 0.6;
const socialIntents: ReadonlySet<IntentName> = new Set(['greeting', 'thanks', 'goodbye', 'acknowledge']);

/** The flow that takes a turn which continues nothing. */
export async function chooseFlow(turn: Turn): Promise<FlowName> {
  const started = turn.means?.startsWith('start:') ? turn.means.slice('start:'.length) : null;
  if (started && started in flows) return started as FlowName;
  if (turn.means?.startsWith('article:')) return 'faq';
  if (asksWhatYouAre(turn.text) || asksWhenPeopleAreThere(turn.text) || socialWord(turn.text) !== null)
    return 'social';
  if (saysNothing(turn.text)) return 'faq';
  if (isPraise(turn)) return 'social';
  return (await byGoods(turn)) ?? (await byOrder(turn)) ?? byIntent(turn);
}

/** Two things set side by side, one picked out of those shown, a size for a body, or a thing called by its name. */
async function byGoods(turn: Turn): Promise<FlowName | null> {
  if (turn.means !== null || kindSaid(turn) !== null) return null;
  if ((await goodsCompared(turn)).length > 1) return 'compare';
  if (await pickedFromShown(turn)) return 'product';
  const body = measuresIn(turn.text);
  const hasBody = body.heightCm !== null && body.weightKg !== null;
  if (asksForSize(turn.text) || (hasBody && turn.text.length <= 30 && !wantsToBuy(turn))) return 'size';
  if (asksForCompanions(turn.text)) return 'recommend';
  if (isAboutOrders(turn) || saysDissatisfied(turn)) return null;
  if (hasArticleOnChoice(turn)) return 'compare';
  const called = turn.found;
  if (called?.isCalled && asksOfThing(turn, called.product)) return 'product';
  if (asksForGoods(turn)) return 'recommend';
  if (isQuestion(turn.text) && (turn.hits[0]?.confidence ?? 0) >= SURE) return null;
  if (asksWhetherSold(turn.text) || asksForWhatNobodyKnows(turn))
    return speaksOfKind(turn.text) ? 'recommend' : 'product';
  return called?.isNamed && turn.text.length <= NAME_AND_LITTLE ? 'product' : null;
}

/** What has to do with the customer's own orders and parcels. */
async function byOrder(turn: Turn): Promise<FlowName | null> {
  if (namesOrderOnly(turn)) return 'order-status';
  const isKnown = turn.view.customer.isVerified && turn.means === null;
  if (isKnown && wantsAddressChanged(turn.text) && !wantsOther.test(turn.text)) return 'address';
  if (turn.means === null && saysRefundShort(turn.text)) return 'refund';
  if (isKnown && asksForMoneyBack(turn.text)) return 'refund';
  if (isKnown && asksWhetherInTime(turn.text, turn.dialogue.lastOrder !== null)) return 'order-status';
  if (isKnown && kindSaid(turn) === 'exchange' && (await isOfUnsentOrder(turn))) return 'change';
  if (isKnown && kindSaid(turn) === 'exchange' && saysSize(turn.text) && !isQuestion(turn.text))
    return 'return';
  if (isKnown && kindSaid(turn) === 'return' && wantsPartOnly(turn.text) && !isQuestion(turn.text))
    return 'return';
  if (isGenerallyAnswered(turn) || staysOnTopic(turn)) return 'faq';
  if (wantsOrderChanged(turn.text) && turn.hits.some((hit) => isOfIntent(hit, 'change-address')))
    return 'change';
  if (reportsTrouble(turn)) return 'trouble';
  if (isKnown && saysNotReceived(turn.text) && kindSaid(turn) === null) return 'order-status';
  if (asksAfterOwnOrder(turn) || reportsNotSent(turn)) return 'order-status';
  if (isKnown && kindSaid(turn) === 'repair') return 'return';
  return null;
}

/** Another colour or size is wanted, whatever is said of an address beside it. */
const wantsOther =
  /换(?:个|一个|一?件|一?双)?(?:颜色|尺码|大|小|[码号款])|\b(?:another|different|new) (?:size|colou?r)\b/iu;

function byIntent(turn: Turn): FlowName {
  const { intent, confidence } = turn.intent;
  if (pointsBack(turn)) return 'product';
  if (complainsOfStaff(turn.text) && !isQuestion(turn.text)) return 'complaint';
  if (wantsCancelling(turn)) return 'cancel';
  if (isAnsweredElsewhere(turn)) return 'faq';
  if (wantsBackWhatCame(turn)) return 'return';
  const wanted = confidence >= LEAST ? flowOfIntent[intent] : undefined;
  const isMeant = wanted !== 'cancel' || turn.means !== null || speaksOfCancelling(turn.text);
  if (wanted && isMeant && (wanted !== 'social' || isMereWord(turn))) return wanted;
  const byWords = (turn.hits[0]?.confidence ?? 0) < SURE ? flowByWords(turn.text) : null;
  if (byWords) return byWords;
  if (tellsFault(turn)) return 'return';
  if (asksOfLastProduct(turn)) return 'product';
  if (isGrievance(turn)) return 'complaint';
  if (speaksOfGoods(turn)) return 'recommend';
  return asksOfCalled(turn) ? 'product' : 'faq';
}

/** A thing's name and so many characters around it: whoever writes no more wants to see it. */
const NAME_AND_LITTLE = 40;

function isAboutOrders({ intent }: Turn): boolean {
  const names: readonly IntentName[] = [
    'order-status',
    'return',
    'exchange',
    'refund-status',
    'cancel-order',
    'change-address',
    'complaint',
    'warranty',
  ];
  return names.includes(intent.intent) && intent.confidence >= LEAST;
}

/** “How long do you usually take?”, and there is an article on it. */
function isGenerallyAnswered({ text, hits, means }: Turn): boolean {
  return means === null && asksInGeneral(text) && (hits[0]?.confidence ?? 0) >= FAIRLY_SURE;
}

/** “And the fee?”, after an article: another of its kind is known. */
export function staysOnTopic(turn: Turn): boolean {
  const { text, standing, dialogue, hits, means } = turn;
  const isOn = means === null && dialogue.answeredSeq !== null && standing !== 'alone';
  if (!isOn || pointsBack(turn) || !(isQuestion(text) || /呢[。！\s]*$/u.test(text))) return false;
  return areKin(hits[0]?.intent, dialogue.topic) && (hits[0]?.confidence ?? 0) >= FAIRLY_SURE;
}

/** “The hoodie came with a hole in it”, by somebody who has orders, and no article is sure of it. */
function tellsFault(turn: Turn): boolean {
  const isOwn = turn.view.customer.isVerified && turn.means === null && !isQuestion(turn.text);
  return isOwn && reasonOf(turn) === 'fault' && (turn.hits[0]?.confidence ?? 0) < SURE;
}

/** In so many words, by somebody who has orders: done at once rather than explained. */
function wantsCancelling({ text, view, means }: Turn): boolean {
  return means === null && view.customer.isVerified && !isQuestion(text) && flowByWords(text) === 'cancel';
}

/** Somebody is pleased and asks for nothing, whatever words of trouble the model may have seen in it. */
function isPraise({ text, said, intent, means }: Turn): boolean {
  if (means !== null || isQuestion(text) || isAboutBot(text)) return false;
  const asksForSomething = ['cancel-order', 'change-address', 'recommend', 'human'].includes(intent.intent);
  return isPleased(text, said) && !asksForSomething && flowByWords(text) === null;
}

/** An order is named, and nothing is wanted with it but to know how it stands. */
function namesOrderOnly({ entities, intent, text }: Turn): boolean {
  if (!entities.some((entity) => entity.type === 'order-number')) return false;
  const isAboutItsWay = ['order-status', 'shipping-time', 'other', 'acknowledge'].includes(intent.intent);
  const rest = text.replace(/[a-z]{0,4}(?:[\s-]?\d){6,}/giu, '').replace(/[\s\p{P}]/gu, '');
  const saysLittle = rest.length <= (/\p{Script=Han}/u.test(rest) ? 6 : 12) && flowByWords(text) === null;
  return isAboutItsWay || saysLittle || intent.confidence < LEAST;
}

/** “When does my order ship?” from somebody who has orders is about those, not about how long it takes in general. */
function asksAfterOwnOrder({ text, intent, view }: Turn): boolean {
  if (!view.customer.isVerified || !['shipping-time', 'order-status'].includes(intent.intent)) return false;
  return /我(?:的)?(?:那个|这个)?(?:订单|快递|包裹|货|东西)|(?:拍|买|下单|付款)(?:的|了)(?!.{0,3}(?:能|可以))|\bmy (?:order|parcel|package|stuff|delivery)\b|\b(?:i(?:['’]ve)? )?(?:ordered|bought|paid)\b/iu.test(
    text,
  );
}

/** “Not shipped yet” and nothing else wanted, in words too few for the model. */
function reportsNotSent({ text, intent, means }: Turn): boolean {
  const wantsElse = [
    'cancel-order',
    'change-address',
    'refund-status',
    'return',
    'exchange',
    'invoice',
    'recommend',
  ];
  return means === null && text.length <= 40 && saysNotSent(text) && !wantsElse.includes(intent.intent);
}

/** A thanks or a nod that the model sees must be short, without a “but”, and not bitter: sarcasm likes to look like praise. */
function isMereWord({ text, said, intent }: Turn): boolean {
  return (
    text.length <= 40 &&
    (intent.intent === 'greeting' || !isQuestion(text)) &&
    said.score > -0.2 &&
    !/但是?|可是|不过|\b(?:but|however|although)\b/iu.test(text)
  );
}

/** “How much is it?”: a question about the product spoken of just before. */
function pointsBack({ text, intent, lastProduct }: Turn): boolean {
  if (lastProduct === null || text.length > 40) return false;
  if (!['product-question', 'recommend', 'stock', 'price', 'other'].includes(intent.intent)) return false;
  const asksItsKind = isQuestion(text) && !speaksOfKind(text) && attributeAsked(lastProduct, text) !== null;
  return asksItsKind || pointsAt(lastProduct, text);
}

/** “Bought it last winter, can it still go back?”: nothing to cancel any more. */
function wantsBackWhatCame({ text, intent, means }: Turn): boolean {
  const isOwned = /去年|上个?月|前年|收到|穿|买的|(?:last|ago)|received|worn/iu;
  const isBack = /退(?!款)|寄回|\breturn|\bgo(?:es)? back/iu.test(text) && !/取消|\bcancel/iu.test(text);
  return means === null && intent.intent === 'cancel-order' && isBack && isOwned.test(text);
}

/** A question whose article stands outside what the intent speaks of: then the intent was a wrong guess. */
function isAnsweredElsewhere(turn: Turn): boolean {
  const [best] = turn.hits;
  if (!best || best.confidence < ARTICLE_FIRST) return false;
  const { intent } = turn.intent;
  const isVague = turn.intent.confidence < VAGUE && turn.dialogue.answeredSeq !== null;
  const isAsked = isQuestion(turn.text) && intent !== 'order-status';
  return socialIntents.has(intent) || ((isAsked || isVague) && !isOfIntent(best, intent));
}

/** “And in M?”: a few words that only make sense of the product spoken of just before. */
function asksOfLastProduct({ text, dialogue, intent }: Turn): boolean {
  if (dialogue.lastProduct === null || text.length > 30 || intent.intent !== 'other') return false;
  return /有吗|有没有|还有|[码号色]|尺寸|多少钱|\b(?:size|colou?r|in (?:[sml]|xl|black|white|red|green|blue))\b/iu.test(
    text,
  );
}

/** Mistyped or out of place, a calm line reads a little gloomy to the model, but not with this certainty. */
const SURE_OF_MOOD = 0.55;

/** Nothing is asked that could be answered; somebody only says that things went wrong. */
function isGrievance({ text, said, hits }: Turn): boolean {
  const isUnhappy = said.label === 'complaint' || said.label === 'anger' || said.label === 'negative';
  const isSure = said.confidence >= SURE_OF_MOOD;
  return isUnhappy && isSure && said.score <= -0.3 && !isQuestion(text) && (hits[0]?.confidence ?? 0) < SURE;
}
