import type { Order } from '#shared/domain/customer';
import { beginsWithYes, yesOrNo } from '../answers.ts';
import type { FlowState } from '../dialogue.ts';
import { asksInGeneral, saysNotReceived, saysNotSent, wantsAction } from '../flow-words.ts';
import type { TextKey } from '../texts/zh.ts';
import { answer, type Flow, personChoice, type Reaction, type Turn, withSorrow } from '../turn.ts';
import { carrierName, lateness, moment } from '../wording.ts';
import { isQuestion, SURE } from './faq.ts';
import { chooseOrder } from './order-choice.ts';
import { askToSignIn, leavesSignIn } from './sign-in.ts';
import { socialWord } from './social-words.ts';

const start: FlowState = { name: 'order-status', step: 'which', data: {} };
/** Orders that a customer may still wait for. */
const OPEN: ReadonlySet<Order['status']> = new Set([
  'pending-payment',
  'paid',
  'packed',
  'shipped',
  'returning',
]);

/** Paid for, and still in the shop. */
const RECENT_MS = 21 * 86_400_000;
const NOT_SENT: ReadonlySet<Order['status']> = new Set(['paid', 'packed']);

/** Where is my order: for a known customer only; says it once, and when asked again about a late one, brings a person. */
export const orderStatus: Flow = {
  begin: async (turn) => (speaksForSomebodyElse(turn) ? othersAsk(turn) : await tell(turn, start)),
  async resume(turn, state) {
    if (state.step === 'sign-in') return leavesSignIn(turn) ? null : await tell(turn, state);
    if (state.step === 'chase' || state.step === 'missing') return await chase(turn, state);
    if (state.step === 'others') return goesOnElsewhere(turn) ? null : othersAsk(turn);
    if (speaksForSomebodyElse(turn)) return othersAsk(turn);
    const isAnswer =
      turn.means?.startsWith('order:') || turn.entities.some((entity) => entity.type === 'order-number');
    return isAnswer ? await tell(turn, state) : null;
  },
};

/** An order of a husband or a friend: told to nobody but them (rule I1). */
function speaksForSomebodyElse({ text, means }: Turn): boolean {
  return (
    means === null &&
    /(?:帮|替|给)(?:我)?(?:老公|老婆|朋友|同事|爸|妈|家人|男友|女友|别人).{0,6}(?:查|看|问)|(?:老公|老婆|男朋友|女朋友|朋友|同事|我?爸|我?妈|别人|家人|[他她])的(?:订单|快递|包裹|单|那单)|\b(?:(?:my|a) (?:husband|wife|friend|mother|mom|mum|father|dad|sister|brother|boyfriend|girlfriend|colleague)(?:['’]?s)?|(?:his|her|their|someone else['’]?s) (?:order|parcel|package))\b/iu.test(
      text,
    )
  );
}

function othersAsk(turn: Turn): Reaction {
  const choices = [personChoice(turn)];
  const text = turn.speaker.say('orders.others');
  const outcome = turn.dialogue.flow?.step === 'others' ? 'missed' : 'asked';
  return { outcome, replies: [answer(text, choices)], choices, flow: { ...start, step: 'others' } };
}

/** After the order of somebody else was asked for and not told: a matter of one's own, and no more begging. */
function goesOnElsewhere(turn: Turn): boolean {
  const isOwn = turn.means !== null || yesOrNo(turn) !== null || socialWord(turn.text) !== null;
  const isAnswered = isQuestion(turn.text) && (turn.hits[0]?.confidence ?? 0) >= SURE;
  const wants = turn.intent.intent;
  const isElse = turn.intent.confidence >= 0.7 && !['order-status', 'other', 'complaint'].includes(wants);
  return isOwn || isAnswered || isElse;
}

