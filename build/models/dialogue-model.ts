import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinearModel, type LinearModel, softmax } from '../../backend/modules/language/index.ts';
import { type Dialogue, dialogueFeatures, dialogueShape, turnFeatures } from './dialogue.ts';
import { fitTemperature, toModelBytes } from './pack.ts';
import { defaultOptions, fitModel, logitsOf, oneHot, type Sample, type TrainOptions } from './trainer.ts';

/** The tasks on whole dialogues. */
export const dialogueTasks = ['handoff', 'satisfaction'] as const;
export type DialogueTask = (typeof dialogueTasks)[number];

export type DialogueOutput = {
  id?: unknown;
  label: string | number;
  scores?: Record<string, number>;
  turns?: { handoff: number; label: 0 | 1 }[];
};

const satisfactionClasses = ['1', '2', '3'];
const handoffClasses = ['stay', 'handoff'];

const options: Record<DialogueTask, TrainOptions> = {
  handoff: {
    ...defaultOptions,
    name: 'handoff',
    classes: handoffClasses,
    shape: dialogueShape,
    epochs: 4,
    rate: 0.1,
    smoothing: 0.02,
    minimumCount: 3,
    maximumFeatures: 60_000,
  },
  satisfaction: {
    ...defaultOptions,
    name: 'satisfaction',
    classes: satisfactionClasses,
    shape: dialogueShape,
    epochs: 5,
    rate: 0.1,
    smoothing: 0.05,
    minimumCount: 3,
    maximumFeatures: 120_000,
  },
};

/** How a handoff model is fitted. */
export const handoffOptions = options.handoff;

/** Samples of a task: one per turn, or one per dialogue. */
function dialogueSamples(task: DialogueTask, dialogues: readonly Dialogue[]): Sample[] {
  if (task === 'satisfaction') {
    return dialogues.map((dialogue) => ({
      features: dialogueFeatures(dialogue),
      target: oneHot(satisfactionClasses.length, (dialogue.satisfaction ?? 2) - 1),
      weight: 1,
      domain: 0,
    }));
  }
  return handoffSamples(dialogues, turnFeatures);
}

/** One sample for each turn, with the features that `featuresOf` reads from it. In the public sets most handoffs lie on turns of the bot. */
export function handoffSamples(dialogues: readonly Dialogue[], featuresOf: typeof turnFeatures): Sample[] {
  return dialogues.flatMap(({ turns }) =>
    turns.map((turn, at) => ({
      features: featuresOf(turns, at),
      target: oneHot(2, turn.handoff ?? 0),
      weight: 1,
      domain: 0,
    })),
  );
}

/** The threshold on the chance of handoff that gives the best F1 on samples not trained on. */
export function bestThreshold(chances: readonly number[], truth: readonly boolean[]): number {
  const order = chances.map((_, i) => i).sort((a, b) => (chances[b] as number) - (chances[a] as number));
  const positives = truth.filter(Boolean).length;
  let [hit, best, threshold] = [0, 0, 0.5];
  order.forEach((i, place) => {
    hit += truth[i] ? 1 : 0;
    const f1 = (2 * hit) / (place + 1 + positives);
    if (f1 > best) {
      [best, threshold] = [f1, chances[i] as number];
    }
  });
  return threshold;
}

/** Trains a dialogue model into a folder; threshold and temperature come from models that have not seen the dialogue they judge. */
export function trainDialogueModel(
  task: DialogueTask,
  dialogues: readonly Dialogue[],
  out: string,
): string[] {
  const samples = dialogueSamples(task, dialogues);
  const fitted = fitModel(samples, options[task]);
  const { sums, truth } = heldOut(task, dialogues);
  const temperature = fitTemperature(sums, truth);
  const chances = sums.map((each) => softmax(each, temperature)[1] as number);
  const threshold =
    task === 'handoff'
      ? bestThreshold(
          chances,
          truth.map((label) => label === 1),
        )
      : 0.5;
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'model.bin'), toModelBytes(fitted, temperature));
  writeFileSync(join(out, 'threshold.json'), JSON.stringify({ threshold }));
  return [
    `${task}: ${samples.length} samples, temperature ${temperature.toFixed(2)}, threshold ${threshold.toFixed(3)}`,
  ];
}

/** Dialogue `i` belongs to fold `i % folds`. */
export const folds = 5;

/** Guesses by five models, each for the fifth of the dialogues that it was not trained on. */
export function heldOut(
  task: DialogueTask,
  dialogues: readonly Dialogue[],
): { sums: Float64Array[]; truth: number[] } {
  const sums: Float64Array[] = [];
  const truth: number[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const test = dialogues.filter((_, i) => i % folds === fold);
    const guessed = trainAndGuess(
      task,
      dialogues.filter((_, i) => i % folds !== fold),
      test,
    );
    sums.push(...guessed.sums);
    truth.push(...guessed.truth);
  }
  return { sums, truth };
}

/** Trains on some dialogues and guesses others: sums per class before softmax, and the right class, by sample. */
export function trainAndGuess(
  task: DialogueTask,
  train: readonly Dialogue[],
  test: readonly Dialogue[],
): { sums: Float64Array[]; truth: number[] } {
  const samples = dialogueSamples(task, test);
  const sums = logitsOf(fitModel(dialogueSamples(task, train), options[task]), samples);
  return { sums, truth: samples.map((sample) => sample.target.indexOf(1)) };
}

/** Loads a scorer from the folder that training wrote. */
export function loadDialogueScorer(
  task: DialogueTask,
  folder: string,
): (dialogue: Dialogue) => DialogueOutput {
  const model = createLinearModel(readFileSync(join(folder, 'model.bin')));
  const { threshold } = JSON.parse(readFileSync(join(folder, 'threshold.json'), 'utf8')) as {
    threshold: number;
  };
  return task === 'handoff'
    ? (dialogue) => scoreTurns(model, dialogue, threshold)
    : (dialogue) => scoreWhole(model, dialogue);
}

function scoreTurns(model: LinearModel, dialogue: Dialogue, threshold: number): DialogueOutput {
  const { turns } = dialogue;
  return judgeTurns(dialogue, (at) => ({
    chance: model.predictFeatures(turnFeatures(turns, at))[1] as number,
    threshold,
  }));
}

/** The output for a dialogue whose turns are judged one by one. */
export function judgeTurns(
  { id, turns }: Dialogue,
  judge: (at: number) => { chance: number; threshold: number },
): DialogueOutput {
  const judged = turns.map((_, at) => {
    const { chance, threshold } = judge(at);
    return {
      handoff: Math.round(chance * 1e4) / 1e4,
      label: chance >= threshold ? (1 as const) : (0 as const),
    };
  });
  return { id, label: judged.some(({ label }) => label === 1) ? 1 : 0, turns: judged };
}

function scoreWhole(model: LinearModel, dialogue: Dialogue): DialogueOutput {
  const chances = model.predictFeatures(dialogueFeatures(dialogue));
  const scores = Object.fromEntries(
    model.classes.map((name, i) => [name, Math.round((chances[i] as number) * 1e4) / 1e4]),
  );
  return { id: dialogue.id, label: chances.indexOf(Math.max(...chances)) + 1, scores };
}
