import { join } from 'node:path';
import type { Language } from '#shared/domain/language';
import { answerProbability, signsOf } from '../../backend/modules/knowledge/retrieval-confidence.ts';
import { bestSlots, createPostings } from '../../backend/modules/knowledge/retrieval-postings.ts';
import { countTerms } from '../../backend/modules/knowledge/retrieval-tokens.ts';
import { readRows } from './data.ts';
import { createRandom, shuffle } from './random.ts';

/** A way to ask something; several may ask the same (`id`). */
type Doc = { id: string; q: string };
/** A question and the ids that answer it. `isFar`: about nothing that any of the collections is about. */
type Query = { q: string; answers: string[]; isFar: boolean };
type Trial = { signs: readonly number[]; sure: number; isRight: boolean; set: string };
type Material = {
  name: Language;
  sizes: readonly (readonly [number, number])[];
  docs: Doc[];
  queries: Query[];
};

const mostQueries = 500;

/** Fits the curve of `answerProbability` and says how well the one in the source holds, per language and size of collection. */
export function calibrateSearch(data: string): string[] {
  const random = createRandom(4);
  const materials = [chinese(data), english(data)];
  return materials.flatMap((material) => {
    const trials = material.sizes.flatMap(([size, times]) =>
      Array.from({ length: times }, () => tryCollection(material, size, random)).flat(),
    );
    const weights = fitLogistic(trials).map((weight) => weight.toFixed(1));
    const sets = [...new Set(trials.map((trial) => trial.set))];
    return [
      `${material.name}: ${trials.length} queries: ${weights.join(', ')} for 1, ln coverage, coverage × lead`,
      ...sets.map((set) =>
        reliability(
          set,
          trials.filter((trial) => trial.set === set),
        ),
      ),
    ];
  });
}

/** Question matching, with posts as questions that no shop answers. */
function chinese(data: string): Material {
  const docs = readRows<{ id: number; q: string }>(join(data, 'zh/faq_retrieval/simclue_dev_docs.jsonl.gz'));
  const near = readRows<{ q: string; rel: number[] }>(
    join(data, 'zh/faq_retrieval/simclue_dev_queries.jsonl.gz'),
  );
  const far = readRows<{ text: string }>(join(data, 'zh/emotion/train.jsonl.gz'));
  return {
    name: 'zh',
    sizes: [
      [12, 120],
      [80, 30],
      [500, 6],
      [3000, 1],
    ],
    docs: docs.map(({ id, q }) => ({ id: String(id), q })),
    queries: [
      ...near.map(({ q, rel }) => ({ q, answers: rel.map(String), isFar: false })),
      ...far
        .filter(({ text }) => text.length <= 24)
        .map(({ text }) => ({ q: text, answers: [], isFar: true })),
    ],
  };
}

/** Questions to a bank, four ways to ask each, with what CLINC150 holds for out of scope as questions far away. */
function english(data: string): Material {
  type Row = { text: string; label: string };
  const read = (file: string): Row[] => readRows<Row>(join(data, 'en', file));
  const seen = new Map<string, number>();
  const docs = read('intent_banking77/train.jsonl.gz').filter(({ label }) => {
    seen.set(label, (seen.get(label) ?? 0) + 1);
    return (seen.get(label) ?? 0) <= 4;
  });
  return {
    name: 'en',
    sizes: [
      [12, 16],
      [40, 4],
      [77, 1],
    ],
    docs: docs.map(({ text, label }) => ({ id: label, q: text })),
    queries: [
      ...read('intent_banking77/dev.jsonl.gz').map(({ text, label }) => ({
        q: text,
        answers: [label],
        isFar: false,
      })),
      ...read('intent_clinc150/train.jsonl.gz')
        .filter(({ label }) => label === 'oos')
        .map(({ text }) => ({ q: text, answers: [], isFar: true })),
    ],
  };
}

/** Searches one collection with as many questions that it can't answer, near ones and far ones, as ones that it can. */
function tryCollection({ name, docs, queries }: Material, size: number, random: () => number): Trial[] {
  const ids = new Set(shuffle([...new Set(docs.map(({ id }) => id))], random).slice(0, size));
  const index = createPostings();
  const idAt = new Map(
    docs.filter(({ id }) => ids.has(id)).map(({ id, q }) => [index.add(countTerms(q)), id]),
  );
  const shuffled = shuffle([...queries], random);
  const has = ({ answers }: Query): boolean => answers.some((id) => ids.has(id));
  const answerable = shuffled.filter(has).slice(0, mostQueries);
  const half = Math.ceil(answerable.length / 2);
  const near = shuffled.filter((query) => !(query.isFar || has(query))).slice(0, half);
  const far = shuffled.filter((query) => query.isFar).slice(0, half);
  return [...answerable, ...near, ...far].flatMap(({ q, answers, isFar }) => {
    const { scores, ideal } = index.score(countTerms(q));
    const ranked = bestSlots(scores, 12, () => true);
    const first = ranked[0];
    if (first === undefined) {
      return [];
    }
    const other = ranked.find((slot) => idAt.get(slot) !== idAt.get(first));
    const evidence = {
      score: scores[first] as number,
      rival: other === undefined ? 0 : (scores[other] as number),
      ideal,
    };
    return [
      {
        signs: signsOf(evidence),
        sure: answerProbability(evidence, name),
        isRight: answers.includes(idAt.get(first) ?? ''),
        set: `${name} ${size} entries${isFar ? ', far' : ''}`,
      },
    ];
  });
}

function fitLogistic(trials: readonly Trial[]): number[] {
  const weights = (trials[0]?.signs ?? []).map(() => 0);
  for (let round = 0; round < 4000; round += 1) {
    const slope = weights.map(() => 0);
    for (const { signs, isRight } of trials) {
      const sum = signs.reduce((total, sign, i) => total + sign * (weights[i] as number), 0);
      const error = 1 / (1 + Math.exp(-sum)) - (isRight ? 1 : 0);
      signs.forEach((sign, i) => {
        slope[i] = (slope[i] as number) + error * sign;
      });
    }
    slope.forEach((value, i) => {
      weights[i] = (weights[i] as number) - (3 * value) / trials.length;
    });
  }
  return weights;
}

/** Five bins: how sure the curve is, and how often it is right there. */
function reliability(set: string, trials: readonly Trial[]): string {
  const bins = Array.from({ length: 5 }, () => ({ count: 0, sure: 0, right: 0 }));
  for (const { sure, isRight } of trials) {
    const bin = bins[Math.min(4, Math.floor(sure * 5))] as (typeof bins)[number];
    bin.count += 1;
    bin.sure += sure;
    bin.right += isRight ? 1 : 0;
  }
  const percent = (part: number, count: number): string => `${((100 * part) / (count || 1)).toFixed(0)} %`;
  return `${set}: ${bins.map(({ count, sure, right }) => `${count} sure ${percent(sure, count)} → right ${percent(right, count)}`).join(', ')}`;
}