async function tell(turn: Turn, state: FlowState): Promise<Reaction> {
  if (!turn.view.customer.isVerified) return askToSignIn(turn, state);
  const all = await turn.shop.orders.listOrders(turn.view.customer.id);
  const open = all.filter((order) => OPEN.has(order.status));
  const late = open.filter((order) => order.lateMs > 0);
  const unsent = saysNotSent(turn.text) ? open.filter(({ status }) => NOT_SENT.has(status)) : [];
  const lateUnsent = unsent.filter((order) => order.lateMs > 0);
  const arrived = saysSignedFor(turn.text) ? recent(all, turn.shop.clock.now()) : [];
  const candidates =
    [arrived, lateUnsent, unsent, late, open, all.slice(0, 1)].find((list) => list.length > 0) ?? [];
  const flow = { ...start, data: state.step === 'sign-in' ? {} : state.data };
  const chosen = chooseOrder(turn, { candidates, all, flow, which: 'orders.which' });
  if (chosen.kind === 'ask') return chosen.reaction;
  if (chosen.kind === 'none')
    return { outcome: 'helped', replies: [answer(turn.speaker.say('orders.none'))], flow: null };
  return await report(turn, chosen.order);
}

/** Delivered within the last weeks: those of which one may say that they never came. */
function recent(all: readonly Order[], now: Date): Order[] {
  const since = now.getTime() - RECENT_MS;
  return all.filter(
    ({ status, tracking }) => status === 'delivered' && Date.parse(tracking.at(-1)?.at ?? '') >= since,
  );
}

function saysSignedFor(text: string): boolean {
  return saysNotReceived(text) && /签收|送达|妥投|\b(?:delivered|signed)\b/iu.test(text);
}

/** Marked as delivered and not there: where to look first, and who goes after it. */
async function reportMissing(turn: Turn, order: Order): Promise<Reaction> {
  const step = order.tracking.at(-1)?.text[turn.language] ?? '';
  const text = turn.speaker.say('order.delivered.missing', { number: order.number, step });
  const card = await turn.shop.cards.build({ type: 'order', orderId: order.id }, turn.view.customer.id);
  const choices = [
    { text: turn.speaker.word('choice.chase'), means: 'person' },
    { text: turn.speaker.word('choice.look-first'), means: 'no' },
  ];
  return {
    outcome: 'helped',
    replies: [{ type: 'card', card }, answer(withSorrow(turn, text), choices)],
    choices,
    flow: { name: 'order-status', step: 'missing', data: { order: order.id } },
    tried: [{ code: 'tried.order-shown', params: { number: order.number } }],
    remember: { lastOrder: order.id },
  };
}

async function report(turn: Turn, order: Order): Promise<Reaction> {
  if (order.status === 'delivered' && saysNotReceived(turn.text)) return await reportMissing(turn, order);
  const wasTold = turn.dialogue.tried.some(
    (phrase) => phrase.code === 'tried.order-shown' && phrase.params['number'] === order.number,
  );
  const tried = [{ code: 'tried.order-shown', params: { number: order.number } }];
  if (wasTold && order.lateMs > 0) return cannotDoMore(turn, order);
  const text = await statusText(turn, order);
  const card = await turn.shop.cards.build({ type: 'order', orderId: order.id }, turn.view.customer.id);
  const remember = { lastOrder: order.id };
  if (order.lateMs === 0) {
    return {
      outcome: 'helped',
      replies: [answer(withSorrow(turn, text)), { type: 'card', card }],
      flow: null,
      tried,
      remember,
    };
  }
  const choices = [
    { text: turn.speaker.word('choice.chase'), means: 'person' },
    { text: turn.speaker.word('choice.wait'), means: 'no' },
  ];
  return {
    outcome: 'helped',
    replies: [
      answer(withSorrow(turn, text)),
      { type: 'card', card },
      answer(turn.speaker.say('order.late.offer'), choices),
    ],
    choices,
    flow: { name: 'order-status', step: 'chase', data: { order: order.id } },
    tried,
    remember,
  };
}

