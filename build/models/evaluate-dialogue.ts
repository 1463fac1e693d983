import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readRows } from './data.ts';
import type { Dialogue } from './dialogue.ts';
import { heldOut, trainAndGuess } from './dialogue-model.ts';
import { accuracy, auc, type Figure, macroF1, share } from './metrics.ts';
import type { Line } from './report.ts';

/** Dialogues given as word ids: satisfaction on development rows, handoff by cross-validation over dialogues (there is one part only). */
export function evaluateDialogues(data: string): { lines: Line[]; notes: string[] } {
  const read = (file: string): Dialogue[] => readRows(join(data, 'zh', file));
  const sets = [
    ['clothes', 'satisfaction_ssa/clothes_train.jsonl.gz', 'satisfaction_ssa/clothes_dev.jsonl.gz'],
    ['makeup', 'satisfaction_ssa/makeup_train.jsonl.gz', 'satisfaction_ssa/makeup_dev_handoff.jsonl.gz'],
  ] as const;
  const handoffs = ['clothing', 'makeup'].filter((name) =>
    existsSync(join(data, `zh/handoff_dami/${name}_eval.jsonl.gz`)),
  );
  return {
    lines: [
      ...sets.flatMap(([name, train, dev]) => satisfactionLines(name, read(train), read(dev))),
      ...handoffs.flatMap((name) => handoffLines(name, read(`handoff_dami/${name}_eval.jsonl.gz`))),
    ],
    notes: [],
  };
}

function satisfactionLines(name: string, train: readonly Dialogue[], dev: readonly Dialogue[]): Line[] {
  const { sums, truth } = trainAndGuess('satisfaction', train, dev);
  const guess = sums.map((each) => each.indexOf(Math.max(...each)));
  const isUnhappy = truth.map((label) => label === 0);
  const chance = sums.map(([low = 0, middle = 0, high = 0]) => low - Math.max(middle, high));
  const task = `satisfaction, SSA ${name}`;
  const majority: [string, Figure] = ['majority', share(truth.map((label) => label === mostFrequent(train)))];
  return [
    { task, measure: 'accuracy', rows: dev.length, ours: accuracy(truth, guess), baseline: majority },
    { task, measure: 'macro-F1', rows: dev.length, ours: macroF1(truth.map(String), guess.map(String)) },
    { task, measure: 'AUC unsatisfied', rows: dev.length, ours: auc(isUnhappy, chance) },
  ];
}

function mostFrequent(dialogues: readonly Dialogue[]): number {
  const counts = [0, 0, 0];
  for (const { satisfaction = 2 } of dialogues) {
    counts[satisfaction - 1] = (counts[satisfaction - 1] ?? 0) + 1;
  }
  return counts.indexOf(Math.max(...counts));
}

function handoffLines(name: string, dialogues: readonly Dialogue[]): Line[] {
  const { sums, truth } = heldOut('handoff', dialogues);
  const isHandoff = truth.map((label) => label === 1);
  const chance = sums.map(([stay = 0, go = 0]) => go - stay);
  const task = `handoff per customer turn, DAMI ${name} (five folds)`;
  return [{ task, measure: 'AUC', rows: truth.length, ours: auc(isHandoff, chance) }];
}
