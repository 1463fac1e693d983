import { join } from 'node:path';
import { signsOf } from '../../backend/modules/knowledge/retrieval-confidence.ts';
import { bestSlots, createPostings } from '../../backend/modules/knowledge/retrieval-postings.ts';
import { countTerms } from '../../backend/modules/knowledge/retrieval-tokens.ts';
import { readRows } from './data.ts';
import { createRandom, shuffle } from './random.ts';

type Doc = { id: number; q: string };
type Query = { q: string; rel: number[] };
type Trial = { signs: readonly [number, number, number]; isRight: boolean; size: number };

/** Sizes of the collections searched, and how often each is drawn. */
const draws = [
  [80, 30],
  [500, 8],
  [3000, 2],
] as const;
const mostQueries = 700;

/** Fits the curve of `answerProbability` and says how well it holds for each size of collection. */
export function calibrateSearch(data: string): string[] {
  const docs = readRows<Doc>(join(data, 'zh/faq_retrieval/simclue_dev_docs.jsonl.gz'));
  const queries = readRows<Query>(join(data, 'zh/faq_retrieval/simclue_dev_queries.jsonl.gz'));
  const random = createRandom(4);
  const trials = draws.flatMap(([size, times]) =>
    Array.from({ length: times }, () =>
      tryCollection(shuffle([...docs], random).slice(0, size), queries, random),
    ).flat(),
  );
  const weights = fitLogistic(trials);
  const [base, coverage, lead] = weights.map((weight) => weight.toFixed(1));
  return [
    `${trials.length} queries: ${coverage} × coverage + ${lead} × lead + ${base}`,
    ...draws.map(([size]) => reliability(trials, weights, size)),
  ];
}

/** Searches one collection with as many queries that it can answer as ones that it can't. */
function tryCollection(docs: readonly Doc[], queries: readonly Query[], random: () => number): Trial[] {
  const ids = new Set(docs.map((doc) => doc.id));
  const index = createPostings();
  const idOfSlot = docs.map((doc) => ({ slot: index.add(countTerms(doc.q)), id: doc.id }));
  const idAt = new Map(idOfSlot.map(({ slot, id }) => [slot, id]));
  const shuffled = shuffle([...queries], random);
  const answerable = shuffled.filter(({ rel }) => rel.some((id) => ids.has(id))).slice(0, mostQueries);
  const others = shuffled.filter(({ rel }) => !rel.some((id) => ids.has(id))).slice(0, answerable.length);
  return [...answerable, ...others].flatMap(({ q, rel }) => {
    const { scores, ideal } = index.score(countTerms(q));
    const [first, second] = bestSlots(scores, 2, () => true);
    if (first === undefined) {
      return [];
    }
    const rival = second === undefined ? 0 : (scores[second] as number);
    const { coverage, lead } = signsOf({ score: scores[first] as number, rival, ideal });
    return [
      {
        signs: [1, coverage, lead] as const,
        isRight: rel.includes(idAt.get(first) ?? -1),
        size: docs.length,
      },
    ];
  });
}

function chanceOf(signs: Trial['signs'], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-signs.reduce((sum, sign, i) => sum + sign * (weights[i] as number), 0)));
}

function fitLogistic(trials: readonly Trial[]): number[] {
  const weights = [0, 0, 0];
  for (let round = 0; round < 600; round += 1) {
    const slope = [0, 0, 0];
    for (const { signs, isRight } of trials) {
      const error = chanceOf(signs, weights) - (isRight ? 1 : 0);
      signs.forEach((sign, i) => {
        slope[i] = (slope[i] as number) + error * sign;
      });
    }
    slope.forEach((value, i) => {
      weights[i] = (weights[i] as number) - (8 * value) / trials.length;
    });
  }
  return weights;
}

/** Five bins: how sure the curve is, and how often it is right there. */
function reliability(trials: readonly Trial[], weights: readonly number[], size: number): string {
  const bins = Array.from({ length: 5 }, () => ({ count: 0, sure: 0, right: 0 }));
  for (const trial of trials.filter((each) => each.size === size)) {
    const sure = chanceOf(trial.signs, weights);
    const bin = bins[Math.min(4, Math.floor(sure * 5))] as (typeof bins)[number];
    bin.count += 1;
    bin.sure += sure;
    bin.right += trial.isRight ? 1 : 0;
  }
  const percent = (part: number, count: number): string => `${((100 * part) / count).toFixed(0)} %`;
  return `${size} entries, sure → right: ${bins.map(({ count, sure, right }) => `${percent(sure, count)} → ${percent(right, count)}`).join(', ')}`;
}
