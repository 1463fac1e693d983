import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { MAX_HEAD_START_MS } from '#shared/domain/queue-order';
import {
  type Customer,
  knowingGrowth,
  knowingHeadStart,
  type Order,
  type Outcome,
  orders,
  simulate,
} from './queue-floor.ts';

/**
 * A simulated floor: one stream of arrivals with the moods of real labelled shop dialogues, served by the same agents in four orders.
 * `npm run simulate:queue -- --data DIR [--agents 6] [--loads 0.97,0.9,1.05] [--upset 1,0.6,0.3] [--hours 10] [--days 30] [--seeds 7,1,2]
 * [--patience 12:25,20:20]`: the table of
 * the first floor, then the two ratios of every floor, beside the best that orders reach which know from the start who is upset. `--upset` thins the upset
 * customers out: 1 takes the dialogues as they are, 0.3 keeps three of ten upset ones.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    agents: { type: 'string', default: '6' },
    loads: { type: 'string', default: '0.97,0.9,1.05' },
    upset: { type: 'string', default: '1,0.6,0.3' },
    hours: { type: 'string', default: '10' },
    days: { type: 'string', default: '30' },
    seeds: { type: 'string', default: '7,1,2' },
    patience: { type: 'string', default: '12:25,20:20' },
  },
});

const dialogueSchema = z.object({
  turns: z.array(z.object({ role: z.enum(['user', 'agent']), sent: z.number() })),
});

function readDialogues(folder: string | undefined): number[][] {
  if (folder === undefined) throw new Error('Name the folder with the data: --data DIR');
  const path = join(folder, 'zh/satisfaction_ssa/clothes_dev.jsonl.gz');
  const lines = gunzipSync(readFileSync(path)).toString().trim().split('\n');
  return lines
    .map((line) => dialogueSchema.parse(JSON.parse(line)).turns)
    .map((turns) => turns.filter(({ role }) => role === 'user').map(({ sent }) => sent))
    .filter((turns) => turns.length >= 2);
}

/** Mulberry32: small, seeded, good enough to draw arrivals. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const HOUR = 3_600_000;
const MEAN_SERVICE_MS = 240_000;

/** `patience`: mean minutes until the upset leave, and until the calm do. */
type Floor = { load: number; kept: number; seed: number; patience: { upset: number; calm: number } };

/** One day: Poisson arrivals with a lunchtime peak of half as many again, service times exponential around four minutes. */
function drawDay(
  dialogues: readonly number[][],
  { load, kept, patience }: Omit<Floor, 'seed'>,
  random: () => number,
): Customer[] {
  const hours = Number(values.hours);
  const perMs = (load * Number(values.agents)) / MEAN_SERVICE_MS;
  const customers: Customer[] = [];
  for (let at = 0; ; ) {
    at += -Math.log(1 - random()) / (perMs * 1.5);
    if (at > hours * HOUR) return customers;
    const isPeak = at > 0.4 * hours * HOUR && at < 0.6 * hours * HOUR;
    if (random() > (isPeak ? 1 : 0.58)) continue;
    const turns = drawTurns(dialogues, kept, random);
    const askedAt = askedAtTurn(turns);
    const isUpset = isUpsetAt(turns, askedAt);
    customers.push({
      id: `c${customers.length.toString().padStart(6, '0')}`,
      arrivesMs: at,
      serviceMs: -Math.log(1 - random()) * MEAN_SERVICE_MS,
      patienceMs: -Math.log(1 - random()) * (isUpset ? patience.upset : patience.calm) * 60_000,
      before: turns.slice(0, askedAt + 1),
      meanwhile: turns.slice(askedAt + 1).map((sent, index) => ({ afterMs: (index + 1) * 45_000, sent })),
      isUpset,
    });
  }
}

/** A dialogue at random; one whose customer is upset is laid back unless it is kept. */
function drawTurns(dialogues: readonly number[][], kept: number, random: () => number): readonly number[] {
  for (;;) {
    const turns = dialogues[Math.floor(random() * dialogues.length)] ?? [];
    if (kept >= 1 || !isUpsetAt(turns, askedAtTurn(turns)) || random() < kept) return turns;
  }
}

function askedAtTurn(turns: readonly number[]): number {
  return Math.min(turns.length - 1, Math.max(1, turns.indexOf(1)));
}

function isUpsetAt(turns: readonly number[], askedAt: number): boolean {
  return turns.slice(0, askedAt + 3).includes(1);
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}

function minutes(ms: number): string {
  return (ms / 60_000).toFixed(1).padStart(6);
}

type Waits = { upset: number[]; calm: number[] };

function waitsOf(outcomes: readonly Outcome[]): Waits {
  const waits = (isUpset: boolean) =>
    outcomes
      .filter((one) => one.customer.isUpset === isUpset)
      .map(({ waitedMs }) => waitedMs)
      .sort((a, b) => a - b);
  return { upset: waits(true), calm: waits(false) };
}

