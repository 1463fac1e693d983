import { z } from 'zod';

/** What one customer message feels like. `complaint` is a grievance told calmly, `anger` one told in anger. */
export const moodLabelSchema = z.enum(['negative', 'complaint', 'anger', 'neutral', 'positive']);
export type MoodLabel = z.infer<typeof moodLabelSchema>;

/** The mood of one message. `score` runs from −1 (furious) to 1 (delighted); `cues` are the words that moved it. */
export const messageMoodSchema = z.object({
  label: moodLabelSchema,
  score: z.number().min(-1).max(1),
  confidence: z.number().min(0).max(1),
  cues: z.array(z.string().max(40)).max(6),
});
export type MessageMood = z.infer<typeof messageMoodSchema>;

export const moodLevelSchema = z.enum(['furious', 'upset', 'calm', 'happy']);
export type MoodLevel = z.infer<typeof moodLevelSchema>;

/** How many of the customer's turns the curve keeps. */
export const MOOD_CURVE_LENGTH = 24;

/**
 * The mood of a conversation as it is now (rule Q1): recent messages weigh more, and the slope is known.
 * `score` −1…1, `slope` the change of score per customer turn over the last four, `fallingTurns` how many turns in a row it fell,
 * `curve` the scores of the latest turns, oldest first, `cues` the words of the latest turns that moved it.
 */
export const conversationMoodSchema = z.object({
  level: moodLevelSchema,
  score: z.number().min(-1).max(1),
  slope: z.number().min(-2).max(2),
  fallingTurns: z.int().min(0),
  curve: z.array(z.number().min(-1).max(1)).max(MOOD_CURVE_LENGTH),
  cues: z.array(z.string().max(40)).max(6),
});
export type ConversationMood = z.infer<typeof conversationMoodSchema>;

/** The mood of a conversation in which the customer has said nothing yet. */
export const CALM_MOOD: ConversationMood = {
  level: 'calm',
  score: 0,
  slope: 0,
  fallingTurns: 0,
  curve: [],
  cues: [],
};

/** Weight of the newest turn in the running mean; 0.7 ranked unsatisfied dialogues best on labelled shop dialogues. */
const NEWEST_WEIGHT = 0.7;
const SLOPE_TURNS = 4;
/** After an angry message the conversation can't look better than this at once: one polite word does not end a quarrel. */
const ANGER_CEILING = -0.55;

/** The conversation's mood after one more customer message. Pure; bounds of the schema hold for any input in bounds. */
export function nextMood(before: ConversationMood, message: MessageMood): ConversationMood {
  const isFirst = before.curve.length === 0;
  const mixed = isFirst ? message.score : before.score * (1 - NEWEST_WEIGHT) + message.score * NEWEST_WEIGHT;
  const score = clamp(message.label === 'anger' ? Math.min(mixed, ANGER_CEILING) : mixed);
  const curve = [...before.curve, clamp(message.score)].slice(-MOOD_CURVE_LENGTH);
  const previous = before.curve.at(-1);
  const fell = previous !== undefined && message.score < previous - 0.02;
  return {
    level: moodLevel(score),
    score: round(score),
    slope: round(slopeOf(curve)),
    fallingTurns: fell ? before.fallingTurns + 1 : 0,
    curve,
    cues: message.score < 0 ? message.cues : before.cues.slice(0, message.score > 0.3 ? 0 : 6),
  };
}

/** The level at which a score is shown and spoken of. */
export function moodLevel(score: number): MoodLevel {
  if (score <= -0.55) return 'furious';
  if (score <= -0.2) return 'upset';
  return score >= 0.35 ? 'happy' : 'calm';
}

/** Least-squares slope per turn over the latest turns. */
function slopeOf(curve: readonly number[]): number {
  const points = curve.slice(-SLOPE_TURNS);
  if (points.length < 2) return 0;
  const middle = (points.length - 1) / 2;
  const mean = points.reduce((sum, y) => sum + y, 0) / points.length;
  const above = points.reduce((sum, y, x) => sum + (x - middle) * (y - mean), 0);
  const below = points.reduce((sum, _y, x) => sum + (x - middle) ** 2, 0);
  return above / below;
}

function clamp(value: number): number {
  return Math.max(-1, Math.min(1, value)) + 0;
}

/** To three decimals, and never −0, which JSON does not know. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
