import type { FlowState } from '../dialogue.ts';
import { answer, ask, type Flow, personChoice, type Reaction, type Turn } from '../turn.ts';
import { lateness, orderLabel } from '../wording.ts';
import { lateOrderOf } from './order-in-question.ts';

/** A message this long tells the story by itself. */
const TELLING_ZH = 24;
const TELLING_EN = 60;
/** Who is this angry is asked nothing. */
const FURIOUS = -0.75;

/** Hears a grievance: owns up, asks two questions of fact at most, then a person takes it. The bot promises nothing. */
export const complaint: Flow = {
  async begin(turn) {
    const late = await lateOrderOf(turn);
    const flow: FlowState = { name: 'complaint', step: 'facts', data: {} };
    if (late) {
      const number = late.number;
      const text = turn.speaker.say('complaint.late', { number, late: lateness(late.lateMs, turn.speaker) });
      const choices = [
        { text: turn.speaker.word('choice.chase'), means: 'person' },
        personChoice(turn),
      ].slice(0, 1);
      const remember = { lastOrder: late.id };
      const tried = [{ code: 'tried.order-shown', params: { number } }];
      return { outcome: 'asked', replies: [answer(text, choices)], choices, flow, remember, tried };
    }
    if (tellsItAll(turn)) return await askWhichOrder(turn, flow);
    return { outcome: 'asked', replies: [answer(turn.speaker.say('complaint.hear'))], flow };
  },
  async resume(turn, state) {
    if (state.step === 'facts' && turn.view.customer.isVerified && !turn.dialogue.lastOrder) {
      return await askWhichOrder(turn, state);
    }
    return toPerson(turn);
  },
};

async function askWhichOrder(turn: Turn, state: FlowState): Promise<Reaction> {
  const orders = turn.view.customer.isVerified
    ? await turn.shop.orders.listOrders(turn.view.customer.id)
    : [];
  const isNamed = turn.entities.some((entity) => entity.type === 'order-number');
  if (orders.length < 2 || isNamed) return toPerson(turn);
  const choices = orders
    .slice(0, 4)
    .map((order) => ({ text: orderLabel(order, turn.language), means: `order:${order.id}` }));
  return ask(turn, {
    text: turn.speaker.say('complaint.which-order'),
    choices,
    flow: { ...state, step: 'order' },
  });
}

function toPerson(turn: Turn): Reaction {
  const orderId = turn.means?.startsWith('order:') ? turn.means.slice('order:'.length) : null;
  return {
    outcome: 'helped',
    replies: [answer(turn.speaker.say('complaint.person'))],
    flow: null,
    handoff: {
      trigger: 'predicted',
      confidence: 0.85,
      reasons: [{ code: 'predicted.complaint', params: {} }],
    },
    ...(orderId ? { remember: { lastOrder: orderId } } : {}),
  };
}

function tellsItAll(turn: Turn): boolean {
  const isFurious = turn.said.label === 'anger' && turn.said.score <= FURIOUS;
  return isFurious || turn.text.length >= (turn.language === 'zh' ? TELLING_ZH : TELLING_EN);
}
