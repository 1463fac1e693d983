import type { MoodLabel } from '#shared/domain/mood';
import type { Feature, LinearModel } from '../language/index.ts';
import { displayForm } from './mood-features.ts';

const longestCue = 40;
const mostCues = 6;
/** A piece must carry so much of all that speaks for the mood. */
const leastShare = 0.065;
/** Neighbouring strong words are shown as one piece up to this length. */
const longestJoined = 8;
const longestPhrase = 20;

/** Words without a mood of their own, whatever they stand beside. */
const plainWords = new Set(
  "a an the my your our their his her its it this that these those i i'm i've you you're we we've they he she me us them is are was were be been am of to for in on at by from with and or so as if do does did have has had will would can could just there here who what when where which how than then s t".split(
    ' ',
  ),
);

/**
 * The words that moved a message to its mood, strongest first, without overlaps (rule Q3): what speaks for the happy or the unhappy classes against the others.
 * `text` is the message, `scores` what the model made of it.
 */
export function explainMood(
  model: LinearModel,
  features: readonly Feature[],
  { text, scores }: { text: string; scores: Record<MoodLabel, number> },
): string[] {
  const display = displayForm(text);
  const strength = new Float64Array(display.length);
  for (const { start, end, weight } of model.explain(features, directionOf(model, scores))) {
    for (let at = start; at < end && at < display.length; at += 1) {
      strength[at] = (strength[at] as number) + weight / (end - start);
    }
  }
  const phrases = features.filter(
    ({ name, start, end }) => /^=[a-z-]+$/u.test(name) && end - start <= longestPhrase,
  );
  return strongestPieces({ display, strength, phrases });
}

const unhappy: readonly MoodLabel[] = ['negative', 'complaint', 'anger'];

/** For a happy message: positive against neutral. For an unhappy one: its classes by their chances, against neutral and, less so, positive. */
function directionOf(model: LinearModel, scores: Record<MoodLabel, number>): number[] {
  const low = unhappy.reduce((sum, mood) => sum + scores[mood], 0);
  return (model.classes as MoodLabel[]).map((mood) => {
    if (scores.positive >= low) {
      return { positive: 1, neutral: -1, negative: 0, complaint: 0, anger: 0 }[mood];
    }
    return unhappy.includes(mood) ? scores[mood] / low : { neutral: -0.7, positive: -0.3 }[mood as 'neutral'];
  });
}

type Piece = { start: number; end: number; strength: number };
type Reading = { display: string; strength: Float64Array; phrases: readonly Feature[] };

function strongestPieces({ display, strength, phrases }: Reading): string[] {
  const pieces = [
    ...display.matchAll(/[\p{Script=Han}]+|[\p{L}\p{M}'’]+|[!?！？]{2,}|\p{Extended_Pictographic}/gu),
  ].flatMap((match) => piecesOf(match[0], match.index, strength));
  const total = pieces.reduce((sum, piece) => sum + Math.max(0, piece.strength), 0);
  const chosen = pieces
    .filter((piece) => piece.strength > leastShare * total)
    .sort((a, b) => b.strength - a.strength);
  const shown: { start: number; end: number }[] = [];
  for (const piece of chosen) {
    const whole = completed(piece, phrases);
    const isNew = shown.every(({ start, end }) => whole.end <= start || whole.start >= end);
    if (isNew && isWorthSaying(display.slice(whole.start, whole.end), chosen.length)) shown.push(whole);
  }
  return shown.slice(0, mostCues).map(({ start, end }) => display.slice(start, end).slice(0, longestCue));
}

/** A piece inside a phrase that the cues know is shown as that phrase ("not" as "not happy"). */
function completed({ start, end }: Piece, phrases: readonly Feature[]): { start: number; end: number } {
  const around = phrases.filter((phrase) => phrase.start < end && phrase.end > start);
  return {
    start: Math.min(start, ...around.map((phrase) => phrase.start)),
    end: Math.max(end, ...around.map((phrase) => phrase.end)),
  };
}

/** A single Chinese character says too little, unless there is nothing else. */
function isWorthSaying(text: string, pieces: number): boolean {
  return pieces === 1 || text.length > 1 || !/\p{Script=Han}/u.test(text);
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words in letters and signs stay whole; a run of Chinese is cut into words, of which strong neighbours are joined. */
function piecesOf(run: string, offset: number, strength: Float64Array): Piece[] {
  const strengthOf = (start: number, length: number): number =>
    strength.slice(start, start + length).reduce((sum, value) => sum + value, 0);
  if (!/\p{Script=Han}/u.test(run)) {
    const whole = { start: offset, end: offset + run.length, strength: strengthOf(offset, run.length) };
    return plainWords.has(run.toLowerCase()) ? [] : [whole];
  }
  const usual = Math.max(0, strengthOf(offset, run.length) / run.length);
  const pieces: Piece[] = [];
  for (const { segment, index } of words.segment(run)) {
    const start = offset + index;
    const end = start + segment.length;
    const own = strengthOf(start, segment.length);
    const before = pieces.at(-1);
    if (own <= 0 || own / segment.length < usual) {
      continue;
    }
    if (before?.end === start && end - before.start <= longestJoined) {
      before.strength += own;
      before.end = end;
    } else {
      pieces.push({ start, end, strength: own });
    }
  }
  return pieces;
}
