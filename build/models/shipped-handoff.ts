import { readFileSync } from 'node:fs';
import { moodLevel } from '#shared/domain/mood';
import {
  type BoostedTrees,
  createHandoffPredictor,
  type PredictionTurn,
} from '../../backend/modules/handoff-prediction/index.ts';
import { asksForPerson } from '../../backend/modules/intent/index.ts';
import { createLinearModel } from '../../backend/modules/language/index.ts';
import { createSentimentModel } from '../../backend/modules/sentiment/index.ts';
import { type Dialogue, isCustomer, type Turn } from './dialogue.ts';
import { type DialogueOutput, judgeTurns } from './dialogue-model.ts';
import { handoffChances } from './handoff-model.ts';

/** True for a turn whose words are known: text, or tokens that are words. Ids stand for words that nobody can read. */
function isReadable(turn: Turn): boolean {
  return turn.text !== undefined || (turn.tokens ?? []).some((token) => typeof token === 'string');
}

function textOf({ text, tokens = [] }: Turn): string {
  const isHan = tokens.some((token) => /\p{Script=Han}/u.test(String(token)));
  return text ?? tokens.join(isHan ? '' : ' ');
}

/** The wish for a person is a handoff whatever the trees think (rule H1), and so is anger. */
const wishChance = 0.97;
const angerChance = 0.9;

/** The shipped scorer: word ids are judged by the model trained on them, text by the product's own predictor and its explicit triggers. */
export function loadShippedHandoff(): (dialogue: Dialogue) => DialogueOutput {
  const folder = new URL('./weights/', import.meta.url);
  const { threshold, trees } = JSON.parse(readFileSync(new URL('handoff.json', folder), 'utf8')) as {
    threshold: number;
    trees: BoostedTrees;
  };
  const words = createLinearModel(readFileSync(new URL('handoff.bin', folder)));
  const judgeText = createTextJudge();
  return (dialogue) => {
    const hasIds = dialogue.turns.some((turn) => !isReadable(turn));
    const chances = hasIds ? handoffChances({ words, trees }, dialogue) : [];
    const judged = dialogue.turns.some(isReadable) ? judgeText(dialogue.turns) : [];
    return judgeTurns(dialogue, (at) =>
      isReadable(dialogue.turns[at] as Turn)
        ? (judged[at] as { chance: number; threshold: number })
        : { chance: chances[at] as number, threshold },
    );
  };
}

function createTextJudge(): (turns: readonly Turn[]) => { chance: number; threshold: number }[] {
  const predictor = createHandoffPredictor();
  const mood = createSentimentModel();
  return (turns) => {
    const lines = turns.map(lineOf);
    const moods: number[] = [];
    return turns.map((turn, at) => {
      if (!isReadable(turn) || !isCustomer(turn)) return { chance: 0, threshold: 1 };
      const { score } = mood.score(textOf(turn));
      moods.push(score);
      const { probability, isAdvised } = predictor.predictHandoff({
        turns: lines.slice(0, at + 1),
        moods,
        misses: 0,
      });
      const certain = certainty(turn, score);
      return {
        chance: Math.max(probability, certain),
        threshold: isAdvised || certain > 0 ? 0 : 1,
      };
    });
  };
}

function lineOf(turn: Turn): PredictionTurn {
  const author = isCustomer(turn) ? 'customer' : 'bot';
  return isReadable(turn)
    ? { author, text: textOf(turn) }
    : { author, tokens: turn.tokens ?? turn.ids ?? [] };
}

function certainty(turn: Turn, score: number): number {
  if (asksForPerson(textOf(turn))) return wishChance;
  return moodLevel(score) === 'furious' ? angerChance : 0;
}
