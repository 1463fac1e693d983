import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readRows } from './data.ts';
import type { Dialogue, Turn } from './dialogue.ts';
import { bestThreshold, folds, heldOut, trainAndGuess } from './dialogue-model.ts';
import { accuracy, auc, type Figure, f1, goldenTransfer, macroF1, share } from './metrics.ts';
import type { Line } from './report.ts';
import { heldOutHandoffs, loadShippedHandoff } from './shipped-handoff.ts';

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
  const rated = read('satisfaction_ssa/makeup_dev_handoff.jsonl.gz');
  return {
    lines: [
      ...sets.flatMap(([name, train, dev]) => satisfactionLines(name, read(train), read(dev))),
      ...handoffs.flatMap((name) => {
        const dialogues = read(`handoff_dami/${name}_eval.jsonl.gz`);
        const task = `handoff per turn, DAMI ${name} (five folds)`;
        return handoffLines(task, dialogues, heldOut('handoff', dialogues));
      }),
      ...handoffLines(
        'handoff by signs, SSA Makeup2, feelings as labelled (five folds)',
        rated,
        heldOutHandoffs(rated).signs,
      ),
      ...(existsSync(join(data, 'en/satisfaction_uss/dev.jsonl.gz')) ? [transferLine(data)] : []),
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

/** One turn: which dialogue, which place in it, its fold, and how sure of a handoff. */
type Judged = { dialogue: number; at: number; fold: number; chance: number; isHandoff: boolean };

/** Puts the guesses of `heldOut`, which come fold by fold, back to their turns. */
function judgedTurns(
  dialogues: readonly Dialogue[],
  { sums, truth }: { sums: readonly Float64Array[]; truth: readonly number[] },
): Judged[] {
  const places = Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) =>
    dialogues.flatMap(({ turns }, dialogue) =>
      dialogue % folds === fold ? turns.map((_, at) => ({ dialogue, at, fold })) : [],
    ),
  );
  return places.map((place, i) => {
    const [stay = 0, go = 0] = sums[i] as Float64Array;
    return { ...place, chance: go - stay, isHandoff: truth[i] === 1 };
  });
}

/** The turns at which a handoff is proposed; each fold's threshold was chosen on the other folds. */
function proposed(judged: readonly Judged[]): Judged[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const others = judged.filter((each) => each.fold !== fold);
    const threshold = bestThreshold(
      others.map(({ chance }) => chance),
      others.map(({ isHandoff }) => isHandoff),
    );
    return judged.filter((each) => each.fold === fold && each.chance >= threshold);
  });
}

function handoffLines(
  task: string,
  dialogues: readonly Dialogue[],
  guessed: { sums: readonly Float64Array[]; truth: readonly number[] },
): Line[] {
  const judged = judgedTurns(dialogues, guessed);
  const said = new Set(proposed(judged));
  const isHandoff = judged.map((each) => each.isHandoff);
  const turnsOf = (chosen: (each: Judged) => boolean): number[][] => {
    const byDialogue = dialogues.map((): number[] => []);
    for (const each of judged.filter(chosen)) {
      byDialogue[each.dialogue]?.push(each.at);
    }
    return byDialogue;
  };
  const gold = turnsOf((each) => each.isHandoff);
  const guess = turnsOf((each) => said.has(each));
  const name = (is: boolean): string => (is ? 'handoff' : 'stay');
  const never = dialogues.map(() => []);
  const transfer = (tolerance: number): Line => ({
    task,
    measure: `GT-${'I'.repeat(tolerance)}`,
    rows: dialogues.length,
    ours: goldenTransfer(gold, guess, tolerance),
    baseline: ['never', goldenTransfer(gold, never, tolerance)],
  });
  return [
    {
      task,
      measure: 'F1',
      rows: judged.length,
      ours: f1(
        isHandoff,
        judged.map((each) => said.has(each)),
      ),
    },
    {
      task,
      measure: 'macro-F1',
      rows: judged.length,
      ours: macroF1(
        isHandoff.map(name),
        judged.map((each) => name(said.has(each))),
      ),
    },
    {
      task,
      measure: 'AUC',
      rows: judged.length,
      ours: auc(
        isHandoff,
        judged.map(({ chance }) => chance),
      ),
    },
    transfer(1),
    transfer(2),
    transfer(3),
  ];
}

/** How the signs of the shipped model carry over to text of another world: English assistants' dialogues, rated by turn. */
function transferLine(data: string): Line {
  type Rated = Turn & { sat?: number[] };
  const dialogues = readRows<{ turns: Rated[] }>(join(data, 'en/satisfaction_uss/dev.jsonl.gz'));
  const score = loadShippedHandoff();
  const judged = dialogues.flatMap(({ turns }) => {
    const found = score({ turns: turns.map(({ role, text = '' }) => ({ role, text })) }).turns ?? [];
    return turns.flatMap(({ sat }, at) =>
      sat
        ? [
            {
              chance: found[at]?.handoff ?? 0,
              isLow: sat.reduce((sum, value) => sum + value, 0) / sat.length < 2.67,
            },
          ]
        : [],
    );
  });
  return {
    task: 'handoff, shipped model on English text (USS dev)',
    measure: 'AUC of dissatisfied turns',
    rows: judged.length,
    ours: auc(
      judged.map(({ isLow }) => isLow),
      judged.map(({ chance }) => chance),
    ),
  };
}
