import type { Language } from '#shared/domain/language';
import type { MoodLabel } from '#shared/domain/mood';
import { extractCues } from '../../backend/modules/sentiment/cues.ts';
import { createRandom } from './random.ts';

/** A text with the mood it has. */
type Felt = { text: string; mood: MoodLabel };

const lines = 4_000;
const longestLine = 3;
const seed = 43;
/** A word must be in so many rows to be known at all. */
const fewestRows = 2;
/** Rows that every word is taken to have beside its own, of the usual moods: a word that was seen twice has no mood yet. */
const usualRows = 4;
/** How far (in logits) a word's rows may be unhappier or happier than all rows. */
const furthest = 0.5;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Short lines of words that have no mood of their own, drawn from the training rows: those that stand in unhappy rows about as often as any word does. What
 * happened to stand in an angry text is no sign of anger.
 */
export function plainWordLines(rows: readonly Felt[], language: Language): string[] {
  const words = moodlessWords(rows);
  if (words.length === 0) return [];
  const random = createRandom(seed);
  const word = (): string => words[Math.floor(random() * words.length)] as string;
  return Array.from({ length: lines }, () =>
    Array.from({ length: 1 + Math.floor(random() * longestLine) }, word).join(language === 'zh' ? '' : ' '),
  );
}

function moodlessWords(rows: readonly Felt[]): string[] {
  const seen = new Map<string, { rows: number; unhappy: number }>();
  let unhappyRows = 0;
  for (const { text, mood } of rows) {
    const isUnhappy = mood !== 'neutral' && mood !== 'positive';
    unhappyRows += Number(isUnhappy);
    for (const word of new Set(wordsOf(text))) {
      const entry = seen.get(word) ?? { rows: 0, unhappy: 0 };
      entry.rows += 1;
      entry.unhappy += Number(isUnhappy);
      seen.set(word, entry);
    }
  }
  const usual = unhappyRows / rows.length;
  return [...seen]
    .filter(([word, entry]) => {
      const share = (entry.unhappy + usualRows * usual) / (entry.rows + usualRows);
      const isPlain = Math.abs(logit(share) - logit(usual)) < furthest;
      return entry.rows >= fewestRows && isPlain && extractCues(word).length === 0;
    })
    .map(([word]) => word)
    .toSorted();
}

function wordsOf(text: string): string[] {
  return [...segmenter.segment(text.toLowerCase())]
    .filter(({ isWordLike, segment }) => isWordLike && /^\p{L}+$/u.test(segment))
    .map(({ segment }) => segment);
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}
