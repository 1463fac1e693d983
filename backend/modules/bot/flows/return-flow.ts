import type { Order } from '#shared/domain/customer';
import type { Sku } from '#shared/domain/ids';
import type { KnowledgeHit } from '../../knowledge/index.ts';
import type { ReturnReason, ReturnVerdict } from '../../orders/index.ts';
import { yesOrNo } from '../answers.ts';
import { isOfIntent } from '../article-confidence.ts';
import type { FlowState } from '../dialogue.ts';
import { asksInGeneral, wantsPartOnly } from '../flow-words.ts';
import type { TextKey } from '../texts/zh.ts';
import { answer, ask, type Flow, needsPerson, personChoice, type Reaction, type Turn } from '../turn.ts';
import { yuan } from '../wording.ts';
import { chooseWanted } from './exchange-choice.ts';
import { answerFromKnowledge, FAIRLY_SURE, isQuestion, SURE } from './faq.ts';
import { chooseOrder } from './order-choice.ts';
import { judgeRepair } from './repair.ts';
import { register } from './return-registration.ts';
import { type AfterSales, kindSaid, reasonOf, reasonSaidBefore, reasonsOffered } from './return-words.ts';
import { askToSignIn, leavesSignIn } from './sign-in.ts';

const LIKELY = 0.35;

/** Return, exchange or repair: which order, why, what instead, the shop's verdict, then registered once it is confirmed. */
export const returnFlow: Flow = {
  async begin(turn) {
    if (wantsPartOnly(turn.text) && !isStranger(turn) && turn.means === null)
      return needsPerson(turn.speaker.say('handoff.predicted'), 0.85);
    const onReturns = isStranger(turn) ? turn.hits.find(isOnReturns) : undefined;
    const best = turn.hits.find(isAboutIt(turn)) ?? onReturns ?? turn.hits[0];
    const isSure = best !== undefined && (best === onReturns || best.confidence >= SURE);
    if (turn.means === null && isSure && asksHow(turn)) {
      const choices = [{ text: turn.speaker.word('choice.return'), means: 'start:return' }];
      return answerFromKnowledge(turn, best, isOfIntent(best, 'return') ? { choices } : {});
    }
    return await step(turn, { name: 'return', step: 'which', data: { kind: kindOf(turn) } });
  },
  async resume(turn, state) {
    const kind = kindSaid(turn);
    const isTurned =
      kind !== null && kind !== state.data['kind'] && ['confirm', 'kind', 'variant'].includes(state.step);
    if (isTurned && !asksHow(turn)) return await step(turn, withData(state, { kind, sku: '' }));
    if (state.step === 'confirm') return await confirm(turn, state);
    if (state.step === 'sign-in') return leavesSignIn(turn) ? null : await step(turn, state);
    if (state.step === 'variant') return await chooseVariant(turn, state);
    if (state.step === 'kind') return null;
    if (asksHow(turn) && (turn.hits[0]?.confidence ?? 0) >= SURE) return null;
    if (state.step === 'reason' && reasonOf(turn) === null) return null;
    const isAnswer =
      turn.means?.startsWith('order:') || turn.entities.some((entity) => entity.type === 'order-number');
    if (state.step === 'which' && !isAnswer && reasonOf(turn) === null) return null;
    return await step(turn, state);
  },
};

/** Likely enough for somebody of whom nothing is known: the rules, rather than the way to the sign-in. */
function isOnReturns(hit: KnowledgeHit): boolean {
  return isOfIntent(hit, 'return') && hit.confidence >= LIKELY;
}

/** “How long does the refund take” is about the refund, though it begins with a return. */
function isAboutIt({ text }: Turn): (hit: KnowledgeHit) => boolean {
  const asksForMoney = /退款|到账|钱|\b(?:refunds?|money)\b/iu.test(text);
  return (hit) => asksForMoney && isOfIntent(hit, 'refund-status') && hit.confidence >= FAIRLY_SURE;
}

function withData(state: FlowState, data: Record<string, string>): FlowState {
  return { ...state, data: { ...state.data, ...data } };
}

function isStranger(turn: Turn): boolean {
  return !turn.view.customer.isVerified;
}

