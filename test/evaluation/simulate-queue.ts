import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { MAX_HEAD_START_MS } from '#shared/domain/queue-order';
import { type Customer, type Discipline, disciplines, type Outcome, simulate } from './queue-floor.ts';

/**
 * A simulated floor: one stream of arrivals with the moods of real labelled shop dialogues, served by the same agents in four orders.
 * `npm run simulate:queue -- --data DIR [--agents 6] [--loads 0.97,0.9,1.05] [--hours 10] [--days 30] [--seeds 7,1,2]`: the table of
 * the first load and seed, then the two ratios of them all.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    agents: { type: 'string', default: '6' },
    loads: { type: 'string', default: '0.97,0.9,1.05' },
    hours: { type: 'string', default: '10' },
    days: { type: 'string', default: '30' },
    seeds: { type: 'string', default: '7,1,2' },
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

/** One day: Poisson arrivals with a lunchtime peak of half as many again, service times exponential around four minutes. */
function drawDay(dialogues: readonly number[][], load: number, random: () => number): Customer[] {
  const hours = Number(values.hours);
  const perMs = (load * Number(values.agents)) / MEAN_SERVICE_MS;
  const customers: Customer[] = [];
  for (let at = 0; ; ) {
    at += -Math.log(1 - random()) / (perMs * 1.5);
    if (at > hours * HOUR) return customers;
    const isPeak = at > 0.4 * hours * HOUR && at < 0.6 * hours * HOUR;
    if (random() > (isPeak ? 1 : 0.58)) continue;
    const turns = dialogues[Math.floor(random() * dialogues.length)];
    if (turns === undefined) continue;
    const askedAt = Math.min(turns.length - 1, Math.max(1, turns.indexOf(1)));
    const isUpset = turns.slice(0, askedAt + 3).includes(1);
    customers.push({
      id: `c${customers.length.toString().padStart(6, '0')}`,
      arrivesMs: at,
      serviceMs: -Math.log(1 - random()) * MEAN_SERVICE_MS,
      patienceMs: -Math.log(1 - random()) * (isUpset ? 12 : 25) * 60_000,
      before: turns.slice(0, askedAt + 1),
      meanwhile: turns.slice(askedAt + 1).map((sent, index) => ({ afterMs: (index + 1) * 45_000, sent })),
      isUpset,
    });
  }
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

function printRow(discipline: Discipline, outcomes: readonly Outcome[]): void {
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
    `${discipline.padEnd(20)} ${figures.map(minutes).join(' ')}   ${left(true)}   ${left(false)}   ${minutes(passed)}`,
  );
}

type Floor = { load: number; seed: number };

function serve(dialogues: readonly number[][], { load, seed }: Floor, discipline: Discipline): Outcome[] {
  const random = seededRandom(seed);
  const days = Array.from({ length: Number(values.days) }, () => drawDay(dialogues, load, random));
  return days.flatMap((day) => simulate(day, { discipline, agents: Number(values.agents) }));
}

function printTable(dialogues: readonly number[][], floor: Floor): void {
  const served = disciplines.map((discipline) => [discipline, serve(dialogues, floor, discipline)] as const);
  const arrivals = served[0]?.[1] ?? [];
  const upset = arrivals.filter(({ customer }) => customer.isUpset).length / arrivals.length;
  console.log(
    `${arrivals.length} arrivals over ${values.days} days of ${values.hours} h, ${values.agents} agents, offered load ${floor.load}, seed ${floor.seed}; ` +
      `${(100 * upset).toFixed(1)} % upset`,
  );
  console.log(
    'minutes              upset p50   p95 | calm p50 p95  max |  left: upset     calm | passed by an arrival later by',
  );
  for (const [discipline, outcomes] of served) printRow(discipline, outcomes);
}

/** Our 95th percentiles over those of first-in-first-out, for the upset and for the calm. */
function printRatios(dialogues: readonly number[][], floor: Floor): void {
  const [ours, plain] = (['ours', 'first-in-first-out'] as const).map((discipline) =>
    waitsOf(serve(dialogues, floor, discipline)),
  ) as [Waits, Waits];
  const ratio = (of: keyof Waits) => quantile(ours[of], 0.95) / quantile(plain[of], 0.95);
  const mark = (value: number, goal: number) => `${value.toFixed(2)} ${value <= goal ? '✓' : '✗'}`;
  console.log(
    `load ${floor.load.toFixed(2)} seed ${floor.seed}: upset p95 ${mark(ratio('upset'), 0.5)}, calm p95 ${mark(ratio('calm'), 1.25)}`,
  );
}

const dialogues = readDialogues(values.data);
const floors = values.loads
  .split(',')
  .flatMap((load) => values.seeds.split(',').map((seed) => ({ load: Number(load), seed: Number(seed) })));
printTable(dialogues, floors[0] as Floor);
console.log('against first-in-first-out (goals: upset ≤ 0.50, calm ≤ 1.25)');
for (const floor of floors) printRatios(dialogues, floor);
console.log(`T, after which no later arrival passes: ${minutes(MAX_HEAD_START_MS)} min`);
