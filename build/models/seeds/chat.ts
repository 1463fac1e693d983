import { readFileSync } from 'node:fs';
import type { Language } from '#shared/domain/language';
import { type MoodLabel, moodLabelSchema } from '#shared/domain/mood';

/** Own messages of shop customers, one a line under the heading of its mood, none of them a pattern. Written for Baton, MIT. */
export function readChatSeeds(language: Language): { text: string; mood: MoodLabel }[] {
  const rows: { text: string; mood: MoodLabel }[] = [];
  let mood: MoodLabel = 'neutral';
  const lines = readFileSync(new URL(`./chat-${language}.txt`, import.meta.url), 'utf8').split('\n');
  for (const line of lines.filter((each) => each.trim() !== '')) {
    if (line.startsWith('# ')) {
      mood = moodLabelSchema.parse(line.slice(2));
    } else {
      rows.push({ text: line, mood });
    }
  }
  return rows;
}
