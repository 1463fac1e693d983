import type { Language } from '#shared/domain/language';
import { catalogue, productById } from '../catalogue/catalogue.ts';
import type { Product, Variant } from '../catalogue/product.ts';
import { readScript, type Script, type ScriptStep } from '../dialogues/script.ts';
import type { Situation } from '../dialogues/situation.ts';
import { situations } from '../dialogues/situations.ts';
import { DAY_MS, shoppingMoment, withinHours } from '../moments.ts';
import { policies } from '../policies.ts';
import { chance, integerBetween, pick, type Random } from '../random.ts';
import { windowOf } from './order-windows.ts';
import type { DemoCustomer, DemoOrder } from './people.ts';

/** A conversation that is to be told: who, about what, when, by which script. */
export interface Plan {
  readonly customer: DemoCustomer;
  readonly situation: Situation;
  readonly script: Script;
  /** Which of the wordings of the first line is used. */
  readonly opening: number;
  readonly order: DemoOrder | null;
  readonly product: Product;
  readonly variant: Variant;
  readonly at: Date;
  readonly days: number;
}

/** The least number of conversations of the past. */
const CONVERSATION_COUNT = 380;
/** How many of those whose order is in trouble have already written about it. */
const COMPLAINED_BEFORE = 0.6;
const MOST_PER_CUSTOMER = 7;

type Matter = Pick<Plan, 'order' | 'product' | 'variant' | 'at' | 'days'>;

interface Candidate extends Matter {
  readonly situation: Situation;
}

/** Who talks about what: every situation gets its share, nobody tells the same story twice, no order is told about twice. */
export function planConversations(random: Random, customers: readonly DemoCustomer[], now: Date): Plan[] {
  const plans: Plan[] = [];
  const ledger = new Ledger();
  for (const customer of customers) {
    const open = candidatesOf(random, customer, { now, isUnsettled: true });
    const [candidate] = open.toSorted((a, b) => ledger.load(a, customer) - ledger.load(b, customer));
    if (candidate !== undefined && chance(random, COMPLAINED_BEFORE))
      plans.push(ledger.enter(candidate, customer));
  }
  for (
    let attempts = 0;
    plans.length < CONVERSATION_COUNT && attempts < 20 * CONVERSATION_COUNT;
    attempts++
  ) {
    const customer = pick(random, customers);
    const candidates = candidatesOf(random, customer, { now, isUnsettled: false })
      .filter((candidate) => ledger.mayTell(candidate, customer))
      .toSorted((a, b) => ledger.load(a, customer) - ledger.load(b, customer));
    const [candidate] = candidates;
    if (candidate !== undefined) plans.push(ledger.enter(candidate, customer));
  }
  return plans.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** What has been told so far, by whom and how often. */
class Ledger {
  readonly #uses = new Map<string, number>();
  readonly #told = new Map<string, Set<string>>();
  readonly #orders = new Set<string>();

  mayTell({ situation, order }: Candidate, customer: DemoCustomer): boolean {
    const told = this.#told.get(customer.key);
    if (told !== undefined && (told.has(situation.id) || told.size >= MOST_PER_CUSTOMER)) return false;
    return order === null || !this.#orders.has(order.number);
  }

  /** How worn the situation is: uses for each of its scripts. */
  load({ situation }: Candidate, { language }: DemoCustomer): number {
    return this.#usesOf(situation, language) / situation[language].length;
  }

  enter(candidate: Candidate, customer: DemoCustomer): Plan {
    const { situation, order } = candidate;
    const texts = situation[customer.language];
    const uses = this.#usesOf(situation, customer.language);
    this.#uses.set(`${situation.id} ${customer.language}`, uses + 1);
    const told = this.#told.get(customer.key) ?? new Set();
    this.#told.set(customer.key, told.add(situation.id));
    if (order !== null) this.#orders.add(order.number);
    const script = readScript(texts[uses % texts.length] ?? '');
    return { ...candidate, customer, script, opening: Math.floor(uses / texts.length) };
  }

  #usesOf(situation: Situation, language: Language): number {
    return this.#uses.get(`${situation.id} ${language}`) ?? 0;
  }
}

