import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handoffTriggerSchema } from './handoff.ts';
import { CALM_MOOD, type MessageMood, moodLabelSchema, nextMood } from './mood.ts';
import {
  askedBeforeMs,
  compareWaiting,
  headStartMs,
  MAX_HEAD_START_MS,
  type QueueFacts,
  queuePlace,
  rankAtMs,
  urgencies,
  type Waiting,
} from './queue-order.ts';

const message: fc.Arbitrary<MessageMood> = fc.record({
  label: fc.constantFrom(...moodLabelSchema.options),
  score: fc.double({ min: -1, max: 1, noNaN: true }),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  cues: fc.array(fc.string({ maxLength: 8 }), { maxLength: 6 }),
});
const moodOf = (messages: readonly MessageMood[]) => messages.reduce(nextMood, CALM_MOOD);
const mood = fc.array(message, { maxLength: 30 }).map(moodOf);
const T0 = Date.UTC(2026, 10, 22);
const facts: fc.Arbitrary<QueueFacts> = fc.record({
  mood,
  trigger: fc.constantFrom(...handoffTriggerSchema.options),
  botFailures: fc.nat(9),
  hasAskedForPerson: fc.boolean(),
  isReturnedByAgent: fc.boolean(),
  orderValueFen: fc.nat(10_000_000),
});
const HOUR = 3_600_000;
const waiting: fc.Arbitrary<Waiting> = fc.record({
  conversationId: fc.uuid(),
  waitingSinceMs: fc.integer({ min: T0, max: T0 + HOUR }),
  urgency: fc.constantFrom(...urgencies),
});
/** Any moment, also one at which not everybody has come by a clock that is behind. */
const moment = fc.integer({ min: T0, max: T0 + 3 * HOUR });
const calm: QueueFacts = {
  mood: CALM_MOOD,
  trigger: 'bot-failed',
  botFailures: 0,
  hasAskedForPerson: false,
  isReturnedByAgent: false,
  orderValueFen: 0,
};

describe('the order of the queue', () => {
  it('Q3 is total and deterministic: the same rows in any order come out in one order', () => {
    const queue = fc.uniqueArray(waiting, {
      selector: ({ conversationId }) => conversationId,
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        moment,
        queue.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        (now, [rows, shuffled]) => {
          const order = (list: Waiting[]) => list.toSorted((a, b) => compareWaiting(a, b, now));
          expect(order(shuffled)).toEqual(order(rows));
        },
      ),
    );
    fc.assert(
      fc.property(moment, waiting, waiting, waiting, (now, a, b, c) => {
        expect(Math.sign(compareWaiting(a, b, now))).toBe(-Math.sign(compareWaiting(b, a, now)) || 0);
        if (compareWaiting(a, b, now) <= 0 && compareWaiting(b, c, now) <= 0)
          expect(compareWaiting(a, c, now)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('Q2 nobody is passed by anybody who asked more than T later, however urgent, at any time', () => {
    fc.assert(
      fc.property(waiting, waiting, moment, (early, other, now) => {
        const late = { ...other, waitingSinceMs: early.waitingSinceMs + MAX_HEAD_START_MS + 1 };
        expect(compareWaiting(early, late, now)).toBeLessThan(0);
      }),
    );
    expect(MAX_HEAD_START_MS).toBe(15 * 60_000);
  });

  it('Q2 waiting never puts back: of two of one urgency who asked first stays first, and a head start never shrinks', () => {
    fc.assert(
      fc.property(waiting, fc.nat(HOUR), moment, fc.nat(HOUR), (one, later, now, passing) => {
        const after = { ...one, waitingSinceMs: one.waitingSinceMs + later + 1 };
        expect(compareWaiting(one, after, now)).toBeLessThan(0);
        expect(rankAtMs(one, now + passing)).toBeLessThanOrEqual(rankAtMs(one, now));
        expect(rankAtMs(one, now)).toBeLessThanOrEqual(one.waitingSinceMs);
      }),
    );
    expect(urgencies.map((urgency) => headStartMs(urgency, 4 * 60_000) / 60_000)).toEqual([
      0, 2.8125, 5.625, 8.4375, 11.25,
    ]);
  });

  it('Q2 tells before which moments others must have asked to stand before somebody', () => {
    fc.assert(
      fc.property(waiting, waiting, moment, (one, other, now) => {
        const before = askedBeforeMs(one, now)[other.urgency] ?? Number.NaN;
        // Within a thousandth of a millisecond the two ways of reckoning may round differently.
        fc.pre(Math.abs(rankAtMs(one, now) - rankAtMs(other, now)) > 0.001);
        expect(other.waitingSinceMs < before).toBe(compareWaiting(other, one, now) < 0);
      }),
    );
  });

  it('Q1 the angrier, the more urgent, whatever else is so', () => {
    const angry = moodOf([{ label: 'anger', score: -0.9, confidence: 1, cues: [] }]);
    expect(queuePlace({ ...calm, mood: angry }).urgency).toBe(4);
    expect(queuePlace(calm).urgency).toBe(0);
    const score = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(facts, score, score, (one, a, b) => {
        const urgency = (at: number) => queuePlace({ ...one, mood: { ...CALM_MOOD, score: at } }).urgency;
        if (a < b) expect(urgency(a)).toBeGreaterThanOrEqual(urgency(b));
        expect(urgencies).toContain(urgency(a));
      }),
    );
  });

  it('Q3 every row says why it stands there, what weighs most first', () => {
    const furious = moodOf([{ label: 'anger', score: -1, confidence: 1, cues: [] }]);
    const { reasons } = queuePlace({
      ...calm,
      mood: furious,
      trigger: 'asked-for-person',
      botFailures: 1,
      orderValueFen: 300_000,
    });
    expect(reasons.map(({ code }) => code)).toEqual([
      'mood.furious',
      'asked-for-person',
      'bot-failed',
      'high-value',
    ]);
    const alsoAsked = queuePlace({ ...calm, trigger: 'bot-failed', botFailures: 3, hasAskedForPerson: true });
    expect(alsoAsked.reasons.map(({ code }) => code)).toEqual([
      'bot-failed',
      'asked-for-person',
      'mood.calm',
    ]);
    const returned = queuePlace({ ...calm, isReturnedByAgent: true });
    expect(returned.reasons.map(({ code }) => code)).toEqual(['queue.returned', 'mood.calm']);
    const soothed = queuePlace({ ...calm, mood: { ...CALM_MOOD, curve: [-0.9, 0] } });
    expect(soothed.reasons.map(({ code }) => code)).toEqual(['mood.lately', 'mood.calm']);
    fc.assert(
      fc.property(facts, (one) => {
        expect(queuePlace(one).reasons.length).toBeGreaterThan(0);
      }),
    );
  });
});