function printRow(name: string, outcomes: readonly Outcome[]): void {
  const { upset, calm } = waitsOf(outcomes);
  const left = (isUpset: boolean) => {
    const group = outcomes.filter((one) => one.customer.isUpset === isUpset);
    return `${((100 * group.filter(({ hasLeft }) => hasLeft).length) / group.length).toFixed(1).padStart(5)} %`;
  };
  const passed = Math.max(...outcomes.map(({ passedByLaterMs }) => passedByLaterMs));
  const figures = [
    quantile(upset, 0.5),
    quantile(upset, 0.95),
    quantile(calm, 0.5),
    quantile(calm, 0.95),
    calm.at(-1) ?? 0,
  ];
  console.log(
    `${name.padEnd(20)} ${figures.map(minutes).join(' ')}   ${left(true)}   ${left(false)}   ${minutes(passed)}`,
  );
}

function serve(dialogues: readonly number[][], { seed, ...floor }: Floor, order: Order): Outcome[] {
  const random = seededRandom(seed);
  const days = Array.from({ length: Number(values.days) }, () => drawDay(dialogues, floor, random));
  return days.flatMap((day) => simulate(day, { order, agents: Number(values.agents) }));
}

function printTable(dialogues: readonly number[][], floor: Floor): void {
  const served = Object.entries(orders).map(
    ([name, order]) => [name, serve(dialogues, floor, order)] as const,
  );
  const arrivals = served[0]?.[1] ?? [];
  console.log(
    `${arrivals.length} arrivals over ${values.days} days of ${values.hours} h, ${values.agents} agents, offered load ${floor.load}, seed ${floor.seed}; ` +
      `${upsetShare(arrivals)} upset`,
  );
  console.log(
    'minutes              upset p50   p95 | calm p50 p95  max |  left: upset     calm | passed by an arrival later by',
  );
  for (const [name, outcomes] of served) printRow(name, outcomes);
}

function upsetShare(outcomes: readonly Outcome[]): string {
  const upset = outcomes.filter(({ customer }) => customer.isUpset).length;
  return `${((100 * upset) / outcomes.length).toFixed(0)} %`;
}

const goals = { upset: 0.5, calm: 1.25 };
type Ratios = Record<keyof Waits, number>;

/** Orders that know who is upset, each kind over the strengths among which the best is looked for. */
const knowing: Record<string, (strength: number) => Order> = {
  'head start of': (minutes) => knowingHeadStart(minutes * 60_000),
  'growing head start, waiting times': (times) => knowingGrowth(times, MAX_HEAD_START_MS),
};
const strengths: Record<string, number[]> = {
  'head start of': [4, 5, 6, 7, 8, 9, 10],
  'growing head start, waiting times': [2, 2.5, 3, 3.5, 4, 6],
};

/** The 95th percentiles over those of first-in-first-out, for the upset and for the calm: ours, and the best of those that know. */
function printRatios(dialogues: readonly number[][], floor: Floor): void {
  const plainOutcomes = serve(dialogues, floor, orders['first-in-first-out']);
  const plain = waitsOf(plainOutcomes);
  const ratiosOf = (order: Order): Ratios => {
    const waits = waitsOf(serve(dialogues, floor, order));
    const ratio = (of: keyof Waits): number => quantile(waits[of], 0.95) / quantile(plain[of], 0.95);
    return { upset: ratio('upset'), calm: ratio('calm') };
  };
  const best = Object.entries(knowing).map(([name, make]) => {
    const tried = (strengths[name] ?? []).map((strength) => ({ strength, ...ratiosOf(make(strength)) }));
    const { strength, ...ratios } = tried.toSorted(
      (a, b) => missOf(a) - missOf(b),
    )[0] as (typeof tried)[number];
    return `${name} ${strength}: ${shown(ratios)}`;
  });
  const { load, patience, seed } = floor;
  const facts = `load ${load.toFixed(2)}, ${upsetShare(plainOutcomes)} upset, patience ${patience.upset} and ${patience.calm} min, seed ${seed}`;
  console.log(`${facts}: ${shown(ratiosOf(orders.ours))} | moods known: ${best.join('; ')}`);
}

/** By how much the goal that is missed most is missed; 1 is just reached. */
function missOf({ upset, calm }: Ratios): number {
  return Math.max(upset / goals.upset, calm / goals.calm);
}

function shown(ratios: Ratios): string {
  const mark = (of: keyof Waits): string =>
    `${of} ${ratios[of].toFixed(2)} ${ratios[of] <= goals[of] ? '✓' : '✗'}`;
  return `${mark('upset')} ${mark('calm')}`;
}

const dialogues = readDialogues(values.data);
const numbers = (list: string): number[] => list.split(',').map(Number);
const patiences = values.patience.split(',').map((pair) => {
  const [upset = Number.NaN, calm = Number.NaN] = pair.split(':').map(Number);
  return { upset, calm };
});
const floors = patiences.flatMap((patience) =>
  numbers(values.upset).flatMap((kept) =>
    numbers(values.loads).flatMap((load) =>
      numbers(values.seeds).map((seed): Floor => ({ load, kept, seed, patience })),
    ),
  ),
);
printTable(dialogues, floors[0] as Floor);
console.log('95th percentiles against first-in-first-out (goals: upset ≤ 0.50, calm ≤ 1.25)');
for (const floor of floors) printRatios(dialogues, floor);
console.log(`T, after which no later arrival passes: ${minutes(MAX_HEAD_START_MS)} min`);
