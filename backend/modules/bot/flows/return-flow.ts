import type { Order } from '#shared/domain/customer';
import { Fault } from '../../../runtime/fault.ts';
import type { ReturnReason, ReturnVerdict } from '../../orders/index.ts';
import { yesOrNo } from '../answers.ts';
import type { FlowState } from '../dialogue.ts';
import { answer, ask, type Flow, personChoice, type Reaction, type Turn } from '../turn.ts';
import { isOfIntent } from '../understanding.ts';
import { yuan } from '../wording.ts';
import { answerFromKnowledge, isQuestion, SURE } from './faq.ts';
import { chooseOrder } from './order-choice.ts';
import { askToSignIn, leavesSignIn } from './sign-in.ts';

const reasons: readonly (readonly [ReturnReason, RegExp])[] = [
  [
    'wrong-item',
    /发错|漏发|少发|不是我(?:买|要)的|wrong (?:item|one|colou?r|product)|missing|not what i ordered/iu,
  ],
  [
    'fault',
    /质量|坏了|破|裂|开线|开胶|脱线|瑕疵|掉色|起球|漏水|拉链|有洞|不能用|fault|defect|broken|torn|damaged|ripped|hole|seam|zip(?:per)?|peeling|leak/iu,
  ],
  [
    'size',
    /尺码|大了|小了|偏大|偏小|太大|太小|太紧|太松|不合身|换(?:个|大|小).{0,2}码|size|too (?:big|small|tight|loose|large)|doesn't fit|not fit/iu,
  ],
  [
    'mind',
    /不想要|不喜欢|不需要|后悔|买多了|买错|change(?:d)? my mind|don't (?:want|like|need)|no longer (?:want|need)|by mistake/iu,
  ],
];

/** Return or exchange: which order, why, the shop's verdict, then registered once it is confirmed. */
export const returnFlow: Flow = {
  async begin(turn) {
    const [best] = turn.hits;
    const asksHow = isQuestion(turn.text) && turn.entities.every((entity) => entity.type !== 'order-number');
    if (turn.means === null && best && asksHow && best.confidence >= SURE) {
      const choices = [{ text: turn.speaker.word('choice.return'), means: 'start:return' }];
      return answerFromKnowledge(turn, best, isOfIntent(best, 'return') ? choices : []);
    }
    return await step(turn, { name: 'return', step: 'which', data: { kind: kindOf(turn) } });
  },
  async resume(turn, state) {
    if (state.step === 'confirm') return await confirm(turn, state);
    if (state.step === 'sign-in') return leavesSignIn(turn) ? null : await step(turn, state);
    if (state.step === 'reason' && reasonOf(turn) === null) return null;
    const isAnswer =
      turn.means?.startsWith('order:') || turn.entities.some((entity) => entity.type === 'order-number');
    if (state.step === 'which' && !isAnswer && reasonOf(turn) === null) return null;
    return await step(turn, state);
  },
};

async function step(turn: Turn, state: FlowState): Promise<Reaction> {
  if (!turn.view.customer.isVerified) return askToSignIn(turn, state, 'sign-in.return');
  const all = await turn.shop.orders.listOrders(turn.view.customer.id);
  const delivered = await returnable(turn, all);
  const chosen = chooseOrder(turn, {
    candidates: delivered,
    all,
    flow: { ...state, step: 'which' },
    which: 'return.which',
  });
  if (chosen.kind === 'ask') return withReason(chosen.reaction, reasonOf(turn));
  if (chosen.kind === 'none') {
    return {
      outcome: 'helped',
      replies: [answer(turn.speaker.say('return.none'), [personChoice(turn)])],
      choices: [personChoice(turn)],
      flow: null,
    };
  }
  const reason = reasonOf(turn) ?? (state.data['reason'] as ReturnReason | undefined);
  const known = { ...state, data: { ...state.data, order: chosen.order.id } };
  if (!reason) return askReason(turn, known);
  return await judge(turn, { ...known, data: { ...known.data, reason } }, chosen.order);
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
  return { ...reaction, flow: { ...reaction.flow, data: { ...reaction.flow.data, reason } } };
}

