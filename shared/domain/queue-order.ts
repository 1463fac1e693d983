import type { HandoffTrigger } from './handoff.ts';
import type { Phrase } from './language.ts';
import type { ConversationMood } from './mood.ts';

/**
 * The order of the queue (rules Q1–Q3). Priority is waiting time plus a bounded head start for mood and circumstances. Because everybody's
 * waiting time grows at the same rate, the order is that of one fixed moment per row, `rankAt = waitingSince − headStart`: earliest first.
 * Waiting therefore raises priority without limit, no clock is needed to sort, and nobody is passed by somebody who asked more than
 * MAX_HEAD_START_MS later (the T of rule Q2).
 */
export const MAX_HEAD_START_MS = 10 * 60_000;

/** What the place in the queue depends on. Times in milliseconds since the epoch. */
export type QueueFacts = {
  conversationId: string;
  waitingSinceMs: number;
  mood: ConversationMood;
  trigger: HandoffTrigger;
  botFailures: number;
  /** At any time since the bot had it last: also while waiting for what else it was handed off. */
  hasAskedForPerson: boolean;
  isReturnedByAgent: boolean;
  orderValueFen: number;
};

/** A place in the queue: sort by `rankAtMs`, then `conversationId`. `reasons` say why, most important first. */
export type QueuePlace = { rankAtMs: number; reasons: Phrase[] };

const MINUTE = 60_000;
/** Heat, the negated score, at which the head start is full: the score at which a mood is called furious. */
const FURIOUS_HEAT = 0.55;
/** Turns for which an outburst is remembered. */
const REMEMBERED_TURNS = 4;
/** What a remembered outburst gives beyond the present mood is a reason of its own from here on. */
const WORTH_TELLING_MS = 30_000;
const HIGH_VALUE_FEN = 200_000;

/** The place of one waiting conversation. Pure and deterministic. */
export function queuePlace(facts: QueueFacts): QueuePlace {
  const parts = headStartParts(facts);
  const headStart = Math.min(
    MAX_HEAD_START_MS,
    parts.reduce((sum, part) => sum + part.ms, 0),
  );
  const reasons = parts.toSorted((a, b) => b.ms - a.ms).map((part) => part.reason);
  return { rankAtMs: facts.waitingSinceMs - headStart, reasons };
}

/** Total order: negative when `a` stands before `b`. */
export function compareQueuePlaces(
  a: { rankAtMs: number; conversationId: string },
  b: { rankAtMs: number; conversationId: string },
): number {
  if (a.rankAtMs !== b.rankAtMs) return a.rankAtMs - b.rankAtMs;
  if (a.conversationId === b.conversationId) return 0;
  return a.conversationId < b.conversationId ? -1 : 1;
}

type Part = { ms: number; reason: Phrase };

function headStartParts({
  mood,
  trigger,
  botFailures,
  hasAskedForPerson,
  isReturnedByAgent,
  orderValueFen,
}: QueueFacts): Part[] {
  const parts = moodParts(mood);
  if (mood.fallingTurns >= 2) {
    parts.push({ ms: 1 * MINUTE, reason: { code: 'mood.falling', params: { turns: mood.fallingTurns } } });
  }
  if (isReturnedByAgent) parts.push({ ms: 5 * MINUTE, reason: { code: 'queue.returned', params: {} } });
  if (hasAskedForPerson || trigger === 'asked-for-person')
    parts.push({ ms: 1 * MINUTE, reason: { code: 'asked-for-person', params: {} } });
  if (trigger === 'sensitive-subject')
    parts.push({ ms: 2 * MINUTE, reason: { code: 'sensitive-subject', params: {} } });
  if (botFailures > 0) {
    parts.push({
      ms: Math.min(botFailures, 3) * 0.5 * MINUTE,
      reason: { code: 'bot-failed', params: { times: botFailures } },
    });
  }
  if (orderValueFen >= HIGH_VALUE_FEN) {
    parts.push({ ms: 0.5 * MINUTE, reason: { code: 'high-value', params: { amountFen: orderValueFen } } });
  }
  return parts;
}

/**
 * From 0 for a calm customer to 9 minutes for a furious one. An outburst is not forgotten with the next polite word: the worst of the
 * latest turns counts by three quarters.
 */
function moodParts(mood: ConversationMood): Part[] {
  const worstOfLate = Math.min(0, ...mood.curve.slice(-REMEMBERED_TURNS));
  const now = headStartOf(-mood.score);
  const lately = Math.max(now, headStartOf(-worstOfLate * 0.75));
  const present = { code: `mood.${mood.level}`, params: {} };
  if (lately - now < WORTH_TELLING_MS) return [{ ms: lately, reason: present }];
  return [
    { ms: lately - now, reason: { code: 'mood.lately', params: {} } },
    { ms: now, reason: present },
  ];
}

function headStartOf(heat: number): number {
  return Math.round(Math.max(0, Math.min(1, heat / FURIOUS_HEAT)) * 9 * MINUTE);
}
