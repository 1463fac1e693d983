import {
  extractFeatures,
  type Feature,
  type FeatureShape,
  featuresOfUnits,
  type Unit,
} from '../../backend/modules/language/index.ts';
import { moodFeatures } from '../../backend/modules/sentiment/mood-features.ts';
import { fitBlend, type Margin } from './blend.ts';
import { type Cleaned, cleanLabels } from './clean.ts';
import { defaultOptions, type Fit, type Sample, type TrainOptions } from './trainer.ts';

/** A labelled text as it lies in the data files. A list of labels means that each of them applies. */
export type TextRow = {
  text?: string;
  tokens?: readonly (string | number)[];
  label: string | number | readonly string[];
};

/** How one kind of text classifier is made: the features, the fitting, and whether labels are checked first. */
export type Recipe = {
  shape: FeatureShape;
  cues: boolean;
  options: Pick<
    TrainOptions,
    'epochs' | 'rate' | 'smoothing' | 'minimumCount' | 'maximumFeatures' | 'maximumWeights'
  >;
  /** How far rare classes are raised: 0 not at all, 1 until every class weighs the same. Absent: 0. */
  balance?: number;
  /** Separators beside the softmax regression; absent: none. */
  margin?: Margin;
  /** Out-of-fold cleaning; absent for sources whose labels can be trusted. */
  cleaning?: { dropBelow: number; relabelAbove: number; folds: number };
};

/** The recipes by task; figures for them are printed by `npm run evaluate`. */
export const recipes = {
  polarity: {
    shape: { unitNgrams: 3, letterNgrams: [0, 0] },
    cues: false,
    options: {
      epochs: 3,
      rate: 0.1,
      smoothing: 0.05,
      minimumCount: 2,
      maximumFeatures: 400_000,
      maximumWeights: 800_000,
    },
    margin: { cost: 0.25, share: 0.5, emphasis: 0.5 },
  },
  emotion: {
    shape: { unitNgrams: 2, letterNgrams: [4, 4] },
    cues: true,
    options: {
      epochs: 6,
      rate: 0.1,
      smoothing: 0.1,
      minimumCount: 2,
      maximumFeatures: 100_000,
      maximumWeights: 700_000,
    },
    margin: { cost: 0.1, share: 0.85, emphasis: 0.5 },
    balance: 0.75,
  },
  'intent-zh': {
    shape: { unitNgrams: 3, letterNgrams: [0, 0] },
    cues: false,
    options: {
      epochs: 5,
      rate: 0.25,
      smoothing: 0.2,
      minimumCount: 2,
      maximumFeatures: 100_000,
      maximumWeights: 1_200_000,
    },
    margin: { cost: 0.5, share: 0.5 },
    balance: 0.3,
    cleaning: { dropBelow: 0.05, relabelAbove: 0.2, folds: 10 },
  },
  'intent-en': {
    shape: { unitNgrams: 2, letterNgrams: [3, 4], pairWindow: 20, pairStems: true },
    cues: false,
    options: {
      epochs: 8,
      rate: 0.2,
      smoothing: 0.3,
      minimumCount: 2,
      maximumFeatures: 150_000,
      maximumWeights: 3_000_000,
    },
    margin: { cost: 1, share: 0.5 },
  },
} as const satisfies Record<string, Recipe>;
export type RecipeName = keyof typeof recipes;

/** The plain linear model that stands beside every recipe as its baseline: unit pairs, no cues, no cleaning, no tuning. */
export const plainRecipe: Recipe = {
  shape: { unitNgrams: 2, letterNgrams: [0, 0] },
  cues: false,
  options: {
    epochs: 5,
    rate: 0.5,
    smoothing: 0,
    minimumCount: 1,
    maximumFeatures: 1_000_000,
    maximumWeights: 5_000_000,
  },
};

/** Features of a row, from its text or from ready tokens. */
export function featuresOfRow(
  row: Pick<TextRow, 'text' | 'tokens'>,
  recipe: Pick<Recipe, 'shape' | 'cues'>,
): Feature[] {
  if (row.tokens) {
    return featuresOfUnits(row.tokens.map(tokenUnit), { ...recipe.shape, letterNgrams: [0, 0] });
  }
  return recipe.cues
    ? moodFeatures(row.text ?? '', recipe.shape)
    : extractFeatures(row.text ?? '', recipe.shape);
}

function tokenUnit(token: string | number, at: number): Unit {
  return { text: String(token), kind: 'word', start: at, end: at + 1 };
}

/** The labels of a row as names. */
export function labelsOf(row: Pick<TextRow, 'label'>): string[] {
  return Array.isArray(row.label) ? row.label.map(String) : [String(row.label)];
}

/** Samples for training: a row with several labels spreads over them. */
export function samplesOf(rows: readonly TextRow[], recipe: Recipe, classes: readonly string[]): Sample[] {
  const placeOf = new Map(classes.map((name, i) => [name, i]));
  const weightOf = classWeights(rows, recipe.balance ?? 0);
  return rows.map((row) => {
    const labels = labelsOf(row);
    const target = new Float32Array(classes.length);
    for (const label of labels) {
      target[placeOf.get(label) ?? 0] = 1 / labels.length;
    }
    return { features: featuresOfRow(row, recipe), target, weight: weightOf(labels[0] ?? ''), domain: 0 };
  });
}

/** The weight of a row by its class: the rarer the class, the more, by the power that `balance` gives. */
function classWeights(rows: readonly TextRow[], balance: number): (label: string) => number {
  const counts = new Map<string, number>();
  for (const row of balance > 0 ? rows : []) {
    const [label = ''] = labelsOf(row);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return (label) => (rows.length / (counts.size * (counts.get(label) ?? rows.length)) || 1) ** balance;
}

/** A trained classifier, not yet packed, and what cleaning did. */
export type Trained = { fitted: Fit; cleaned?: Cleaned };

/** Trains by a recipe. `classes` absent: those that occur, in alphabetical order. The first class is what an unknown label counts as. */
export function trainByRecipe(
  rows: readonly TextRow[],
  recipe: Recipe,
  { name = 'model', classes }: { name?: string; classes?: readonly string[] } = {},
): Trained {
  const names = classes ? [...classes] : [...new Set(rows.flatMap(labelsOf))].toSorted();
  const options: TrainOptions = {
    ...defaultOptions,
    ...recipe.options,
    name,
    classes: names,
    shape: recipe.shape,
    cues: recipe.cues,
  };
  const fitOn = (own: readonly TextRow[]): Fit =>
    fitBlend(samplesOf(own, recipe, names), options, recipe.margin);
  if (!recipe.cleaning) {
    return { fitted: fitOn(rows) };
  }
  // Raising rare classes would let them keep more of their wrong rows; labels are judged with all rows alike.
  const cleaned = cleanLabels(samplesOf(rows, { ...recipe, balance: 0 }, names), options, recipe.cleaning);
  const kept = cleaned.keep.map((i, k) => ({
    ...(rows[i] as TextRow),
    label: names[cleaned.labels[k] as number] as string,
  }));
  return { fitted: fitOn(kept), cleaned };
}
