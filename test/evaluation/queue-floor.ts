import { CALM_MOOD, type ConversationMood, type MessageMood, nextMood } from '#shared/domain/mood';
import { queuePlace } from '#shared/domain/queue-order';

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

export const disciplines = ['ours', 'first-in-first-out', 'first message only', 'strict priority'] as const;
export type Discipline = (typeof disciplines)[number];

const SCORES: Record<number, MessageMood> = {
  1: { label: 'negative', score: -0.65, confidence: 1, cues: [] },
  2: { label: 'neutral', score: 0, confidence: 1, cues: [] },
  3: { label: 'positive', score: 0.6, confidence: 1, cues: [] },
};

/** Serves one day's customers by one discipline; agents are never idle while somebody waits. */
export function simulate(
  customers: readonly Customer[],
  floor: { discipline: Discipline; agents: number },
): Outcome[] {
  const free = Array.from({ length: floor.agents }, () => 0);
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
      (best, one) =>
        best === undefined || rank(one, now, floor.discipline) < rank(best, now, floor.discipline)
          ? one
          : best,
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

/** Smaller is served sooner. */
function rank(customer: Customer, now: number, discipline: Discipline): number {
  if (discipline === 'first-in-first-out') return customer.arrivesMs;
  if (discipline === 'first message only') return (customer.before[0] === 1 ? -1e9 : 0) + customer.arrivesMs;
  const mood = moodAt(customer, now);
  if (discipline === 'strict priority') return Math.round(mood.score * 10) * 1e9 + customer.arrivesMs;
  return queuePlace({
    conversationId: customer.id,
    waitingSinceMs: customer.arrivesMs,
    mood,
    trigger: 'predicted',
    botFailures: 0,
    hasAskedForPerson: false,
    isReturnedByAgent: false,
    orderValueFen: 0,
  }).rankAtMs;
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
