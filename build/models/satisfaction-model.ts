import { type BoostedTrees, chanceOf, logOddsOf } from '../../backend/modules/handoff-prediction/index.ts';
import { createLinearModel, type Feature, type LinearModel } from '../../backend/modules/language/index.ts';
import { type Dialogue, dialogueShape, isCustomer, type Turn, turnFeatures } from './dialogue.ts';
import { dialogueViews } from './dialogue-views.ts';
import { averagedTrees } from './handoff-model.ts';
import { fitMargins } from './margin.ts';
import { toModelBytes } from './pack.ts';
import { defaultOptions, fitModel, oneHot, type Sample, type TrainOptions } from './trainer.ts';

/** The classes of satisfaction as the data writes them: 1 is unsatisfied. */
export const satisfactionClasses = ['1', '2', '3'];

/**
 * What judges a whole dialogue: linear models of its words (several views, two ways to fit), such as hear each of the customer's turns, and for each class
 * trees over their verdicts, the curves of what was heard, and the dialogue's shape.
 */
export type SatisfactionModel = Judge & { trees: BoostedTrees[] };
type Judge = { words: LinearModel[]; hearing: LinearModel[] };

/** The same as it is kept: bytes of weight files, and trees. */
export type SatisfactionFiles = JudgeFiles & { trees: BoostedTrees[] };
type JudgeFiles = { words: Uint8Array[]; hearing: Uint8Array[] };

const wordOptions: TrainOptions = {
  ...defaultOptions,
  name: 'satisfaction',
  classes: satisfactionClasses,
  shape: dialogueShape,
  epochs: 5,
  rate: 0.1,
  smoothing: 0.05,
  minimumCount: 3,
  maximumFeatures: 120_000,
};
/** Separators judge each class alone; the class that nothing belongs to is the level from which the others can be told. */
const marginOptions: TrainOptions = { ...wordOptions, classes: [...satisfactionClasses, 'none'] };
const hearingOptions: TrainOptions = { ...wordOptions, name: 'hearing', epochs: 3, smoothing: 0.02 };
const margin = { cost: 0.2 };

const innerFolds = 5;

/** Trains on rated dialogues. Feelings are learned where the customers' turns are labelled (`sent`); those of a dialogue to be judged are never read. */
export function fitSatisfaction(dialogues: readonly Dialogue[]): SatisfactionFiles {
  const rows: number[][] = [];
  for (let fold = 0; fold < innerFolds; fold += 1) {
    const judge = loadWords(fitWords(dialogues.filter((_, i) => i % innerFolds !== fold)));
    dialogues.forEach((dialogue, i) => {
      if (i % innerFolds === fold) rows[i] = signalRow(judge, dialogue);
    });
  }
  const trees = satisfactionClasses.map((_, at) =>
    averagedTrees(
      rows,
      dialogues.map((dialogue) => Number(classOf(dialogue) === at)),
    ),
  );
  return { ...fitWords(dialogues), trees };
}

/** Place of a dialogue's class. */
export function classOf({ satisfaction = 2 }: Dialogue): number {
  return satisfaction - 1;
}

function fitWords(dialogues: readonly Dialogue[]): JudgeFiles {
  const words = dialogueViews.flatMap((view) => {
    const samples: Sample[] = dialogues.map((dialogue) => ({
      features: view(dialogue),
      target: oneHot(satisfactionClasses.length, classOf(dialogue)),
      weight: 1,
      domain: 0,
    }));
    return [fitModel(samples, wordOptions), fitMargins(samples, marginOptions, margin)].map((fitted) =>
      toModelBytes(fitted, 1),
    );
  });
  return { words, hearing: fitHearing(dialogues) };
}

/** Two things are heard in a turn: the rating that the dialogue will end with, and the feeling, where turns are labelled. */
const lessons: readonly ((turn: Turn, dialogue: Dialogue) => number | undefined)[] = [
  (_, dialogue) => classOf(dialogue),
  ({ sent }) => (sent ? sent - 1 : undefined),
];

