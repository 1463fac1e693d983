import type { Language } from '#shared/domain/language';
import { isOfIntent, withIntent } from '../../backend/modules/bot/article-confidence.ts';
import { createIntentModel } from '../../backend/modules/intent/index.ts';
import { createRetrieval } from '../../backend/modules/knowledge/retrieval.ts';
import { answerProbability, signsOf } from '../../backend/modules/knowledge/retrieval-confidence.ts';
import { createRandom } from './random.ts';
import {
  type AskedShop,
  demoShops,
  developmentShops,
  type ShopArticle,
  type ShopQuestion,
  searchMaterial,
} from './search-material.ts';

/** The best hit of a question: its signs, those of the intent among them, and whether it answers. */
type Trial = { signs: readonly number[]; sure: number; isRight: boolean; set: string };

const SEED = 11;
/** Each set counts as much as a thousand questions, however many it has. */
const SET_WORTH = 1_000;

/** Fits the curve of `answerProbability` with the intent's part, and says how well the ones in the source hold, per language and set. */
export function calibrateSearch(data: string): string[] {
  return (['zh', 'en'] as const).flatMap((language) => {
    const random = createRandom(SEED);
    const shops = [
      ...developmentShops(language, random),
      ...demoShops(language, random),
      ...searchMaterial(data, language, random),
    ];
    const trials = shops.flatMap((shop) => tryShop(shop, language));
    const sets = [...Map.groupBy(trials, (trial) => trial.set)];
    const rows = sets.flatMap(([, own]) => own.map((trial) => ({ trial, worth: SET_WORTH / own.length })));
    const weights = fitLogistic(rows).map((weight) => weight.toFixed(2));
    return [
      `${language}: ${trials.length} questions: ${weights.join(', ')} for 1, ln coverage, found, lead, many, told, ln ideal, agrees, strays, intent differs, intent other`,
      ...sets.map(([set, own]) => reliability(`${language} ${set}`, own)),
    ];
  });
}

function tryShop({ set, articles, questions }: AskedShop, language: Language): Trial[] {
  const index = createRetrieval();
  const intents = createIntentModel();
  const byId = new Map(articles.map((article) => [article.id, article]));
  for (const { id, title, variants, answer } of articles) {
    index.upsert({ id, language, question: title, variants, answer });
  }
  return questions.flatMap(({ question, answers }: ShopQuestion) => {
    const wish = intents.classify(question, language);
    const judged = index.judge(question, { language, limit: 5 }).map(({ id, evidence }) => {
      const article = byId.get(id) as ShopArticle;
      const confidence = answerProbability(evidence, language);
      return { article, evidence, sure: withIntent({ ...article, confidence }, wish, language) };
    });
    const [best] = judged.toSorted((a, b) => b.sure - a.sure);
    if (!best) return [];
    const isJudged = best.article.intent !== null && !isOfIntent(best.article, wish.intent);
    const differs = isJudged && wish.intent !== 'other' ? wish.confidence : 0;
    const other = isJudged && wish.intent === 'other' ? wish.confidence : 0;
    const signs = [...signsOf(best.evidence), differs, other];
    return [{ signs, sure: best.sure, isRight: answers.includes(best.article.id), set }];
  });
}

type Row = { trial: Trial; worth: number };

/** Logistic regression by Newton's steps, with a little pull towards nothing. */
function fitLogistic(rows: readonly Row[]): number[] {
  const size = rows[0]?.trial.signs.length ?? 0;
  let weights = Array.from({ length: size }, () => 0);
  for (let round = 0; round < 20; round += 1) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : weight));
    const bend = weights.map((_, i) => weights.map((__, j) => (i === j ? 1 : 0)));
    for (const { trial, worth } of rows) addRow(trial, worth, { weights, slope, bend });
    const step = solve(bend, slope);
    weights = weights.map((weight, i) => weight - (step[i] as number));
  }
  return weights;
}

function addRow(
  { signs, isRight }: Trial,
  worth: number,
  { weights, slope, bend }: { weights: readonly number[]; slope: number[]; bend: number[][] },
): void {
  const sum = signs.reduce((total, sign, i) => total + sign * (weights[i] as number), 0);
  const chance = 1 / (1 + Math.exp(-sum));
  signs.forEach((sign, i) => {
    slope[i] = (slope[i] as number) + worth * (chance - Number(isRight)) * sign;
    const row = bend[i] as number[];
    signs.forEach((other, j) => {
      row[j] = (row[j] as number) + worth * chance * (1 - chance) * sign * other;
    });
  });
}

/** Solves a system of equations by elimination. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  for (let i = 0; i < rows.length; i += 1) {
    const pivot = rows[i] as number[];
    for (const [k, row] of rows.entries()) {
      const share = (row[i] as number) / (pivot[i] as number);
      if (k !== i)
        for (let j = i; j < row.length; j += 1) row[j] = (row[j] as number) - share * (pivot[j] as number);
    }
  }
  return rows.map((row, i) => (row.at(-1) as number) / (row[i] as number));
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
