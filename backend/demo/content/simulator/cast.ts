import { catalogue, productById, substitutesOf } from '../catalogue/catalogue.ts';
import type { Product, Variant } from '../catalogue/product.ts';
import { slotsOf } from '../dialogues/fill-slots.ts';
import { DAY_MS } from '../moments.ts';
import type { DemoCustomer, DemoOrder, TrackingStage } from '../people/people.ts';
import { pick, type Random, shuffled } from '../random.ts';
import type { OrderNeed, Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';

/** A customer with a matter: who comes, with what, about which order. */
export interface Cast {
  readonly customer: DemoCustomer;
  readonly scenario: Scenario;
  readonly order: DemoOrder | null;
  /** What the scenario's slots are filled with. */
  readonly slots: Readonly<Record<string, string>>;
}

/** Whom to cast, and who is not free because they are talking already (customer keys). */
export interface Casting {
  readonly customers: readonly DemoCustomer[];
  readonly busy: ReadonlySet<string>;
  readonly now: Date;
}

/** A free customer in a scenario that fits their language and an order they really have; null when nobody is free. */
export function castScenario(random: Random, casting: Casting): Cast | null {
  for (const scenario of shuffled(random, scenarios)) {
    for (const customer of shuffled(random, casting.customers)) {
      if (customer.language !== scenario.language || casting.busy.has(customer.key)) continue;
      const cast = castCustomer(random, { customer, scenario, now: casting.now });
      if (cast !== null) return cast;
    }
  }
  return null;
}

/** This customer in this scenario; null where they have no order for it. */
export function castCustomer(
  random: Random,
  { customer, scenario, now }: { customer: DemoCustomer; scenario: Scenario; now: Date },
): Cast | null {
  const order = scenario.needs === 'none' ? null : findOrder({ customer, scenario, now }, scenario.needs);
  if (scenario.needs !== 'none' && order === null) return null;
  const { product, variant } = order === null ? anyProduct(random, scenario) : productOf(order, scenario);
  const alternative = pick(random, substitutesOf(product));
  const { language, city } = customer;
  const days = order === null ? 1 : daysWaited(order, now);
  return {
    customer,
    scenario,
    order,
    slots: slotsOf({ language, city, product, variant, alternative, order, days }),
  };
}

/** What has just been unpacked is complained about; older things have had their time. */
const RECENT_MS = 30 * DAY_MS;

const fits: Readonly<Record<Exclude<OrderNeed, 'none'>, (order: DemoOrder, now: Date) => boolean>> = {
  'late-dispatch': ({ status, trouble }) =>
    trouble === 'late-dispatch' && ['paid', 'packed'].includes(status),
  stuck: ({ status, trouble }) => trouble === 'stuck' && status === 'shipped',
  'slow-refund': ({ status, trouble }) => trouble === 'slow-refund' && status === 'returning',
  shipped: ({ status, trouble }) => status === 'shipped' && trouble === null,
  delivered: ({ status, placedAt }, now) =>
    status === 'delivered' && now.getTime() - placedAt.getTime() < RECENT_MS,
  owned: ({ status }) => status === 'delivered',
  unpacked: ({ status, trouble }) => status === 'paid' && trouble === null,
};

function findOrder(
  { customer, scenario, now }: { customer: DemoCustomer; scenario: Scenario; now: Date },
  need: Exclude<OrderNeed, 'none'>,
): DemoOrder | null {
  const found = customer.orders.findLast(
    (order) =>
      fits[need](order, now) && order.lines.some(({ productId }) => suits(scenario, productById(productId))),
  );
  return found ?? null;
}

function suits({ categories, drawings }: Scenario, product: Product): boolean {
  if (drawings !== undefined) return drawings.includes(product.drawing);
  return categories === undefined || categories.includes(product.category);
}

function productOf(order: DemoOrder, scenario: Scenario): { product: Product; variant: Variant } {
  for (const { productId, sku } of order.lines) {
    const product = productById(productId);
    const variant = product.variants.find((candidate) => candidate.sku === sku);
    if (variant !== undefined && suits(scenario, product)) return { product, variant };
  }
  throw new RangeError(`Order ${order.number} has nothing for ${scenario.id}`);
}

function anyProduct(random: Random, scenario: Scenario): { product: Product; variant: Variant } {
  const product = pick(
    random,
    catalogue.filter((candidate) => suits(scenario, candidate)),
  );
  return { product, variant: pick(random, product.variants) };
}

/** Whole days since the thing that keeps them waiting, at least 1. */
function daysWaited(order: DemoOrder, now: Date): number {
  const stages: readonly TrackingStage[] = [
    'return-received',
    'delivered',
    order.trouble === 'stuck' ? 'hub' : 'paid',
  ];
  const since = order.tracking.findLast(({ stage }) => stages.includes(stage))?.at ?? order.placedAt;
  return Math.max(1, Math.floor((now.getTime() - since.getTime()) / DAY_MS));
}
