import type { HandoffTrigger } from './handoff.ts';
import type { Phrase } from './language.ts';
import type { ConversationMood } from './mood.ts';

/**
 * The order of the queue (rules Q1–Q3). Mood and circumstances make an urgency of 0 to 4; the more urgent, the faster waiting counts: 1 to
 * 3.5 times (priority that accumulates; Kleinrock 1964), up to a largest head start. So the order adapts itself to how busy the floor is,
 * waiting raises priority without limit, and nobody is passed by somebody who asked more than MAX_HEAD_START_MS later (the T of rule Q2).
 */
export const MAX_HEAD_START_MS = 15 * 60_000;

/** From `0`, nothing but the waiting counts, to the most urgent. */
export const urgencies = [0, 1, 2, 3, 4] as const;
/** How much faster waiting counts with each step of urgency. */
export const GROWTH_PER_STEP = 0.625;
/** As if the urgent had waited so long already: so they move at once, not only with time. */
export const EARLY_MS = 30_000;

/** What the urgency depends on. */
export type QueueFacts = {
  mood: ConversationMood;
  trigger: HandoffTrigger;
  botFailures: number;
  /** At any time since the bot had it last: also while waiting for what else it was handed off. */
  hasAskedForPerson: boolean;
  isReturnedByAgent: boolean;
  orderValueFen: number;
};

/** A place in the queue. `reasons` say why, most important first. */
export type QueuePlace = { urgency: number; reasons: Phrase[] };

/** Somebody who waits; `waitingSinceMs` in milliseconds since the epoch. */
export type Waiting = { conversationId: string; waitingSinceMs: number; urgency: number };

/** Heat, the negated score, at which the urgency is full: the score at which a mood is called furious. */
const FURIOUS_HEAT = 0.55;
/** Turns for which an outburst is remembered. */
const REMEMBERED_TURNS = 4;
/** What a remembered outburst gives beyond the present mood is a reason of its own from here on. */
const WORTH_TELLING = 0.25;
const HIGH_VALUE_FEN = 200_000;
const MOST_URGENT = urgencies.length - 1;

/** The place of one waiting conversation. Pure and deterministic. */
export function queuePlace(facts: QueueFacts): QueuePlace {
  const parts = urgencyParts(facts);
  const sum = parts.reduce((total, { weight }) => total + weight, 0);
  const reasons = parts.toSorted((a, b) => b.weight - a.weight).map(({ reason }) => reason);
  return { urgency: Math.round(Math.min(MOST_URGENT, sum)), reasons };
}

/** By how much somebody of this urgency stands before their time after waiting so long; milliseconds. */
export function headStartMs(urgency: number, waitedMs: number): number {
  return Math.min(MAX_HEAD_START_MS, urgency * GROWTH_PER_STEP * (Math.max(0, waitedMs) + EARLY_MS));
}

/** The moment at which they stand now, as if they had asked then: earliest first. */
export function rankAtMs(
  { waitingSinceMs, urgency }: Omit<Waiting, 'conversationId'>,
  nowMs: number,
): number {
  return waitingSinceMs - headStartMs(urgency, nowMs - waitingSinceMs);
}

/** Total order at a moment: negative when `a` stands before `b`. */
export function compareWaiting(a: Waiting, b: Waiting, nowMs: number): number {
  const difference = rankAtMs(a, nowMs) - rankAtMs(b, nowMs);
  if (difference !== 0) return difference;
  if (a.conversationId === b.conversationId) return 0;
  return a.conversationId < b.conversationId ? -1 : 1;
}

/** Before which moment somebody of each urgency must have asked to stand before this one now: milliseconds since the epoch, by urgency. */
export function askedBeforeMs(one: Omit<Waiting, 'conversationId'>, nowMs: number): number[] {
  const rank = rankAtMs(one, nowMs);
  return urgencies.map((urgency) => {
    const growth = urgency * GROWTH_PER_STEP;
    // The inverse of `rankAtMs`, where the head start grows, where it is full, and where nobody has waited yet.
    const growing = (rank + growth * (nowMs + EARLY_MS)) / (1 + growth);
    return Math.min(rank + MAX_HEAD_START_MS, growing > nowMs ? rank + growth * EARLY_MS : growing);
  });
}

/** `weight` in steps of urgency. */
type Part = { weight: number; reason: Phrase };

function urgencyParts({
  mood,
  trigger,
  botFailures,
  hasAskedForPerson,
  isReturnedByAgent,
  orderValueFen,
}: QueueFacts): Part[] {
  const parts = moodParts(mood);
  if (mood.fallingTurns >= 2) {
    parts.push({ weight: 0.5, reason: { code: 'mood.falling', params: { turns: mood.fallingTurns } } });
  }
  if (isReturnedByAgent) parts.push({ weight: 2, reason: { code: 'queue.returned', params: {} } });
  if (hasAskedForPerson || trigger === 'asked-for-person')
    parts.push({ weight: 0.25, reason: { code: 'asked-for-person', params: {} } });
  if (trigger === 'sensitive-subject')
    parts.push({ weight: 1, reason: { code: 'sensitive-subject', params: {} } });
  if (botFailures > 0) {
    parts.push({
      weight: Math.min(botFailures, 3) * 0.125,
      reason: { code: 'bot-failed', params: { times: botFailures } },
    });
  }
  if (orderValueFen >= HIGH_VALUE_FEN) {
    parts.push({ weight: 0.125, reason: { code: 'high-value', params: { amountFen: orderValueFen } } });
  }
  return parts;
}

/**
 * From 0 for a calm customer to 4 for a furious one. An outburst is not forgotten with the next polite word: the worst of the latest turns
 * counts by three quarters.
 */
function moodParts(mood: ConversationMood): Part[] {
  const worstOfLate = Math.min(0, ...mood.curve.slice(-REMEMBERED_TURNS));
  const now = weightOf(-mood.score);
  const lately = Math.max(now, weightOf(-worstOfLate * 0.75));
  const present = { code: `mood.${mood.level}`, params: {} };
  if (lately - now < WORTH_TELLING) return [{ weight: lately, reason: present }];
  return [
    { weight: lately - now, reason: { code: 'mood.lately', params: {} } },
    { weight: now, reason: present },
  ];
}

function weightOf(heat: number): number {
  return Math.max(0, Math.min(1, heat / FURIOUS_HEAT)) * MOST_URGENT;
}
