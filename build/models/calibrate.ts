import { type ModelHeader, softmax } from '../../backend/modules/language/index.ts';
import { fitTemperature } from './pack.ts';
import { labelsOf, type Recipe, samplesOf, type TextRow, trainByRecipe } from './recipes.ts';
import { type Fit, logitsOf } from './trainer.ts';

/** What is learned on rows that a model was not trained on: how sure it may be, and when none of its classes fits. */
export type Calibration = { temperature: number; reject?: NonNullable<ModelHeader['reject']> };

/** The name under which training data keeps what is out of scope. */
const outOfScope = 'oos';
/** Fewer rows than this calibrate nothing. */
const fewestRows = 50;
const fewestHeld = 20;
const folds = 4;
/** So many of the right answers may be given up for refusing what is out of scope. */
const mostLost = 0.012;
/** Nobody is asked to be surer than this, however easy the held-out rows were. */
const mostAsked = 0.95;

/** Sums before softmax with the place of the right class (−1 for one that the model does not know). */
type Held = { sums: Float64Array; truth: number };

/** Calibrates a fit on development rows; without enough of them, on parts of the training rows held out from fits of their own. */
export function calibrate(
  fitted: Fit,
  recipe: Recipe,
  { train, dev }: { train: readonly TextRow[]; dev: readonly TextRow[] },
): Calibration {
  const { classes } = fitted.options;
  const classAt = classes.indexOf(outOfScope);
  const isOut = (row: TextRow): boolean => labelsOf(row)[0] === outOfScope;
  const isEnough = dev.length >= fewestRows && (classAt < 0 || dev.filter(isOut).length >= fewestRows);
  const held = isEnough
    ? guess(fitted, recipe, dev)
    : heldOut(train, recipe, { classes, count: classAt < 0 ? 1 : folds });
  const known = held.filter(({ truth }) => truth >= 0);
  const temperature = temperatureFor(known);
  if (classAt < 0 || !known.some(({ truth }) => truth === classAt)) {
    return { temperature };
  }
  return { temperature, reject: { classAt, leastSure: leastSureOf(known, classAt, temperature) } };
}

function guess(fitted: Fit, recipe: Recipe, rows: readonly TextRow[]): Held[] {
  const { classes } = fitted.options;
  return logitsOf(fitted, samplesOf(rows, recipe, classes)).map((sums, i) => ({
    sums,
    truth: classes.indexOf(labelsOf(rows[i] as TextRow)[0] ?? ''),
  }));
}

/** The temperature alone, from one part of the training rows held out from a fit of its own. */
export function temperatureOf(train: readonly TextRow[], recipe: Recipe, classes: readonly string[]): number {
  return temperatureFor(heldOut(train, recipe, { classes, count: 1 }));
}

/** What a handful of rows says about sureness is chance. */
function temperatureFor(held: readonly Held[]): number {
  return held.length < fewestHeld
    ? 1
    : fitTemperature(
        held.map(({ sums }) => sums),
        held.map(({ truth }) => truth),
      );
}

/** One fold is enough for a temperature; a threshold for what is out of scope rests on few rows and needs them all. */
function heldOut(
  train: readonly TextRow[],
  recipe: Recipe,
  { classes, count }: { classes: readonly string[]; count: number },
): Held[] {
  return Array.from({ length: count }, (_, fold) => fold).flatMap((fold) => {
    const isHeld = (i: number): boolean => ((i * 7 + Math.floor(i / folds)) % (2 * folds)) % folds === fold;
    const { fitted } = trainByRecipe(
      train.filter((_, i) => !isHeld(i)),
      recipe,
      { classes },
    );
    return guess(
      fitted,
      recipe,
      train.filter((_, i) => isHeld(i)),
    );
  });
}

/** How sure the likeliest class must be: as much as costs the stated share of right answers. */
function leastSureOf(held: readonly Held[], classAt: number, temperature: number): number {
  const right = held.flatMap(({ sums, truth }) => {
    const chances = softmax(sums, temperature);
    chances[classAt] = 0;
    const top = Math.max(...chances);
    return truth !== classAt && chances[truth] === top ? [top] : [];
  });
  const sorted = right.toSorted((a, b) => a - b);
  return Number(Math.min(mostAsked, sorted[Math.floor(mostLost * sorted.length)] ?? mostAsked).toFixed(4));
}