/** A question about how it is done, not the wish to have it done: who is known and speaks of their own thing wants it done. */
function asksHow(turn: Turn): boolean {
  const { text } = turn;
  const namesOrder = turn.entities.some((entity) => entity.type === 'order-number');
  if (namesOrder || !(isQuestion(text) || asksInGeneral(text))) return false;
  const isAboutRules =
    /怎么|如何|流程|几天|多久|多少|谁出|谁付|规则|政策|运费|邮费|险|哪里|地址|(?:洗|穿|用|剪|拆|试|戴).{0,12}(?:还|也)?(?:能|可以).{0,2}[退换]|\b(?:worn|washed|used|opened|cut off|without the)\b.{0,40}\b(?:return|exchange|send)|\b(?:how|policy|who pays|how long|where|fee|cost|free|days|still)\b/iu;
  return isStranger(turn) || asksInGeneral(text) || isAboutRules.test(text);
}

async function step(turn: Turn, state: FlowState): Promise<Reaction> {
  if (isStranger(turn)) return askToSignIn(turn, state, 'sign-in.return');
  const all = await turn.shop.orders.listOrders(turn.view.customer.id);
  const candidates = await returnable(turn, all);
  const which = { candidates, all, flow: { ...state, step: 'which' }, which: 'return.which' } as const;
  const chosen = chooseOrder(turn, which);
  if (chosen.kind === 'ask') return withReason(chosen.reaction, reasonOf(turn));
  if (chosen.kind === 'none') {
    const choices = [personChoice(turn)];
    const replies = [answer(turn.speaker.say('return.none'), choices)];
    return { outcome: 'helped', replies, choices, flow: null };
  }
  const reason =
    reasonOf(turn) ?? (state.data['reason'] as ReturnReason | undefined) ?? reasonSaidBefore(turn);
  const known = withData(state, { order: chosen.order.id, ...(reason ? { reason } : {}) });
  if (known.data['kind'] === 'repair') return await judgeRepair(turn, known, chosen.order);
  if (!reason) return askReason(turn, known);
  return await judge(turn, known, chosen.order);
}

/** Delivered orders, those still within the time for returns first and alone. */
async function returnable(turn: Turn, all: readonly Order[]): Promise<Order[]> {
  const { windowDays } = await turn.shop.settings.read('return-policy');
  const since = turn.shop.clock.now().getTime() - windowDays * 86_400_000;
  const delivered = all.filter((order) => order.status === 'delivered');
  const recent = delivered.filter(
    (order) => Date.parse(order.tracking.at(-1)?.at ?? order.placedAt) >= since,
  );
  return recent.length > 0 ? recent : delivered;
}

/** Keeps a reason that was given before the order was known. */
function withReason(reaction: Reaction, reason: ReturnReason | null): Reaction {
  if (!reason || !reaction.flow) return reaction;
  return { ...reaction, flow: withData(reaction.flow, { reason }) };
}

function askReason(turn: Turn, state: FlowState): Reaction {
  const choices = reasonsOffered.map((reason) => ({
    text: turn.speaker.word(`return.reason.${reason}`),
    means: `reason:${reason}`,
  }));
  return ask(turn, { text: turn.speaker.say('return.reason'), choices, flow: { ...state, step: 'reason' } });
}

async function judge(turn: Turn, state: FlowState, chosen: Order): Promise<Reaction> {
  const reason = state.data['reason'] as ReturnReason;
  const verdict = await turn.shop.orders.judge(chosen.id, turn.view.customer.id, reason);
  const isWorn = !verdict.isAllowed && verdict.because === 'window-over' && reason === 'fault';
  if (isWorn) return await judgeRepair(turn, withData(state, { kind: 'repair' }), chosen);
  if (!verdict.isAllowed) return refuse(turn, chosen, verdict);
  if (state.data['kind'] === 'open') return askKind(turn, state, verdict.windowDays);
  if (state.data['kind'] !== 'exchange') return askToConfirm(turn, state, { chosen, feeFen: verdict.feeFen });
  const wanted = await chooseWanted(turn, chosen, state);
  if (wanted.kind === 'ask') return { ...wanted.reaction, remember: { lastOrder: chosen.id } };
  const named = wanted.kind === 'chosen' ? withData(state, { sku: wanted.variant.sku }) : state;
  const to = wanted.kind === 'chosen' ? wanted.variant.name[turn.language] : null;
  return askToConfirm(turn, named, { chosen, feeFen: verdict.feeFen, to });
}