function askReason(turn: Turn, state: FlowState): Reaction {
  const choices = reasons
    .map(([reason]) => ({ text: turn.speaker.word(`return.reason.${reason}`), means: `reason:${reason}` }))
    .toSorted((a, b) => order(a.means) - order(b.means));
  return ask(turn, { text: turn.speaker.say('return.reason'), choices, flow: { ...state, step: 'reason' } });
}

function order(means: string): number {
  return ['reason:size', 'reason:fault', 'reason:wrong-item', 'reason:mind'].indexOf(means);
}

async function judge(turn: Turn, state: FlowState, chosen: Order): Promise<Reaction> {
  const reason = state.data['reason'] as ReturnReason;
  const verdict = await turn.shop.orders.judge(chosen.id, turn.view.customer.id, reason);
  if (!verdict.isAllowed) return refuse(turn, chosen, verdict);
  const kind = state.data['kind'] === 'exchange' ? 'exchange' : 'return';
  const fee =
    verdict.feeFen === 0
      ? turn.speaker.word('return.fee.none')
      : turn.speaker.word('return.fee.some', { fee: yuan(verdict.feeFen) });
  const text = turn.speaker.say(`return.confirm.${kind}`, { number: chosen.number, fee });
  const choices = [
    { text: turn.speaker.word('choice.yes'), means: 'yes' },
    { text: turn.speaker.word('choice.no'), means: 'no' },
  ];
  return {
    ...ask(turn, { text, choices, flow: { ...state, step: 'confirm' } }),
    remember: { lastOrder: chosen.id },
  };
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

async function confirm(turn: Turn, state: FlowState): Promise<Reaction | null> {
  const said = yesOrNo(turn);
  if (said === null && state.data['kind'] === 'return' && wantsNewOne(turn.text)) {
    return await step(turn, { ...state, data: { ...state.data, kind: 'exchange' } });
  }
  if (said === null) return null;
  if (said === 'no')
    return { outcome: 'helped', replies: [answer(turn.speaker.say('return.declined'))], flow: null };
  const orders = await turn.shop.orders.listOrders(turn.view.customer.id);
  const chosen = orders.find((candidate) => candidate.id === state.data['order']);
  if (!chosen) return null;
  const kind = state.data['kind'] === 'exchange' ? 'exchange' : 'return';
  try {
    await turn.shop.orders.startReturn({
      customerId: turn.view.customer.id,
      orderId: chosen.id,
      conversationId: turn.view.conversationId,
      kind,
      reason: state.data['reason'] as ReturnReason,
    });
  } catch (error) {
    if (!(error instanceof Fault) || error.error.code !== 'conflict') throw error;
    return {
      outcome: 'missed',
      replies: [],
      flow: null,
      handoff: { trigger: 'bot-failed', confidence: 0.9 },
    };
  }
  const rules = await turn.shop.settings.read('return-policy');
  const text = turn.speaker.say(`return.done.${kind}`, {
    number: chosen.number,
    hours: rules.inspectionHours,
    days: rules.refundWorkingDays,
    hold: rules.exchangeHoldHours,
  });
  const tried = [
    {
      code: kind === 'return' ? 'tried.return-started' : 'tried.exchange-started',
      params: { number: chosen.number },
    },
  ];
  return {
    outcome: 'helped',
    replies: [answer(text)],
    flow: null,
    tried,
    remember: { lastOrder: chosen.id },
  };
}

function reasonOf(turn: Turn): ReturnReason | null {
  const tapped = turn.means?.startsWith('reason:') ? turn.means.slice('reason:'.length) : null;
  if (tapped) return tapped as ReturnReason;
  return reasons.find(([, words]) => words.test(turn.text))?.[0] ?? null;
}

/** A return is on the table, and the customer would rather have another piece. */
function wantsNewOne(text: string): boolean {
  return /换(?:一|个|新|件|双)|想换|重新发|补发|\b(?:new one|replacement|exchange|swap|send (?:me )?another)\b/iu.test(
    text,
  );
}

function kindOf(turn: Turn): string {
  const saysExchange =
    /换(?!货运费)|exchange|swap|another (?:size|colou?r)|different (?:size|colou?r)/iu.test(turn.text);
  const saysReturn = /退|refund|return|money back/iu.test(turn.text);
  return (saysExchange && !saysReturn) || turn.intent.intent === 'exchange' ? 'exchange' : 'return';
}
