import { type BoostedTrees, chanceOf, logOddsOf } from '../../backend/modules/handoff-prediction/index.ts';
import { createLinearModel, type Feature, type LinearModel } from '../../backend/modules/language/index.ts';
import {
  type Dialogue,
  dialogueFeatures,
  dialogueShape,
  isCustomer,
  stagedFeatures,
  turnFeatures,
} from './dialogue.ts';
import { averagedTrees } from './handoff-model.ts';
import { fitMargins } from './margin.ts';
import { toModelBytes } from './pack.ts';
import { defaultOptions, fitModel, oneHot, type Sample, type TrainOptions } from './trainer.ts';

/** The classes of satisfaction as the data writes them: 1 is unsatisfied. */
export const satisfactionClasses = ['1', '2', '3'];

/**
 * What judges a whole dialogue: linear models of its words (two views, two ways to fit), one of how the customer feels at each turn, and for each class
 * trees over their verdicts and the curve of feelings.
 */
export type SatisfactionModel = { words: LinearModel[]; feeling: LinearModel | null; trees: BoostedTrees[] };

/** The same as it is kept: bytes of weight files, and trees. */
export type SatisfactionFiles = { words: Uint8Array[]; feeling: Uint8Array | null; trees: BoostedTrees[] };

const wordOptions: TrainOptions = {
  ...defaultOptions,
  name: 'satisfaction',
  classes: satisfactionClasses,
  shape: dialogueShape,
  epochs: 5,
  rate: 0.1,
  smoothing: 0.05,
  minimumCount: 3,
  maximumFeatures: 300_000,
};
/** Separators judge each class alone; the class that nothing belongs to is the level from which the others can be told. */
const marginOptions: TrainOptions = { ...wordOptions, classes: [...satisfactionClasses, 'none'] };
const feelingOptions: TrainOptions = { ...wordOptions, name: 'feeling', epochs: 3, smoothing: 0.02 };
const margin = { cost: 0.2 };

const views: readonly ((dialogue: Dialogue) => Feature[])[] = [dialogueFeatures, stagedFeatures];
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

type WordFiles = Omit<SatisfactionFiles, 'trees'>;
type WordJudge = Omit<SatisfactionModel, 'trees'>;

function fitWords(dialogues: readonly Dialogue[]): WordFiles {
  const words = views.flatMap((view) => {
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
  return { words, feeling: fitFeeling(dialogues) };
}

function fitFeeling(dialogues: readonly Dialogue[]): Uint8Array | null {
  const samples = dialogues.flatMap(({ turns }) =>
    turns.flatMap((turn, at): Sample[] =>
      isCustomer(turn) && turn.sent
        ? [{ features: turnFeatures(turns, at), target: oneHot(3, turn.sent - 1), weight: 1, domain: 0 }]
        : [],
    ),
  );
  return samples.length > 0 ? toModelBytes(fitModel(samples, feelingOptions), 1) : null;
}

function loadWords({ words, feeling }: WordFiles): WordJudge {
  return { words: words.map(createLinearModel), feeling: feeling && createLinearModel(feeling) };
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

function signalRow({ words, feeling }: WordJudge, dialogue: Dialogue): number[] {
  const verdicts = words.flatMap((model, at) => {
    const features = (views[at >> 1] as (dialogue: Dialogue) => Feature[])(dialogue);
    const [low = 0, middle = 0, high = 0, none] = model.predictFeatures(features);
    return none === undefined
      ? [Math.log(low / (1 - low)), Math.log(low / middle), Math.log(high / middle)]
      : [low, middle, high].map((chance) => Math.log(chance / none));
  });
  const { turns } = dialogue;
  const felt = turns.flatMap((turn, at) => {
    if (!isCustomer(turn)) return [];
    const chances = feeling?.predictFeatures(turnFeatures(turns, at));
    return [{ low: chances?.[0] ?? 0, high: chances?.[2] ?? 0 }];
  });
  return [
    ...verdicts,
    ...curveSignals(felt.map(({ low }) => low)),
    ...curveSignals(felt.map(({ high }) => high)),
    ...shapeSignals(dialogue),
  ];
}

/** A curve over the customer's turns: its mean, peak, how often it is high, its newest values in three weights, its start and its trend. */
function curveSignals(curve: readonly number[]): number[] {
  const half = curve.length >> 1;
  const newest = (weight: number): number =>
    curve.reduce((sum, value) => sum * (1 - weight) + value * weight, 0);
  return [
    mean(curve),
    Math.max(0, ...curve),
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
