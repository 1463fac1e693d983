import { detectLanguage } from '../language/index.ts';
import type { BotView } from './ports.ts';
import { standingOf } from './standing.ts';

/** What waits for an answer, up to which seq, and what the customer had said before that. */
export type Unanswered = { text: string; seq: number; before: string | null };

/** The customer's lines since anybody of the shop's side last spoke, as one text. */
export function unanswered(view: BotView): Unanswered {
  const lastAnswer = view.transcript.findLast((line) => line.author === 'bot' || line.author === 'agent');
  const lines = view.transcript.filter(
    (line) => line.author === 'customer' && line.seq > (lastAnswer?.seq ?? 0),
  );
  const earlier = view.transcript
    .filter((line) => line.author === 'customer' && line.seq < (lines[0]?.seq ?? 0))
    .slice(-MOST_BEFORE)
    .map((line) => line.text);
  return {
    text: lines.map((line) => line.text).join('\n'),
    seq: lines.at(-1)?.seq ?? 0,
    before: standingText(earlier),
  };
}

/** So many earlier lines are read with a question that stands on them. */
const MOST_BEFORE = 3;

/** The last of these lines, with those that it stands on itself. */
function standingText(lines: readonly string[]): string | null {
  const first = lines.findLastIndex((line) => standingOf(line, detectLanguage(line)) === 'alone');
  return lines.length === 0 ? null : lines.slice(Math.max(0, first)).join(' ');
}