function candidatesOf(
  random: Random,
  customer: DemoCustomer,
  context: { now: Date; isUnsettled: boolean },
): Candidate[] {
  return situations
    .filter((situation) => situation.moment.endsWith('-unsettled') === context.isUnsettled)
    .filter((situation) => situation[customer.language].length > 0)
    .flatMap((situation) => {
      const matter =
        situation.moment === 'none'
          ? matterWithoutOrder(random, customer, { situation, now: context.now })
          : matterOfOrder(random, customer, { situation, moment: situation.moment, now: context.now });
      return matter === null ? [] : [{ ...matter, situation }];
    });
}

function matterWithoutOrder(
  random: Random,
  customer: DemoCustomer,
  { situation, now }: { situation: Situation; now: Date },
): Matter | null {
  const known = Math.floor((now.getTime() - customer.since.getTime()) / DAY_MS);
  const product = pick(
    random,
    catalogue.filter((candidate) => suits(situation, candidate)),
  );
  const daysAgo = integerBetween(random, 2, Math.max(3, Math.min(358, known, product.releasedDaysAgo)));
  const at = atServiceTime(random, situation, () => shoppingMoment(random, now, daysAgo));
  const order = customer.orders.findLast((candidate) => candidate.placedAt < at) ?? null;
  if (order === null && mentionsOrder(situation)) return null;
  return { order: null, product, variant: pick(random, product.variants), at, days: 1 };
}

function matterOfOrder(
  random: Random,
  customer: DemoCustomer,
  parts: { situation: Situation; moment: Exclude<Situation['moment'], 'none'>; now: Date },
): Matter | null {
  const { situation, moment, now } = parts;
  const matters = customer.orders.flatMap((order) => {
    const window = windowOf(order, moment, now);
    const line = order.lines.find(({ productId }) => suits(situation, productById(productId)));
    if (window === null || line === undefined) return [];
    const spread = window.to.getTime() - window.from.getTime();
    const at = atServiceTime(random, situation, () => wholeSecond(window.from.getTime() + random() * spread));
    if (at > window.to) return [];
    const product = productById(line.productId);
    const variant = product.variants.find(({ sku }) => sku === line.sku);
    if (variant === undefined) return [];
    const days = Math.max(1, Math.round((at.getTime() - window.countedFrom.getTime()) / DAY_MS));
    return [{ order, product, variant, at, days }];
  });
  return matters.length === 0 ? null : pick(random, matters);
}

/** Where a person will be needed, the customer writes while people are there: one of a few moments, else the next opening. */
function atServiceTime(random: Random, situation: Situation, draw: () => Date): Date {
  if (!needsPerson(situation)) return draw();
  for (let tries = 0; tries < 6; tries++) {
    const at = draw();
    if (withinHours(random, at, serviceHours) === at) return at;
  }
  return withinHours(random, draw(), serviceHours);
}

function wholeSecond(ms: number): Date {
  return new Date(Math.round(ms / 1000) * 1000);
}

function suits({ categories, drawings }: Situation, product: Product): boolean {
  if (drawings !== undefined) return drawings.includes(product.drawing);
  return categories === undefined || categories.includes(product.category);
}

/** An hour before people leave, so that a talk can come to its end. */
const serviceHours = { from: policies.service.agentsFromHour, to: policies.service.agentsToHour - 1 };

function needsPerson(situation: Situation): boolean {
  return [...situation.zh, ...situation.en].some((text) => text.includes('\nh: '));
}

function mentionsOrder(situation: Situation): boolean {
  return [...situation.zh, ...situation.en].some((text) => /\{(order|date)\}/.test(text));
}

/** The wording that the plan asks for in its first line, a chance one in all others. */
export function wordingOf(
  random: Random,
  step: ScriptStep & { wordings: readonly string[] },
  opening: number | null,
): string {
  const chosen = opening === null ? undefined : step.wordings[opening % step.wordings.length];
  return chosen ?? pick(random, step.wordings);
}
