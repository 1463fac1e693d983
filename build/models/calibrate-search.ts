import { join } from 'node:path';
import type { Language } from '#shared/domain/language';
import { articles } from '../../backend/demo/content/knowledge/knowledge.ts';
import { createRetrieval, type Retrieval } from '../../backend/modules/knowledge/retrieval.ts';
import { answerProbability, signsOf } from '../../backend/modules/knowledge/retrieval-confidence.ts';
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
/** Sizes of shops, and how many of each. */
const shopSizes = [
  [20, 150],
  [80, 40],
] as const;

/** Fits the curve of `answerProbability` and says how well the one in the source holds, per language and size of collection. */
export function calibrateSearch(data: string): string[] {
  const random = createRandom(4);
  const materials = [chinese(data), english(data)];
  return materials.flatMap((material) => {
    const trials = [
      ...material.sizes.flatMap(([size, times]) =>
        Array.from({ length: times }, () => tryCollection(material, size, random)).flat(),
      ),
      ...shopSizes.flatMap(([size, times]) =>
        Array.from({ length: times }, () => tryShop(material, size, random)).flat(),
      ),
    ];
    const weights = fitLogistic(trials).map((weight) => weight.toFixed(1));
    const sets = [...new Set(trials.map((trial) => trial.set))];
    return [
      `${material.name}: ${trials.length} queries: ${weights.join(', ')} for 1, ln coverage, found, said, lead, unknown`,
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
      [12, 60],
      [80, 10],
      [500, 2],
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
      [12, 8],
      [40, 2],
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
  const asked = Map.groupBy(
    docs.filter(({ id }) => ids.has(id)),
    ({ id }) => id,
  );
  const index = createRetrieval();
  for (const [id, [first, ...variants]] of asked) {
    index.upsert({ id, language: name, question: first?.q ?? '', variants: variants.map(({ q }) => q) });
  }
  const shuffled = shuffle([...queries], random);
  const has = ({ answers }: Query): boolean => answers.some((id) => ids.has(id));
  const answerable = shuffled.filter(has).slice(0, mostQueries);
  const half = Math.ceil(answerable.length / 2);
  const near = shuffled.filter((query) => !(query.isFar || has(query))).slice(0, half);
  const far = shuffled.filter((query) => query.isFar).slice(0, half);
  return [...answerable, ...near, ...far].flatMap((query) => trialOf(index, query, { name, size }));
}

/** The demo shop's own articles, each with one way to ask held back as the question; what is asked of the other articles has no answer. */
function tryShop({ name, queries }: Material, size: number, random: () => number): Trial[] {
  const shuffled = shuffle([...articles], random);
  const index = createRetrieval();
  const held = shuffled.slice(0, size).map((article): Query => {
    const [question = '', ...variants] = shuffle([...article.questions[name]], random);
    index.upsert({
      id: article.id,
      language: name,
      question: article.title[name],
      variants,
      answer: article.answer[name],
    });
    return { q: question, answers: [article.id], isFar: false };
  });
  const half = Math.ceil(held.length / 2);
  const near = shuffled
    .slice(size)
    .flatMap((article) => article.questions[name].map((q): Query => ({ q, answers: [], isFar: false })));
  const far = shuffle(
    queries.filter((query) => query.isFar),
    random,
  );
  return [...held, ...shuffle(near, random).slice(0, half), ...far.slice(0, half)].flatMap((query) =>
    trialOf(index, query, { name, size }),
  );
}

function trialOf(
  index: Retrieval,
  { q, answers, isFar }: Query,
  { name, size }: { name: Language; size: number },
): Trial[] {
  return index.judge(q, { language: name, limit: 1 }).map(({ id, evidence }) => ({
    signs: signsOf(evidence),
    sure: answerProbability(evidence, name),
    isRight: answers.includes(id),
    set: `${name} ${size} entries${isFar ? ', far' : ''}`,
  }));
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
