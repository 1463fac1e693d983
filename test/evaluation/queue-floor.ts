import { CALM_MOOD, type ConversationMood, type MessageMood, nextMood } from '#shared/domain/mood';
import { type QueuePlace, queuePlace, rankAtMs } from '#shared/domain/queue-order';

/** A customer of the simulated floor. `sent` is a labelled turn: 1 negative, 2 neutral, 3 positive. Times in milliseconds of the day. */
export type Customer = {
  id: string;
  arrivesMs: number;
  serviceMs: number;
  patienceMs: number;
  /** Turns said up to the handoff, and those said while waiting. */
  before: readonly number[];
  meanwhile: readonly { afterMs: number; sent: number }[];
  isUpset: boolean;
};

export type Outcome = {
  customer: Customer;
  waitedMs: number;
  hasLeft: boolean;
  /** By how much later the latest arrival came that was served before this customer. */
  passedByLaterMs: number;
};

/** A place at a moment of the day: who has the smallest is served next. */
export type Order = (customer: Customer, now: number) => number;

const SCORES: Record<number, MessageMood> = {
  1: { label: 'negative', score: -0.65, confidence: 1, cues: [] },
  2: { label: 'neutral', score: 0, confidence: 1, cues: [] },
  3: { label: 'positive', score: 0.6, confidence: 1, cues: [] },
};

/** Serves one day's customers in one order; agents are never idle while somebody waits. */
export function simulate(
  customers: readonly Customer[],
  { order, agents }: { order: Order; agents: number },
): Outcome[] {
  const free = Array.from({ length: agents }, () => 0);
  const outcomes: Outcome[] = [];
  const served: Customer[] = [];
  let waiting: Customer[] = [];
  let next = 0;
  while (next < customers.length || waiting.length > 0) {
    const agent = free.indexOf(Math.min(...free));
    let now = free[agent] ?? 0;
    if (waiting.length === 0) now = Math.max(now, customers[next]?.arrivesMs ?? now);
    while (next < customers.length && (customers[next]?.arrivesMs ?? 0) <= now) {
      const arrived = customers[next++];
      if (arrived) waiting.push(arrived);
    }
    const leaving = waiting.filter((one) => one.arrivesMs + one.patienceMs < now);
    for (const one of leaving) outcomes.push(outcome(one, one.patienceMs, true, served));
    waiting = waiting.filter((one) => one.arrivesMs + one.patienceMs >= now);
    const chosen = waiting.reduce<Customer | undefined>(
      (best, one) => (best === undefined || order(one, now) < order(best, now) ? one : best),
      undefined,
    );
    if (chosen === undefined) continue;
    waiting = waiting.filter((one) => one !== chosen);
    outcomes.push(outcome(chosen, now - chosen.arrivesMs, false, served));
    served.push(chosen);
    free[agent] = now + chosen.serviceMs;
  }
  return outcomes;
}

function outcome(
  customer: Customer,
  waitedMs: number,
  hasLeft: boolean,
  served: readonly Customer[],
): Outcome {
  let latest = customer.arrivesMs;
  // Only those served in the last hours can have come later.
  for (const one of served.slice(-400)) latest = Math.max(latest, one.arrivesMs);
  return { customer, waitedMs, hasLeft, passedByLaterMs: latest - customer.arrivesMs };
}

/** Our order and those beside which it is judged. */
export const orders = {
  ours: (customer, now) => rankAtMs({ waitingSinceMs: customer.arrivesMs, ...placeAt(customer, now) }, now),
  'first-in-first-out': ({ arrivesMs }) => arrivesMs,
  'first message only': ({ before, arrivesMs }) => (before[0] === 1 ? -1e9 : 0) + arrivesMs,
  'strict priority': (customer, now) =>
    Math.round(moodAt(customer, now).score * 10) * 1e9 + customer.arrivesMs,
} as const satisfies Record<string, Order>;

/** An order that knows from the start who is upset: they stand as if they had come so much earlier. */
export function knowingHeadStart(ms: number): Order {
  return ({ arrivesMs, isUpset }) => arrivesMs - (isUpset ? ms : 0);
}

/** The same, where waiting counts several times for the upset (priority that accumulates; Kleinrock 1964) up to a largest head start. */
export function knowingGrowth(times: number, mostMs: number): Order {
  return ({ arrivesMs, isUpset }, now) =>
    arrivesMs - (isUpset ? Math.min(mostMs, (times - 1) * (now - arrivesMs)) : 0);
}

function placeAt(customer: Customer, now: number): QueuePlace {
  return queuePlace({
    mood: moodAt(customer, now),
    trigger: 'predicted',
    botFailures: 0,
    hasAskedForPerson: false,
    isReturnedByAgent: false,
    orderValueFen: 0,
  });
}

function moodAt(customer: Customer, now: number): ConversationMood {
  const said = customer.meanwhile
    .filter(({ afterMs }) => customer.arrivesMs + afterMs <= now)
    .map(({ sent }) => sent);
  return [...customer.before, ...said].reduce(
    (mood, sent) => nextMood(mood, SCORES[sent] ?? SCORES[2] ?? never()),
    CALM_MOOD,
  );
}

function never(): never {
  throw new Error('The table of scores has no neutral row');
}