/** Something is wrong with it: by the shop's rules the customer may choose what is done about it. */
function askKind(turn: Turn, state: FlowState, days: number): Reaction {
  const kinds: readonly AfterSales[] = ['return', 'exchange', 'repair'];
  const choices = kinds.map((kind) => ({
    text: turn.speaker.word(`choice.kind.${kind}` as TextKey),
    means: `kind:${kind}`,
  }));
  const text = turn.speaker.say('return.fault.choose', { days });
  return ask(turn, { text, choices, flow: { ...state, step: 'kind' } });
}

function askToConfirm(
  turn: Turn,
  state: FlowState,
  { chosen, feeFen, to = null }: { chosen: Order; feeFen: number; to?: string | null },
): Reaction {
  const { speaker } = turn;
  const fee =
    feeFen === 0 ? speaker.word('return.fee.none') : speaker.word('return.fee.some', { fee: yuan(feeFen) });
  const { number } = chosen;
  const confirming = (): Parameters<typeof speaker.say> => {
    if (state.data['kind'] !== 'exchange') return ['return.confirm.return', { number, fee }];
    return to === null
      ? ['return.confirm.exchange', { number, fee }]
      : ['return.confirm.exchange-to', { number, fee, to }];
  };
  const text = speaker.say(...confirming());
  const choices = [
    { text: speaker.word('choice.yes'), means: 'yes' },
    { text: speaker.word('choice.no'), means: 'no' },
  ];
  const flow = { ...state, step: 'confirm' };
  return { ...ask(turn, { text, choices, flow }), remember: { lastOrder: chosen.id } };
}

function refuse(turn: Turn, chosen: Order, verdict: Extract<ReturnVerdict, { isAllowed: false }>): Reaction {
  const text = turn.speaker.say(`return.no.${verdict.because}`, {
    number: chosen.number,
    days: verdict.windowDays,
  });
  const choices = [personChoice(turn)];
  return {
    outcome: 'helped',
    replies: [answer(text, choices)],
    choices,
    flow: null,
    tried: [{ code: 'tried.return-checked', params: { number: chosen.number, because: verdict.because } }],
    remember: { lastOrder: chosen.id },
  };
}

/** Goes on only where a variant was tapped or named. */
async function chooseVariant(turn: Turn, state: FlowState): Promise<Reaction | null> {
  const orders = await turn.shop.orders.listOrders(turn.view.customer.id);
  const order = orders.find(({ id }) => id === state.data['order']);
  if (!order) return null;
  const wanted = await chooseWanted(turn, order, withData(state, { sku: '' }));
  if (wanted.kind === 'chosen')
    return await judge(turn, withData(state, { sku: wanted.variant.sku as Sku }), order);
  const saysGone = wanted.kind === 'ask' && turn.speaker.hasSaid('exchange.gone');
  return saysGone && !isQuestion(turn.text) ? wanted.reaction : null;
}

async function confirm(turn: Turn, state: FlowState): Promise<Reaction | null> {
  const insists = state.data['kind'] === 'return' && wantsMoneyOnly(turn.text);
  const said = insists ? 'yes' : yesOrNo(turn);
  if (said === null) return null;
  if (said === 'no')
    return { outcome: 'helped', replies: [answer(turn.speaker.say('return.declined'))], flow: null };
  const orders = await turn.shop.orders.listOrders(turn.view.customer.id);
  const chosen = orders.find((candidate) => candidate.id === state.data['order']);
  return chosen ? await register(turn, state, chosen) : null;
}

/** “No exchange, just the money back”: a no to something else and a yes to this. */
function wantsMoneyOnly(text: string): boolean {
  return /(?:直接|只要?|就|还是)(?:给我)?(?:退(?:钱|款|货)?)(?:就行|就好|吧)?[。！!]*$|\b(?:just|only|prefer|rather)\b.{0,12}\b(?:money back|refund|return)\b/iu.test(
    text.trim(),
  );
}

function kindOf(turn: Turn): AfterSales {
  const said = kindSaid(turn);
  if (said !== null) return said;
  if (turn.intent.intent === 'exchange') return 'exchange';
  const reason = turn.means === null ? reasonOf(turn) : null;
  return reason === 'fault' || reason === 'wrong-item' ? 'open' : 'return';
}