function fitHearing(dialogues: readonly Dialogue[]): Uint8Array[] {
  const said = dialogues.flatMap((dialogue) =>
    dialogue.turns.flatMap((turn, at) =>
      isCustomer(turn) ? [{ turn, dialogue, features: turnFeatures(dialogue.turns, at) }] : [],
    ),
  );
  return lessons.flatMap((lesson) => {
    const samples = said.flatMap(({ turn, dialogue, features }): Sample[] => {
      const taught = lesson(turn, dialogue);
      return taught === undefined
        ? []
        : [{ features, target: oneHot(satisfactionClasses.length, taught), weight: 1, domain: 0 }];
    });
    return samples.length > 0 ? [toModelBytes(fitModel(samples, hearingOptions), 1)] : [];
  });
}

function loadWords({ words, hearing }: JudgeFiles): Judge {
  return { words: words.map(createLinearModel), hearing: hearing.map(createLinearModel) };
}

/** Makes the judge from its files. */
export function loadSatisfaction(files: SatisfactionFiles): SatisfactionModel {
  return { ...loadWords(files), trees: files.trees };
}

/** The chance of each class, in their order. */
export function satisfactionChances(model: SatisfactionModel, dialogue: Dialogue): Float64Array {
  const row = signalRow(model, dialogue);
  const chances = Float64Array.from(model.trees, (trees) => chanceOf(logOddsOf(trees, row)));
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  return chances.map((chance) => chance / total);
}

function signalRow({ words, hearing }: Judge, dialogue: Dialogue): number[] {
  const seen = dialogueViews.map((view) => view(dialogue));
  const verdicts = words.flatMap((model, at) => {
    const [low = 0, middle = 0, high = 0, none] = model.predictFeatures(seen[at >> 1] as Feature[]);
    return none === undefined
      ? [Math.log(low / (1 - low)), Math.log(low / middle), Math.log(high / middle)]
      : [low, middle, high].map((chance) => Math.log(chance / none));
  });
  const { turns } = dialogue;
  const said = turns.flatMap((turn, at) => (isCustomer(turn) ? [turnFeatures(turns, at)] : []));
  const curves = hearing.flatMap((model) => {
    const heard = said.map((features) => model.predictFeatures(features));
    return [0, 2].flatMap((at) => curveSignals(heard.map((chances) => chances[at] ?? 0)));
  });
  return [...verdicts, ...curves, ...shapeSignals(dialogue)];
}

/** A curve over the customer's turns: its mean, peak, three highest, how often it is high, its newest values in three weights, its start and its trend. */
function curveSignals(curve: readonly number[]): number[] {
  const half = curve.length >> 1;
  const newest = (weight: number): number =>
    curve.reduce((sum, value) => sum * (1 - weight) + value * weight, 0);
  return [
    mean(curve),
    Math.max(0, ...curve),
    mean(curve.toSorted((a, b) => b - a).slice(0, 3)),
    curve.filter((value) => value > 0.5).length,
    curve.reduce((sum, value) => sum + value, 0),
    newest(0.5),
    newest(0.7),
    curve.at(-1) ?? 0,
    curve.at(-2) ?? 0,
    curve[0] ?? 0,
    mean(curve.slice(-3)),
    mean(curve.slice(half)) - mean(curve.slice(0, half)),
  ];
}

function shapeSignals({ turns }: Dialogue): number[] {
  const lengthOf = ({ ids, tokens, text }: (typeof turns)[number]): number =>
    (tokens ?? ids ?? text ?? []).length;
  const said = turns.filter(isCustomer);
  const last = turns.at(-1);
  return [
    Math.log1p(said.length),
    Math.log1p(turns.length),
    said.length / (turns.length || 1),
    Math.log1p(mean(said.map(lengthOf))),
    Math.log1p(Math.max(0, ...said.map(lengthOf))),
    Math.log1p(mean(turns.map(lengthOf))),
    last && isCustomer(last) ? 1 : 0,
  ];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}
