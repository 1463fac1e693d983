import type { Order } from '#shared/domain/customer';
import { readAddress } from '../../language/index.ts';
import type { FlowState } from '../dialogue.ts';
import { answer, type Flow, needsPerson, personChoice, type Reaction, type Turn } from '../turn.ts';
import { generalAnswer } from './faq.ts';
import { chooseOrder } from './order-choice.ts';
import { askToSignIn, leavesSignIn } from './sign-in.ts';

const start: FlowState = { name: 'address', step: 'which', data: {} };
const UNPACKED: ReadonlySet<Order['status']> = new Set(['pending-payment', 'paid']);
const ON_ITS_WAY: ReadonlySet<Order['status']> = new Set(['pending-payment', 'paid', 'packed', 'shipped']);

/** A changed address: until it is packed the customer can do it, or a person with the address that was typed; after that only a person can. */
export const address: Flow = {
  begin: async (turn) => generalAnswer(turn, 'change-address') ?? (await step(turn, start)),
  async resume(turn, state) {
    const isAnswer =
      turn.means?.startsWith('order:') || turn.entities.some((entity) => entity.type === 'order-number');
    if (state.step === 'sign-in') return leavesSignIn(turn) ? null : await step(turn, state);
    if (state.step === 'new' && !isAnswer) {
      const isPhone = turn.entities.some((entity) => entity.type === 'phone');
      if (isPhone && !readAddress(turn.text)) return needsPerson(turn.speaker.say('handoff.predicted'), 0.85);
      return readAddress(turn.text) ? await step(turn, state) : null;
    }
    return isAnswer ? await step(turn, state) : null;
  },
};

async function step(turn: Turn, state: FlowState): Promise<Reaction> {
  if (!turn.view.customer.isVerified) return askToSignIn(turn, state);
  const all = await turn.shop.orders.listOrders(turn.view.customer.id);
  const candidates = all.filter((order) => ON_ITS_WAY.has(order.status));
  const chosen = chooseOrder(turn, {
    candidates,
    all,
    flow: { ...state, step: 'which' },
    which: 'orders.which',
  });
  if (chosen.kind === 'ask') return chosen.reaction;
  if (chosen.kind === 'none' || !ON_ITS_WAY.has(chosen.order.status)) {
    return { outcome: 'helped', replies: [answer(turn.speaker.say('address.none'))], flow: null };
  }
  const { order } = chosen;
  if (UNPACKED.has(order.status)) return changeable(turn, state, order);
  const remember = { lastOrder: order.id };
  const where = turn.speaker.word(order.status === 'packed' ? 'state.packed' : 'state.shipped');
  return {
    ...needsPerson(turn.speaker.say('address.too-late', { number: order.number, state: where }), 0.9),
    remember,
  };
}

/** Not packed yet: how it is done, and the way to have it done by typing the address here, which goes to a person at once. */
function changeable(turn: Turn, state: FlowState, { id, number }: Order): Reaction {
  const remember = { lastOrder: id };
  const lacks = missing(turn);
  if (readAddress(turn.text) && (lacks.length === 0 || state.step === 'new')) {
    return { ...needsPerson(turn.speaker.say('address.taken', { number }), 0.9), remember };
  }
  const choices = [personChoice(turn)];
  const text = [turn.speaker.say('address.how', { number }), ...lacks].join(
    turn.language === 'en' ? ' ' : '',
  );
  const tried = [{ code: 'tried.address-explained', params: { number } }];
  const flow: FlowState = { name: 'address', step: 'new', data: { order: id } };
  return { outcome: 'helped', replies: [answer(text, choices)], choices, flow, tried, remember };
}

/** What the address that was typed still lacks, in words: better now than when the courier stands in the street. */
function missing({ text, speaker, language }: Turn): string[] {
  const address = readAddress(text);
  if (!address) return [];
  const lacks = (['street', 'number'] as const).filter((part) => address[part] === null);
  if (lacks.length === 0) return [];
  const parts = lacks
    .map((part) => speaker.word(`address.part.${part}`))
    .join(language === 'zh' ? '和' : ' and ');
  return [speaker.say('address.missing', { parts })];
}
