import { readFileSync } from 'node:fs';
import type { Language } from '#shared/domain/language';
import { moodLevel } from '#shared/domain/mood';
import { createSentimentModel } from '../../backend/modules/sentiment/index.ts';
import { lexiconScore } from './lexicon.ts';
import { share } from './metrics.ts';
import type { Line } from './report.ts';

const sets = [
  ['innocuous', 'messages that say nothing of a mood'],
  ['innocuous-fresh', 'the same kinds, written after the seeds'],
] as const;

/** Messages that say nothing of how their writer feels, though their words may be rare or sound bad: how many are heard as unhappy all the same. */
export function evaluateInnocuous(): { lines: Line[]; notes: string[] } {
  const model = createSentimentModel();
  const lines = (['zh', 'en'] as const).flatMap((language) =>
    sets.flatMap(([file, name]) => {
      const texts = readLines(file, language);
      const scored = texts.map((text) => model.score(text));
      const line = (measure: string, isSo: (at: number) => boolean): Line => ({
        task: `mood ${language}, ${name}`,
        measure,
        rows: texts.length,
        ours: share(texts.map((_, at) => isSo(at))),
        baseline: ['lexicon', share(texts.map((text) => lexiconScore(text) < 0))],
      });
      const levelOf = (at: number): string => moodLevel(scored[at]?.score ?? 0);
      return [
        line('called unhappy (low is good)', (at) => unhappy.has(scored[at]?.label ?? 'neutral')),
        line('called angry (low is good)', (at) => scored[at]?.label === 'anger'),
        line('shown as upset or furious (low is good)', (at) => ['upset', 'furious'].includes(levelOf(at))),
      ];
    }),
  );
  return { lines, notes: [] };
}

const unhappy: ReadonlySet<string> = new Set(['negative', 'complaint', 'anger']);

function readLines(file: string, language: Language): string[] {
  const text = readFileSync(new URL(`./checks/${file}-${language}.txt`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('# '));
}
