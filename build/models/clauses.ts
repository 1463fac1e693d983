import { softmax } from '../../backend/modules/language/index.ts';
import { createRandom, shuffle } from './random.ts';
import { type Recipe, recipes, samplesOf, type TextRow, trainByRecipe } from './recipes.ts';
import { logitsOf } from './trainer.ts';

/** A short piece of a review with the polarity that the whole shelf of reviews agrees on. */
export type Clause = { text: string; isPositive: boolean };

const shortest = 4;
const longest = 24;
const surest = 0.93;

/**
 * Cuts reviews into clauses as short as chat messages and keeps those whose polarity a model of all reviews is sure of and the review's own
 * label confirms. So words of praise and grievance reach the chat model without its learning that every text has an opinion.
 */
export function confidentClauses(reviews: readonly TextRow[], most: number): Clause[] {
  const polar = reviews.filter((row) => String(row.label) === '0' || String(row.label) === '1');
  if (polar.length < 1000) {
    return [];
  }
  const recipe: Recipe = {
    ...recipes.polarity,
    options: { ...recipes.polarity.options, maximumFeatures: 150_000 },
  };
  const { fitted } = trainByRecipe(polar, recipe);
  const clauses = shuffle(polar.flatMap(cut), createRandom(21)).slice(0, most * 8);
  const logits = logitsOf(fitted, samplesOf(clauses, recipe, fitted.options.classes));
  const agreed = clauses.filter(
    (clause, i) => (softmax(logits[i] as Float64Array, 1)[Number(clause.label)] as number) >= surest,
  );
  const half = (label: string): TextRow[] =>
    agreed.filter((clause) => clause.label === label).slice(0, most / 2);
  return [...half('0'), ...half('1')].map((row) => ({ text: row.text ?? '', isPositive: row.label === '1' }));
}

function cut(row: TextRow): TextRow[] {
  const pieces = (row.text ?? '')
    .split(/[。！？!?；;\n~～]|(?<=.{6})[,，](?=.{4})/u)
    .map((piece) => piece.trim());
  return pieces
    .filter((text) => text.length >= shortest && text.length <= longest)
    .map((text) => ({ text, label: String(row.label) }));
}
