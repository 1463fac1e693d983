import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BoostedTrees } from '../../backend/modules/handoff-prediction/index.ts';
import { createLinearModel } from '../../backend/modules/language/index.ts';
import type { Dialogue } from './dialogue.ts';
import { fitHandoffModel, type HandoffModel, handoffChances } from './handoff-model.ts';
import {
  fitSatisfaction,
  loadSatisfaction,
  type SatisfactionModel,
  satisfactionChances,
  satisfactionClasses,
} from './satisfaction-model.ts';
import { bestThreshold, type Judged } from './threshold.ts';

/** The tasks on whole dialogues. */
export const dialogueTasks = ['handoff', 'satisfaction'] as const;
export type DialogueTask = (typeof dialogueTasks)[number];

/** What is said of a dialogue: of each turn whether a person should take over, or of the whole how satisfied the customer is. */
export type DialogueOutput = {
  id?: unknown;
  label: string | number;
  scores?: Record<string, number>;
  turns?: { handoff: number; label: 0 | 1 }[];
};

/** Trains a dialogue model into a folder. The threshold comes from models that have not seen the dialogue they judge. */
export function trainDialogueModel(
  task: DialogueTask,
  dialogues: readonly Dialogue[],
  out: string,
): string[] {
  mkdirSync(out, { recursive: true });
  return task === 'handoff' ? trainHandoff(dialogues, out) : trainSatisfaction(dialogues, out);
}

function trainHandoff(dialogues: readonly Dialogue[], out: string): string[] {
  const { bytes, trees, threshold } = fitHandoffWithThreshold(dialogues);
  writeFileSync(join(out, 'model.bin'), bytes);
  writeFileSync(join(out, 'trees.json'), JSON.stringify({ threshold, trees }));
  return [`handoff: ${dialogues.length} dialogues, threshold ${threshold.toFixed(3)}`];
}

/** A handoff model with the threshold that was best on dialogues held out. */
export function fitHandoffWithThreshold(dialogues: readonly Dialogue[]): {
  bytes: Uint8Array;
  trees: BoostedTrees;
  threshold: number;
} {
  const threshold = bestThreshold(heldOutHandoffs(dialogues));
  return { ...fitHandoffModel(dialogues), threshold };
}

function trainSatisfaction(dialogues: readonly Dialogue[], out: string): string[] {
  const { trees, ...files } = fitSatisfaction(dialogues);
  for (const [name, parts] of Object.entries(files)) {
    parts.forEach((bytes, i) => {
      writeFileSync(join(out, `${name}-${i}.bin`), bytes);
    });
  }
  const counts = { words: files.words.length, hearing: files.hearing.length };
  writeFileSync(join(out, 'trees.json'), JSON.stringify({ ...counts, trees }));
  return [`satisfaction: ${dialogues.length} dialogues`];
}

/** Dialogue `i` belongs to fold `i % folds`. */
export const folds = 5;

/** The turns of all dialogues, each judged by a model that has not seen its dialogue. */
export function heldOutHandoffs(dialogues: readonly Dialogue[]): Judged[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const files = fitHandoffModel(dialogues.filter((_, i) => i % folds !== fold));
    const model: HandoffModel = { words: createLinearModel(files.bytes), trees: files.trees };
    return dialogues.flatMap((dialogue, i) =>
      i % folds === fold
        ? handoffChances(model, dialogue).map((chance, at) => ({
            dialogue: i,
            at,
            fold,
            chance,
            isHandoff: dialogue.turns[at]?.handoff === 1,
          }))
        : [],
    );
  });
}

/** Loads a scorer from the folder that training wrote. */
export function loadDialogueScorer(
  task: DialogueTask,
  folder: string,
): (dialogue: Dialogue) => DialogueOutput {
  return task === 'handoff' ? loadHandoff(folder) : loadWhole(folder);
}

function loadHandoff(folder: string): (dialogue: Dialogue) => DialogueOutput {
  const { threshold, trees } = readJson<{ threshold: number; trees: BoostedTrees }>(folder);
  const model: HandoffModel = { words: createLinearModel(readFileSync(join(folder, 'model.bin'))), trees };
  return (dialogue) => {
    const chances = handoffChances(model, dialogue);
    return judgeTurns(dialogue, (at) => ({ chance: chances[at] as number, threshold }));
  };
}

function loadWhole(folder: string): (dialogue: Dialogue) => DialogueOutput {
  const { words, hearing, trees } = readJson<{ words: number; hearing: number; trees: BoostedTrees[] }>(
    folder,
  );
  const read = (name: string, count: number): Uint8Array[] =>
    Array.from({ length: count }, (_, i) => readFileSync(join(folder, `${name}-${i}.bin`)));
  const model: SatisfactionModel = loadSatisfaction({
    words: read('words', words),
    hearing: read('hearing', hearing),
    trees,
  });
  return (dialogue) => judgeWhole(model, dialogue);
}

function readJson<T>(folder: string): T {
  return JSON.parse(readFileSync(join(folder, 'trees.json'), 'utf8')) as T;
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

function judgeWhole(model: SatisfactionModel, dialogue: Dialogue): DialogueOutput {
  const chances = satisfactionChances(model, dialogue);
  const scores = Object.fromEntries(
    satisfactionClasses.map((name, i) => [name, Math.round((chances[i] as number) * 1e4) / 1e4]),
  );
  return { id: dialogue.id, label: chances.indexOf(Math.max(...chances)) + 1, scores };
}
