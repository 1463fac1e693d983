import {
  type BoostedTrees,
  chanceOf,
  logOddsOf,
  readCourse,
} from '../../backend/modules/handoff-prediction/index.ts';
import { createLinearModel, type LinearModel } from '../../backend/modules/language/index.ts';
import { defaultBoost, fitTrees } from './boosting.ts';
import { courseOf, type Dialogue, dialogueShape, turnFeatures } from './dialogue.ts';
import { fitMargins } from './margin.ts';
import { toModelBytes } from './pack.ts';
import { defaultOptions, oneHot, type Sample, type TrainOptions } from './trainer.ts';

/** What reads the turns of a dialogue: a linear model of the words, and trees over its verdicts and the course of the dialogue. */
export type HandoffModel = { words: LinearModel; trees: BoostedTrees };

const options: TrainOptions = {
  ...defaultOptions,
  name: 'handoff',
  classes: ['stay', 'handoff'],
  shape: dialogueShape,
  maximumFeatures: 120_000,
};
const margin = { cost: 0.1 };

/** The trees must learn how the words' verdict looks on dialogues that it has not seen. */
const innerFolds = 8;
/** Several sets of trees, grown on other draws, err less together. */
const treeSeeds = [1, 2, 3];

/** Trains on dialogues whose turns say whether a person should have taken over. Returns the bytes of the words' model with the trees. */
export function fitHandoffModel(dialogues: readonly Dialogue[]): { bytes: Uint8Array; trees: BoostedTrees } {
  const guessed: number[][] = [];
  for (let fold = 0; fold < innerFolds; fold += 1) {
    const words = createLinearModel(fitWords(dialogues.filter((_, i) => i % innerFolds !== fold)));
    dialogues.forEach((dialogue, i) => {
      if (i % innerFolds === fold) guessed[i] = wordOdds(words, dialogue);
    });
  }
  const rows = dialogues.flatMap((dialogue, i) => signalRows(dialogue, guessed[i] as number[]));
  const truth = dialogues.flatMap(({ turns }) => turns.map(({ handoff }) => handoff ?? 0));
  return { bytes: fitWords(dialogues), trees: averagedTrees(rows, truth) };
}

/** Trees grown from several seeds, as one set whose values are their mean. */
export function averagedTrees(rows: readonly (readonly number[])[], truth: readonly number[]): BoostedTrees {
  const sets = treeSeeds.map((seed) => fitTrees({ rows, truth }, { ...defaultBoost, seed }));
  return {
    base: sets[0]?.base ?? 0,
    trees: sets.flatMap(({ trees }) =>
      trees.map((tree) => ({
        ...tree,
        value: tree.value.map((value) => Number((value / sets.length).toPrecision(4))),
      })),
    ),
  };
}

function fitWords(dialogues: readonly Dialogue[]): Uint8Array {
  const samples: Sample[] = dialogues.flatMap(({ turns }) =>
    turns.map((turn, at) => ({
      features: turnFeatures(turns, at),
      target: oneHot(2, turn.handoff ?? 0),
      weight: 1,
      domain: 0,
    })),
  );
  return toModelBytes(fitMargins(samples, options, margin), 1);
}

function wordOdds(words: LinearModel, { turns }: Dialogue): number[] {
  return turns.map((_, at) => {
    const [stay = 0, handoff = 0] = words.predictFeatures(turnFeatures(turns, at));
    return Math.log(handoff / stay);
  });
}

const unknown = -9;

/** The row of each turn: the course, then what the words said here and before. */
function signalRows({ turns }: Dialogue, odds: readonly number[]): number[][] {
  const signalsAt = readCourse(courseOf(turns));
  return turns.map((_, at) => {
    const before = odds.slice(0, at);
    const mean = before.reduce((sum, value) => sum + value, 0) / before.length;
    return [
      ...signalsAt(at),
      odds[at] as number,
      odds[at - 1] ?? unknown,
      odds[at - 2] ?? unknown,
      odds[at - 3] ?? unknown,
      Math.max(unknown, ...before),
      before.length > 0 ? mean : unknown,
    ];
  });
}

/** The chance of each turn that a person should take over there, from that turn and those before it only. */
export function handoffChances({ words, trees }: HandoffModel, dialogue: Dialogue): number[] {
  return signalRows(dialogue, wordOdds(words, dialogue)).map((row) => chanceOf(logOddsOf(trees, row)));
}
