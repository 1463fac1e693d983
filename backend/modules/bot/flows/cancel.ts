import type { Order } from '#shared/domain/customer';
import { Fault } from '../../../runtime/fault.ts';
import { yesOrNo } from '../answers.ts';
import type { FlowState } from '../dialogue.ts';
import { wantsPartOnly } from '../flow-words.ts';
import { answer, ask, type Flow, needsPerson, type Reaction, type Turn } from '../turn.ts';
import { yuan } from '../wording.ts';
import { generalAnswer } from './faq.ts';
import { chooseOrder } from './order-choice.ts';
import { returnFlow } from './return-flow.ts';
import { askToSignIn, leavesSignIn } from './sign-in.ts';

const start: FlowState = { name: 'cancel', step: 'which', data: {} };
const CANCELLABLE: ReadonlySet<Order['status']> = new Set(['pending-payment', 'paid']);
const TOO_LATE: ReadonlySet<Order['status']> = new Set(['packed', 'shipped']);

/** Cancels what is not packed, after a yes; what is already packed needs a person. */
export const cancel: Flow = {
  begin: async (turn) =>
    generalAnswer(turn, 'cancel-order') ??
    (isPartOfOwn(turn) ? partOnly(turn) : ((await asReturn(turn)) ?? (await step(turn, start)))),
  async resume(turn, state) {
    if (state.step === 'confirm') return await confirm(turn, state);
    const isAnswer =
      turn.means?.startsWith('order:') || turn.entities.some((entity) => entity.type === 'order-number');
    if (state.step === 'sign-in') return leavesSignIn(turn) ? null : await step(turn, state);
    return isAnswer ? await step(turn, state) : null;
  },
};

/** “I don't want it any more”, of what has come: there is nothing to cancel, so it goes back. */
async function asReturn(turn: Turn): Promise<Reaction | null> {
  const { view, shop, text, means } = turn;
  if (!view.customer.isVerified || means !== null || /取消|撤|\b(?:cancel|call off|stop)/iu.test(text))
    return null;
  const orders = await shop.orders.listOrders(view.customer.id);
  const isOpen = orders.some(({ status }) => CANCELLABLE.has(status) || TOO_LATE.has(status));
  return isOpen ? null : await returnFlow.begin(turn);
}

function isPartOfOwn({ view, text }: Turn): boolean {
  return view.customer.isVerified && wantsPartOnly(text);
}

/** One thing of several: the shop's books know only whole orders, so a person does it. */
function partOnly(turn: Turn): Reaction {
  return needsPerson(turn.speaker.say('handoff.predicted'), 0.85);
}

async function step(turn: Turn, state: FlowState): Promise<Reaction> {
  if (!turn.view.customer.isVerified) return askToSignIn(turn, state);
  const all = await turn.shop.orders.listOrders(turn.view.customer.id);
  const open = all.filter((order) => CANCELLABLE.has(order.status));
  const candidates = open.length > 0 ? open : all.filter((order) => TOO_LATE.has(order.status));
  const chosen = chooseOrder(turn, {
    candidates,
    all,
    flow: { ...state, step: 'which' },
    which: 'cancel.which',
  });
  if (chosen.kind === 'ask') return chosen.reaction;
  if (chosen.kind === 'none')
    return { outcome: 'helped', replies: [answer(turn.speaker.say('cancel.none'))], flow: null };
  const { order } = chosen;
  if (TOO_LATE.has(order.status)) return tooLate(turn, order);
  if (!CANCELLABLE.has(order.status)) {
    return { outcome: 'helped', replies: [answer(turn.speaker.say('cancel.none'))], flow: null };
  }
  const title = order.lines[0]?.title[turn.language] ?? '';
  const text = turn.speaker.say('cancel.confirm', {
    number: order.number,
    title,
    total: yuan(order.totalFen),
  });
  const choices = [
    { text: turn.speaker.word('choice.yes'), means: 'yes' },
    { text: turn.speaker.word('choice.no'), means: 'no' },
  ];
  const flow = { name: 'cancel', step: 'confirm', data: { order: order.id } };
  return { ...ask(turn, { text, choices, flow }), remember: { lastOrder: order.id } };
}

function tooLate(turn: Turn, order: Order): Reaction {
  const state = turn.speaker.word(order.status === 'packed' ? 'state.packed' : 'state.shipped');
  return {
    ...needsPerson(turn.speaker.say('cancel.too-late', { number: order.number, state }), 0.9),
    tried: [{ code: 'tried.could-not-cancel', params: { number: order.number } }],
    remember: { lastOrder: order.id },
  };
}

async function confirm(turn: Turn, state: FlowState): Promise<Reaction | null> {
  const said = saysCancel(turn.text) ? 'yes' : yesOrNo(turn);
  const orders = await turn.shop.orders.listOrders(turn.view.customer.id);
  const order = orders.find((candidate) => candidate.id === state.data['order']);
  if (said === null || !order) return null;
  if (said === 'no')
    return { outcome: 'helped', replies: [answer(turn.speaker.say('return.declined'))], flow: null };
  try {
    await turn.shop.orders.cancel(order.id, turn.view.customer.id);
  } catch (error) {
    if (error instanceof Fault && error.error.code === 'conflict') return tooLate(turn, order);
    throw error;
  }
  const text = turn.speaker.say('cancel.done', { number: order.number, total: yuan(order.totalFen) });
  const tried = [{ code: 'tried.order-cancelled', params: { number: order.number } }];
  return { outcome: 'helped', replies: [answer(text)], flow: null, tried };
}

/** “Cancel it”, to the question whether to. */
function saysCancel(text: string): boolean {
  return /^(?:嗯+|那|就|帮我|麻烦|请|[\s，,])*取消(?:吧|掉|了吧|它|订单|这单|就行)*[\s。.!！~～]*$|^(?:please |pls |just )?cancel(?: it| this| that| the order)?[\s.!]*$/iu.test(
    text.trim(),
  );
}
