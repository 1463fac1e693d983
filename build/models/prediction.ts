import {
  chanceOf,
  logOddsOf,
  type PredictionFile,
  predictionRow,
  readCourse,
} from '../../backend/modules/handoff-prediction/index.ts';
import { createSentimentModel } from '../../backend/modules/sentiment/index.ts';
import { defaultBoost, fitTrees } from './boosting.ts';
import { courseOf, type Dialogue, isCustomer, type Turn } from './dialogue.ts';
import { createRandom } from './random.ts';

/** Dialogues of the three kinds that the predictor learns from. */
export type PredictionSources = {
  /** Bots' dialogues with handoffs, word ids, no feelings (MHCH-DAMI). */
  bots: readonly Dialogue[];
  /** Agents' dialogues with handoffs and feelings, word ids (SSA Makeup2). */
  agents: readonly Dialogue[];
  /** Assistants' dialogues in English with ratings of turns (USS). */
  rated: readonly RatedDialogue[];
};
export type RatedDialogue = { turns: readonly (Turn & { sat?: readonly number[] })[] };

/** A customer's turn: its signals, whether a person should have had it by then, its set and its dialogue (for folds). */
export type PredictionCase = {
  row: number[];
  isNeeded: boolean;
  set: keyof PredictionSources;
  dialogue: number;
};

/** What each set counts for altogether. */
const setShare: Record<keyof PredictionSources, number> = { bots: 0.45, agents: 0.15, rated: 0.4 };
/** Mean rating (1 to 5) below which a turn is one that dissatisfied; as in the published studies. */
const DISSATISFIED = 2.67;
/** Scores that the mood model gives to turns like those that people labelled 1 to 3. */
const labelledScores = [0, -0.65, 0, 0.6];
/** A model hears a feeling less surely than those who labelled it: so often it is taken for none. */
const misheard = 0.3;
/** So many of the turns at which nobody was needed may be called needed. */
const falseAlarms = 0.03;

/** All customers' turns of the sources as cases. */
export function predictionCases({ bots, agents, rated }: PredictionSources): PredictionCase[] {
  const mood = createSentimentModel();
  const random = createRandom(12);
  const ratedScores = rated.map(({ turns }) =>
    turns.map((turn) => (isCustomer(turn) ? mood.score(turn.text ?? '', 'en').score : 0)),
  );
  const pool = ratedScores.flat().filter((score) => score !== 0);
  return [
    ...casesOf('rated', rated, {
      scoreOf: (dialogue, at) => ratedScores[dialogue]?.[at] ?? 0,
      isNeeded: (turns, at) => isDissatisfied((turns[at] as RatedDialogue['turns'][number]).sat),
    }),
    ...casesOf('agents', agents, {
      scoreOf: (dialogue, at) =>
        random() < misheard ? 0 : (labelledScores[agents[dialogue]?.turns[at]?.sent ?? 0] as number),
      isNeeded: (turns, at) => turns[at]?.handoff === 1,
    }),
    // Nothing is known of how these customers felt: drawn at random, a mood teaches nothing here and marks the set by nothing.
    ...casesOf('bots', bots, {
      scoreOf: () => pool[Math.floor(random() * pool.length)] ?? 0,
      isNeeded: wasNeededByNow,
    }),
  ];
}

/** A person was needed at this turn, or at an answer of the bot just before it. */
function wasNeededByNow(turns: readonly Turn[], at: number): boolean {
  if (turns[at]?.handoff === 1) return true;
  for (let i = at - 1; i >= 0 && !isCustomer(turns[i] as Turn); i -= 1) {
    if (turns[i]?.handoff === 1) return true;
  }
  return false;
}

function isDissatisfied(ratings: readonly number[] | undefined): boolean {
  return (
    ratings !== undefined && ratings.reduce((sum, value) => sum + value, 0) / ratings.length < DISSATISFIED
  );
}

type Reading = {
  scoreOf(dialogue: number, at: number): number;
  isNeeded(turns: readonly Turn[], at: number): boolean;
};

function casesOf(
  set: keyof PredictionSources,
  dialogues: readonly { turns: readonly Turn[] }[],
  { scoreOf, isNeeded }: Reading,
): PredictionCase[] {
  return dialogues.flatMap(({ turns }, dialogue) => {
    const signalsAt = readCourse(courseOf(turns));
    const moods: number[] = [];
    return turns.flatMap((turn, at) => {
      if (!isCustomer(turn)) return [];
      moods.push(scoreOf(dialogue, at));
      const row = predictionRow(signalsAt(at), { moods, misses: 0 });
      return [{ row, isNeeded: isNeeded(turns, at), set, dialogue }];
    });
  });
}

/** Fits the trees on cases, each set counting for its share. */
export function fitPrediction(cases: readonly PredictionCase[]): PredictionFile['trees'] {
  const counts = Map.groupBy(cases, ({ set }) => set);
  const weights = cases.map(({ set }) => (setShare[set] * cases.length) / (counts.get(set)?.length ?? 1));
  const rows = {
    rows: cases.map(({ row }) => row),
    truth: cases.map(({ isNeeded }) => Number(isNeeded)),
    weights,
  };
  return fitTrees(rows, { ...defaultBoost, trees: 120 });
}

const folds = 5;

/** The chance of each case from trees that have not seen its dialogue. */
export function heldOutPredictions(cases: readonly PredictionCase[]): number[] {
  const chances: number[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const trees = fitPrediction(cases.filter(({ dialogue }) => dialogue % folds !== fold));
    cases.forEach(({ row, dialogue }, i) => {
      if (dialogue % folds === fold) chances[i] = chanceOf(logOddsOf(trees, row));
    });
  }
  return chances;
}

/** The probability that so few turns reach at which nobody was needed, in the set of bots' dialogues and in the rated ones. */
export function fewAlarmsThreshold(cases: readonly PredictionCase[], chances: readonly number[]): number {
  const thresholds = (['bots', 'rated'] as const).map((set) => {
    const calm = chances
      .filter((_, i) => cases[i]?.set === set && !cases[i]?.isNeeded)
      .toSorted((a, b) => b - a);
    return calm[Math.floor(falseAlarms * calm.length)] ?? 1;
  });
  return Number(Math.max(...thresholds).toFixed(3));
}