/** The offer of a person stands: yes or more pressing takes it, no ends the matter, anything else is understood afresh. */
async function chase(turn: Turn, state: FlowState): Promise<Reaction | null> {
  const isTaken = (state.step === 'missing' && hasLooked(turn)) || beginsWithYes(turn) || wantsAction(turn);
  const said = isTaken ? 'yes' : yesOrNo(turn);
  if (said === 'yes') {
    return {
      outcome: 'helped',
      replies: [],
      flow: null,
      handoff: { trigger: 'asked-for-person', confidence: 1 },
    };
  }
  if (said === 'no' || willWait(turn)) {
    const choices = [personChoice(turn)];
    return {
      outcome: 'social',
      replies: [answer(turn.speaker.say('acknowledge'), choices)],
      choices,
      flow: null,
    };
  }
  if (!isPressing(turn)) return null;
  const orders = await turn.shop.orders.listOrders(turn.view.customer.id);
  const order = orders.find((candidate) => candidate.id === state.data['order']);
  return order ? cannotDoMore(turn, order) : null;
}

/** “Fine, I'll wait till Monday.” */
function willWait({ text, means }: Turn): boolean {
  return (
    means === null &&
    /(?:先|再|那|就|我)等|等(?:等|着|一?下|几天)(?:吧|看)|\b(?:i(?:['’]?ll| can| will|['’]?m happy to)|let me) wait\b/iu.test(
      text,
    ) &&
    !/不(?:想|能)?等|等不|\b(?:not|n['’]t|no longer)\b/iu.test(text)
  );
}

/** “The neighbours don't have it either”: the parcel is not where it might have been left. */
function hasLooked({ text, means }: Turn): boolean {
  return (
    means === null &&
    /(?:问|找|看)(?:过|了|遍)|都?没(?:有|在|找到|看到|见到)|n['’]t have it|\b(?:not there|no sign of it|nowhere|nobody (?:has|saw|took)|looked|checked|asked)\b/iu.test(
      text,
    ) &&
    !isQuestion(text)
  );
}

/** Whether somebody goes on about the same late order: how long it has been, that it is urgent, that they want it sent. */
function isPressing({ text, said, intent }: Turn): boolean {
  if (asksInGeneral(text)) return false;
  if (intent.intent === 'order-status' || intent.intent === 'shipping-time') return true;
  if (said.label === 'complaint' || said.label === 'anger' || said.label === 'negative')
    return said.score <= -0.25;
  return /[一二三四五六七八九十两\d]+\s?天|催|快点|尽快|急|丢(?:了|没|件)|(?:什么|到底|具体).{0,4}(?:时候|时间|几号|哪天)|\b(?:when (?:exactly|then|will (?:it|they|that))|so when|what (?:day|date)|how much longer|\d+ days?|hurry|urgent|asap|still|waiting|lost|need (?:it|them|this) (?:by|before|for))\b/iu.test(
    text,
  );
}

function cannotDoMore(turn: Turn, order: Order): Reaction {
  return {
    outcome: 'helped',
    replies: [answer(turn.speaker.say('order.asked-again'))],
    flow: null,
    handoff: {
      trigger: 'predicted',
      confidence: 0.85,
      reasons: [{ code: 'predicted.asked-again', params: {} }],
    },
    remember: { lastOrder: order.id },
  };
}

async function statusText(turn: Turn, order: Order): Promise<string> {
  const { timeZone } = await turn.shop.settings.read('shop');
  const policy = await turn.shop.settings.read('shipping-policy');
  const promised = new Date(Date.parse(order.placedAt) + policy.dispatchWithinHours * 3_600_000);
  const late = order.lateMs > 0 && ['paid', 'packed', 'shipped'].includes(order.status) ? '.late' : '';
  return turn.speaker.say(`order.${order.status}${late}` as TextKey, {
    number: order.number,
    promised: moment(promised, turn.language, timeZone),
    late: lateness(order.lateMs, turn.speaker),
    carrier: carrierName(order.carrier ?? '', turn.language),
    tracking: order.trackingNumber ?? '',
    step: order.tracking.at(-1)?.text[turn.language] ?? '',
  });
}
