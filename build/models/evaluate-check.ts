import { readFileSync } from 'node:fs';
import type { Language } from '#shared/domain/language';
import { type MoodLabel, moodLevel } from '#shared/domain/mood';
import { createSentimentModel, type ScoredMood } from '../../backend/modules/sentiment/index.ts';
import { lexiconScore } from './lexicon.ts';
import { auc, macroF1, recallAt, share } from './metrics.ts';
import type { Line } from './report.ts';

/** The tones of the held-out messages, with the mood that each counts as. */
const moodOfTone = {
  calm: 'neutral',
  hurried: 'neutral',
  person: 'neutral',
  bot: 'neutral',
  thanks: 'positive',
  sad: 'negative',
  polite: 'complaint',
  sarcastic: 'complaint',
  furious: 'anger',
} as const satisfies Record<string, MoodLabel>;
type Tone = keyof typeof moodOfTone;

/** A held-out message and what its writer meant. */
type CheckRow = { text: string; tone: Tone; mood: MoodLabel };

/** The held-out messages of a language; see `checks/README.md`. */
export function readChecks(language: Language): CheckRow[] {
  const rows: CheckRow[] = [];
  let tone: Tone = 'calm';
  const text = readFileSync(new URL(`./checks/mood-${language}.txt`, import.meta.url), 'utf8');
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    if (line.startsWith('# ')) {
      tone = toneOf(line.slice(2));
    } else {
      rows.push({ text: line, tone, mood: moodOfTone[tone] });
    }
  }
  return rows;
}

function toneOf(name: string): Tone {
  if (!(name in moodOfTone)) {
    throw new Error(`${name} is no tone of the checks.`);
  }
  return name as Tone;
}

/** The shipped mood models on the held-out messages of our own, per language and tone. */
export function evaluateCheck(): { lines: Line[]; notes: string[] } {
  const model = createSentimentModel();
  const parts = (['zh', 'en'] as const).map((language) => {
    const rows = readChecks(language);
    return linesOf(
      language,
      rows,
      rows.map(({ text }) => model.score(text, language)),
    );
  });
  return { lines: parts.flatMap(({ lines }) => lines), notes: parts.flatMap(({ notes }) => notes) };
}

const unhappy: readonly MoodLabel[] = ['negative', 'complaint', 'anger'];

function linesOf(
  language: Language,
  rows: readonly CheckRow[],
  scored: readonly ScoredMood[],
): { lines: Line[]; notes: string[] } {
  const task = `mood ${language}, held-out messages of our own`;
  const isGrievance = rows.map(({ mood }) => mood === 'complaint' || mood === 'anger');
  const chance = scored.map(({ scores }) => scores.complaint + scores.anger);
  const words = rows.map(({ text }) => -lexiconScore(text));
  const three = (mood: MoodLabel): string => (unhappy.includes(mood) ? 'unhappy' : mood);
  const shareOf = (measure: string, tones: readonly Tone[], holds: (each: ScoredMood) => boolean): Line => {
    const own = scored.filter((_, i) => tones.includes(rows[i]?.tone ?? 'calm'));
    return { task, measure, rows: own.length, ours: share(own.map(holds)) };
  };
  const isUnhappy = ({ label }: ScoredMood): boolean => unhappy.includes(label);
  const isLow = ({ score }: ScoredMood): boolean =>
    moodLevel(score) === 'upset' || moodLevel(score) === 'furious';
  const lines: Line[] = [
    {
      task,
      measure: 'complaint or anger against rest, AUC',
      rows: rows.length,
      ours: auc(isGrievance, chance),
      baseline: ['lexicon', auc(isGrievance, words)],
    },
    {
      task,
      measure: 'complaint or anger found at 5 % false alarms',
      rows: rows.length,
      ours: recallAt(0.05, isGrievance, chance),
      baseline: ['lexicon', recallAt(0.05, isGrievance, words)],
    },
    {
      task,
      measure: 'macro-F1, five moods',
      rows: rows.length,
      ours: macroF1(
        rows.map(({ mood }) => mood),
        scored.map(({ label }) => label),
      ),
    },
    {
      task,
      measure: 'macro-F1, unhappy / neutral / positive',
      rows: rows.length,
      ours: macroF1(
        rows.map(({ mood }) => three(mood)),
        scored.map(({ label }) => three(label)),
      ),
    },
    shareOf('calm called unhappy (low is good)', ['calm'], isUnhappy),
    shareOf('hurried called unhappy (low is good)', ['hurried'], isUnhappy),
    shareOf('person and bot questions called unhappy (low is good)', ['person', 'bot'], isUnhappy),
    shareOf('thanks called positive', ['thanks'], ({ label }) => label === 'positive'),
    shareOf('polite complaints seen as upset or furious', ['polite'], isLow),
    shareOf('sarcasm seen as upset or furious', ['sarcastic'], isLow),
    shareOf('furious seen as furious', ['furious'], ({ score }) => moodLevel(score) === 'furious'),
    shareOf('furious called anger', ['furious'], ({ label }) => label === 'anger'),
  ];
  return { lines, notes: [meansNote(language, rows, scored)] };
}

function meansNote(language: Language, rows: readonly CheckRow[], scored: readonly ScoredMood[]): string {
  const means = (Object.keys(moodOfTone) as Tone[]).map((tone) => {
    const own = scored.filter((_, i) => rows[i]?.tone === tone);
    return `${tone} ${(own.reduce((sum, { score }) => sum + score, 0) / own.length).toFixed(2)}`;
  });
  return `mood ${language}, mean score by tone: ${means.join(', ')}`;
}
