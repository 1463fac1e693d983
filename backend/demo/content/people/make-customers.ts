import type { Language } from '#shared/domain/language';
import { catalogue } from '../catalogue/catalogue.ts';
import type { CategoryId } from '../catalogue/product.ts';
import { DAY_MS, shoppingMoment } from '../moments.ts';
import { membershipOf } from '../policies.ts';
import {
  chance,
  integerBetween,
  pick,
  pickWeighted,
  type Random,
  seededRandom,
  shuffled,
} from '../random.ts';
import { type Affair, makeOrders } from './make-orders.ts';
import { englishNames, familyNames, givenNames } from './names.ts';
import type { DemoChannelId, DemoCustomer, DemoOrder, DemoView } from './people.ts';
import { mainlandPlaces, otherPlaces } from './places.ts';

/** How many customers the demo shop has, and how many of them write English. */
const CUSTOMER_COUNT = 200;
const ENGLISH_COUNT = 40;

/** What is under way at this moment, over all customers; everybody else has only history. */
const currentAffairs: readonly (readonly [Affair, number])[] = [
  ['late-dispatch', 18],
  ['stuck', 16],
  ['slow-refund', 12],
  ['pending-payment', 6],
  ['paid', 16],
  ['packed', 10],
  ['shipped', 22],
  ['just-delivered', 46],
  ['returning', 10],
  ['cancelled', 4],
];

const tastes: readonly (readonly CategoryId[])[] = [
  ['camping', 'bags', 'outerwear'],
  ['outerwear', 'footwear', 'tops'],
  ['home', 'accessories'],
  ['tops', 'bottoms', 'accessories'],
  ['footwear', 'bottoms', 'bags'],
  ['outerwear', 'accessories', 'home'],
];

/**
 * All customers with their orders and views, the same for the same sequence of random numbers. Who they are, what is under way and where they
 * write from is the same at every hour: how many numbers somebody's orders take depends on `now`, so everybody has numbers of their own.
 */
export function makeCustomers(random: Random, now: Date): DemoCustomer[] {
  const names = customerNames(random);
  const affairs = affairDeck(random);
  const own = names.map(() => seededRandom(integerBetween(random, 0, 0xffff_ffff)));
  const taken = new Set<string>();
  return names.map((person, index) =>
    makeCustomer(own[index] ?? random, { person, index, affair: affairs[index] ?? null, now, taken }),
  );
}

interface Person {
  readonly name: string;
  readonly latin: string;
  readonly language: Language;
}

interface Making {
  readonly person: Person;
  readonly index: number;
  readonly affair: Affair | null;
  readonly now: Date;
  readonly taken: Set<string>;
}

function makeCustomer(random: Random, { person, index, affair, now, taken }: Making): DemoCustomer {
  const { language } = person;
  const isAbroad = language === 'en' && chance(random, 0.45);
  const place = pick(random, isAbroad ? otherPlaces : mainlandPlaces);
  const daysKnown = integerBetween(random, 50, 900);
  const interests = pick(random, tastes);
  const orderCount = Math.max(affair === null ? 0 : 1, orderCountOf(random));
  const channels = channelsOf(random);
  const orders = makeOrders(
    random,
    { language, place, interests, orderCount, affair, daysKnown },
    { now, taken },
  );
  return {
    key: `C${1001 + index}`,
    name: person.name,
    language,
    phone: `1000000${String(1001 + index)}`,
    email: `${person.latin}${1001 + index}@example.com`,
    city: place.city[language],
    since: sinceOf(random, orders, new Date(now.getTime() - daysKnown * DAY_MS)),
    membership: membershipOf(spentOf(orders)),
    channels,
    orders,
    views: makeViews(random, { interests, orders, now }),
  };
}

function customerNames(random: Random): Person[] {
  const chinese = new Map<string, Person>();
  while (chinese.size < CUSTOMER_COUNT - ENGLISH_COUNT) {
    const [family, familyLatin] = pick(random, familyNames);
    const [given, givenLatin] = pick(random, givenNames);
    chinese.set(family + given, {
      name: family + given,
      latin: `${givenLatin}.${familyLatin}`,
      language: 'zh',
    });
  }
  const english = shuffled(random, englishNames).slice(0, ENGLISH_COUNT);
  return shuffled(random, [
    ...chinese.values(),
    ...english.map((name): Person => ({ name, latin: latinOf(name), language: 'en' })),
  ]);
}

function latinOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .replaceAll(' ', '.');
}

function affairDeck(random: Random): (Affair | null)[] {
  const deck = currentAffairs.flatMap(([affair, count]) => Array.from({ length: count }, () => affair));
  const rest = Array.from({ length: CUSTOMER_COUNT - deck.length }, () => null);
  return shuffled<Affair | null>(random, [...deck, ...rest]);
}

/** A few have not bought yet; most come back. */
function orderCountOf(random: Random): number {
  const [low, high] = pickWeighted(random, [
    [[0, 0] as const, 6],
    [[1, 2] as const, 34],
    [[3, 5] as const, 34],
    [[6, 9] as const, 18],
    [[10, 15] as const, 8],
  ]);
  return integerBetween(random, low, high);
}

/** Nobody bought before they were a customer. */
function sinceOf(random: Random, orders: readonly DemoOrder[], guess: Date): Date {
  const first = orders[0]?.placedAt;
  if (first === undefined || guess < first) return guess;
  return new Date(first.getTime() - integerBetween(random, 1, 20) * DAY_MS);
}

function spentOf(orders: readonly DemoOrder[]): number {
  return orders
    .filter((order) => !['pending-payment', 'cancelled', 'refunded'].includes(order.status))
    .reduce((sum, order) => sum + order.totalFen, 0);
}

function channelsOf(random: Random): DemoChannelId[] {
  const order = pickWeighted<readonly DemoChannelId[]>(random, [
    [['web', 'app', 'mini-program'], 40],
    [['app', 'mini-program', 'web'], 30],
    [['mini-program', 'web', 'app'], 30],
  ]);
  const count = pickWeighted(random, [
    [1, 45],
    [2, 40],
    [3, 15],
  ] as const);
  return order.slice(0, count);
}

function makeViews(
  random: Random,
  parts: { interests: readonly CategoryId[]; orders: readonly DemoOrder[]; now: Date },
): DemoView[] {
  const { interests, orders, now } = parts;
  const bought = orders.flatMap((order) => order.lines.map((line) => line.productId));
  const near = catalogue.filter(
    (product) => interests.includes(product.category) || bought.includes(product.id),
  );
  const products = shuffled(random, near).slice(0, integerBetween(random, 3, 14));
  const strays = shuffled(random, catalogue).slice(0, integerBetween(random, 0, 3));
  return [...new Set([...products, ...strays])]
    .map((product) => ({
      productId: product.id,
      at: shoppingMoment(random, now, integerBetween(random, 1, 60)),
      times: pickWeighted(random, [
        [1, 50],
        [2, 25],
        [3, 12],
        [5, 8],
        [9, 5],
      ] as const),
    }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
