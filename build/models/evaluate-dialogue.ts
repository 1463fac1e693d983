import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { softmax } from '../../backend/modules/language/index.ts';
import { readRows } from './data.ts';
import { type Dialogue, dialogueShape } from './dialogue.ts';
import { folds, heldOutHandoffs } from './dialogue-model.ts';
import { bySpeaker } from './dialogue-views.ts';
import { accuracy, auc, aucGain, type Figure, f1, goldenTransfer, macroF1, share } from './metrics.ts';
import {
  fewAlarmsThreshold,
  heldOutPredictions,
  type PredictionCase,
  predictionCases,
  type RatedDialogue,
} from './prediction.ts';
import type { Line } from './report.ts';
import {
  classOf,
  fitSatisfaction,
  loadSatisfaction,
  satisfactionChances,
  satisfactionClasses,
} from './satisfaction-model.ts';
import { bestThreshold, type Judged } from './threshold.ts';
import { defaultOptions, fitModel, logitsOf, oneHot, type TrainOptions } from './trainer.ts';

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
  const rated = sets.map(([name, train, dev]) => satisfaction(name, read(train), read(dev)));
  return {
    lines: [
      ...rated.flatMap(({ lines }) => lines),
      ...handoffs.flatMap((name) => {
        const dialogues = read(`handoff_dami/${name}_eval.jsonl.gz`);
        const task = `handoff per turn, DAMI ${name} (five folds)`;
        return handoffLines(task, dialogues, heldOutHandoffs(dialogues));
      }),
      ...(handoffs.length === 2 ? predictionLines(data, read) : []),
    ],
    notes: rated.map(({ note }) => note),
  };
}

type Rated = { lines: Line[]; note: string };

function satisfaction(name: string, train: readonly Dialogue[], dev: readonly Dialogue[]): Rated {
  const model = loadSatisfaction(fitSatisfaction(train));
  const chances = dev.map((dialogue) => satisfactionChances(model, dialogue));
  const plain = plainChances(train, dev);
  const [guess, plainGuess] = [chances, plain].map((of) =>
    of.map((each) => each.indexOf(Math.max(...each))),
  ) as [number[], number[]];
  const truth = dev.map(classOf);
  const isUnsatisfied = truth.map((label) => label === 0);
  const [ranks, plainRanks] = [chances, plain].map((of) => of.map(([unsatisfied = 0]) => unsatisfied)) as [
    number[],
    number[],
  ];
  const task = `satisfaction, SSA ${name}`;
  const majority: [string, Figure] = ['majority', share(truth.map((label) => label === mostFrequent(train)))];
  const rows = dev.length;
  const line = (measure: string, ours: Figure, plainFigure: Figure): Line => ({
    task,
    measure,
    rows,
    ours,
    plain: plainFigure,
  });
  const names = truth.map(String);
  const gain = aucGain(isUnsatisfied, ranks, plainRanks);
  return {
    lines: [
      { ...line('accuracy', accuracy(truth, guess), accuracy(truth, plainGuess)), baseline: majority },
      line('macro-F1', macroF1(names, guess.map(String)), macroF1(names, plainGuess.map(String))),
      line('AUC unsatisfied', auc(isUnsatisfied, ranks), auc(isUnsatisfied, plainRanks)),
    ],
    note: `${task}: AUC unsatisfied ${gain.value.toFixed(1)} (${gain.low.toFixed(1)}–${gain.high.toFixed(1)}) above the plain linear model of the same run on the same rows`,
  };
}

const plainOptions: TrainOptions = {
  ...defaultOptions,
  name: 'plain',
  classes: satisfactionClasses,
  shape: dialogueShape,
  epochs: 5,
  rate: 0.1,
  minimumCount: 2,
};

/** The kind of model that the published floor is: one softmax regression over words by speaker and place. */
function plainChances(train: readonly Dialogue[], dev: readonly Dialogue[]): Float64Array[] {
  const samples = train.map((dialogue) => ({
    features: bySpeaker(dialogue),
    target: oneHot(satisfactionClasses.length, classOf(dialogue)),
    weight: 1,
    domain: 0,
  }));
  const rows = dev.map((dialogue) => ({ features: bySpeaker(dialogue) }));
  return logitsOf(fitModel(samples, plainOptions), rows).map((sums) => softmax(sums, 1));
}

function mostFrequent(dialogues: readonly Dialogue[]): number {
  const counts = [0, 0, 0];
  for (const { satisfaction = 2 } of dialogues) {
    counts[satisfaction - 1] = (counts[satisfaction - 1] ?? 0) + 1;
  }
  return counts.indexOf(Math.max(...counts));
}

/** The turns at which a handoff is proposed; each fold's threshold was chosen on the other folds. */
function proposed(judged: readonly Judged[]): Judged[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const others = judged.filter((each) => each.fold !== fold);
    const threshold = bestThreshold(others);
    return judged.filter((each) => each.fold === fold && each.chance >= threshold);
  });
}

function handoffLines(task: string, dialogues: readonly Dialogue[], judged: readonly Judged[]): Line[] {
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

/** The product's predictor, which reads no word: each set's turns judged by trees that have not seen their dialogue. */
function predictionLines(data: string, read: (file: string) => Dialogue[]): Line[] {
  const cases = predictionCases({
    bots: ['clothing', 'makeup'].flatMap((name) => read(`handoff_dami/${name}_eval.jsonl.gz`)),
    agents: read('satisfaction_ssa/makeup_dev_handoff.jsonl.gz'),
    rated: readRows<RatedDialogue>(join(data, 'en/satisfaction_uss/dev.jsonl.gz')),
  });
  const chances = heldOutPredictions(cases);
  const threshold = fewAlarmsThreshold(cases, chances);
  const names: Record<PredictionCase['set'], string> = {
    bots: 'DAMI, bots',
    agents: 'SSA Makeup2, agents',
    rated: 'USS dev, English text',
  };
  return (Object.keys(names) as PredictionCase['set'][]).flatMap((set) => {
    const own = cases.flatMap((each, i) =>
      each.set === set ? [{ ...each, chance: chances[i] as number }] : [],
    );
    const task = `handoff foretold without words, ${names[set]} (five folds)`;
    const isCalled = (isNeeded: boolean): boolean[] =>
      own.filter((each) => each.isNeeded === isNeeded).map(({ chance }) => chance >= threshold);
    return [
      {
        task,
        measure: 'AUC per customer turn',
        rows: own.length,
        ours: auc(
          own.map(({ isNeeded }) => isNeeded),
          own.map(({ chance }) => chance),
        ),
      },
      { task, measure: 'found at the threshold', rows: isCalled(true).length, ours: share(isCalled(true)) },
      {
        task,
        measure: 'false alarms (low is good)',
        rows: isCalled(false).length,
        ours: share(isCalled(false)),
      },
    ];
  });
}
