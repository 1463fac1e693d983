import type { Order } from '#shared/domain/customer';
import { kindSpokenOf, speaksOfKind } from '../../catalogue/index.ts';
import type { FlowState } from '../dialogue.ts';
import type { TextKey } from '../texts/zh.ts';
import { ask, type Choice, personChoice, type Reaction, type Turn } from '../turn.ts';
import { orderLabel } from '../wording.ts';

/** Which of the customer's orders a turn is about. */
export type OrderChoice =
  | { kind: 'order'; order: Order }
  | { kind: 'ask'; reaction: Reaction }
  | { kind: 'none' };

type Question = {
  /** The orders that could be meant, likeliest first. */
  candidates: readonly Order[];
  /** All orders of the customer. */
  all: readonly Order[];
  flow: FlowState;
  which: TextKey;
};

/**
 * Finds the order that is meant: tapped, named by its number, spoken of before, or the only one that fits; else asks. Only ever looks among
 * the customer's own orders (rule I1).
 */
export function chooseOrder(turn: Turn, { candidates, all, flow, which }: Question): OrderChoice {
  const tapped = turn.means?.startsWith('order:') ? turn.means.slice('order:'.length) : null;
  const wanted = tapped ?? flow.data['order'] ?? null;
  const byId = all.find((order) => order.id === wanted);
  if (byId) return { kind: 'order', order: byId };
  const number = turn.entities.find((entity) => entity.type === 'order-number')?.value;
  const byNumber = all.find((order) => number !== undefined && isCalled(order, number));
  if (byNumber) return { kind: 'order', order: byNumber };
  if (all.length === 0) return { kind: 'none' };
  if (number !== undefined) {
    const text = turn.speaker.say('orders.not-yours');
    const choices = [...labels(turn, all.slice(0, 4)), personChoice(turn)];
    return { kind: 'ask', reaction: ask(turn, { text, choices, flow }) };
  }
  const meant = withThing(turn, candidates) ?? withThing(turn, all) ?? candidates;
  const spokenOf = meant.find((order) => order.id === turn.dialogue.lastOrder);
  const [first, second] = meant;
  if (spokenOf) return { kind: 'order', order: spokenOf };
  if (!first) return { kind: 'none' };
  const isElse = which === 'return.which' && meant === candidates && namesKind(turn);
  if (!second && !isElse) return { kind: 'order', order: first };
  const text = turn.speaker.say(isElse ? 'return.which.other' : which);
  return { kind: 'ask', reaction: ask(turn, { text, choices: labels(turn, meant.slice(0, 4)), flow }) };
}

/** Of these orders, those with the thing or the kind of thing that is named; `null` where none is named or none has it. */
function withThing({ text, found, means }: Turn, orders: readonly Order[]): readonly Order[] | null {
  if (means !== null) return null;
  const called = found?.isCalled ? found.product.title.zh : null;
  const isOfKind = kindSpokenOf(text);
  const own = orders.filter(({ lines }) => lines.some(({ title }) => title.zh === called));
  const ofKind = isOfKind ? orders.filter(({ lines }) => lines.some(({ title }) => isOfKind(title))) : [];
  return [own, ofKind].find((list) => list.length > 0) ?? null;
}

/** Whether a kind of goods is named, which then is in no order. */
function namesKind({ text, means }: Turn): boolean {
  return means === null && speaksOfKind(text);
}

/** Whether an order goes by a number: customers read out whichever is at hand, in pieces or whole. */
export function isCalled({ number, trackingNumber }: Order, said: string): boolean {
  return [number, trackingNumber].some((own) => own !== null && plain(own) === plain(said));
}

function plain(number: string): string {
  return number.toUpperCase().replace(/[\s-]/gu, '');
}

function labels(turn: Turn, orders: readonly Order[]): Choice[] {
  return orders.map((order) => ({ text: orderLabel(order, turn.language), means: `order:${order.id}` }));
}
