import type { BotView } from './ports.ts';
import { sensitiveSubject } from './sensitive-subjects.ts';
import type { HandoffReason, Turn } from './turn.ts';

/** The conversation stands this low: anger. */
const FURIOUS = -0.55;
/** The latest message alone must be this low too: an old quarrel is no new reason. */
const STILL_ANGRY = -0.4;
const UPSET = -0.2;
/** Falling for this many turns in a row is a trend. */
const FALLING_TURNS = 2;

/**
 * Whether a person is needed before the bot even tries, and why: a wish in so many words always; else, unless a person has
 * handed back just now (rule H6): a sensitive subject, anger, a mood that keeps falling.
 */
export function needsPerson(turn: Turn): HandoffReason | null {
  if (wishesPerson(turn))
    return { trigger: 'asked-for-person', confidence: turn.intent.isExplicitWish ? 1 : 0.9 };
  if (turn.view.isCooling) return null;
  if (sensitiveSubject(turn.text) !== null) return { trigger: 'sensitive-subject', confidence: 0.9 };
  return byMood(turn.view);
}

/** The wish for a person: tapped, or said outright. A model's guess is not enough, it must be sure. */
function wishesPerson(turn: Turn): boolean {
  if (turn.means !== null) return turn.means === 'person';
  return (
    turn.intent.isExplicitWish ||
    (turn.intent.intent === 'human' && turn.intent.confidence >= 0.85 && turn.text.length <= 40)
  );
}

function byMood({ mood }: Pick<BotView, 'mood'>): HandoffReason | null {
  const latest = mood.curve.at(-1) ?? 0;
  if (mood.score <= FURIOUS && latest <= STILL_ANGRY) {
    return { trigger: 'anger', confidence: Math.min(1, 0.5 + Math.abs(mood.score) / 2) };
  }
  if (mood.fallingTurns >= FALLING_TURNS && mood.score <= UPSET) {
    return { trigger: 'falling-mood', confidence: Math.min(1, 0.6 + Math.abs(mood.slope)) };
  }
  return null;
}
