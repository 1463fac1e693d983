import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handoffTriggerSchema } from './handoff.ts';
import { CALM_MOOD, type MessageMood, moodLabelSchema, nextMood } from './mood.ts';
import { compareQueuePlaces, MAX_HEAD_START_MS, type QueueFacts, queuePlace } from './queue-order.ts';

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
  conversationId: fc.uuid(),
  waitingSinceMs: fc.integer({ min: T0, max: T0 + 3_600_000 }),
  mood,
  trigger: fc.constantFrom(...handoffTriggerSchema.options),
  botFailures: fc.nat(9),
  hasAskedForPerson: fc.boolean(),
  isReturnedByAgent: fc.boolean(),
  orderValueFen: fc.nat(10_000_000),
});
const placed = (one: QueueFacts) => ({ ...queuePlace(one), conversationId: one.conversationId });
const calm: QueueFacts = {
  conversationId: '00000000-0000-4000-8000-000000000000',
  waitingSinceMs: T0,
  mood: CALM_MOOD,
  trigger: 'bot-failed',
  botFailures: 0,
  hasAskedForPerson: false,
  isReturnedByAgent: false,
  orderValueFen: 0,
};

describe('the order of the queue', () => {
  it('Q3 is total and deterministic: the same rows in any order come out in one order', () => {
    const queue = fc.uniqueArray(facts, { selector: ({ conversationId }) => conversationId, maxLength: 20 });
    fc.assert(
      fc.property(
        queue.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          const order = (list: QueueFacts[]) => list.map(placed).toSorted(compareQueuePlaces);
          expect(order(shuffled)).toEqual(order(rows));
        },
      ),
    );
    fc.assert(
      fc.property(facts, facts, facts, (a, b, c) => {
        const [x, y, z] = [placed(a), placed(b), placed(c)];
        expect(Math.sign(compareQueuePlaces(x, y))).toBe(-Math.sign(compareQueuePlaces(y, x)) || 0);
        if (compareQueuePlaces(x, y) <= 0 && compareQueuePlaces(y, z) <= 0)
          expect(compareQueuePlaces(x, z)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('Q2 nobody is passed by anybody who asked more than T later, while all their moods move as they like', () => {
    const talk = fc.array(message, { maxLength: 12 });
    fc.assert(
      fc.property(fc.tuple(facts, talk), fc.tuple(facts, talk), ([one, saidByOne], [other, saidByOther]) => {
        const early = { ...one, mood: saidByOne.reduce(nextMood, one.mood) };
        const waitingSinceMs = early.waitingSinceMs + MAX_HEAD_START_MS + 1;
        const late = { ...other, waitingSinceMs, mood: saidByOther.reduce(nextMood, other.mood) };
        expect(compareQueuePlaces(placed(early), placed(late))).toBeLessThan(0);
      }),
    );
  });

  it('Q2 a head start is never negative, so that waiting longer never puts back', () => {
    fc.assert(
      fc.property(facts, fc.nat(3_600_000), (one, later) => {
        const { rankAtMs } = queuePlace(one);
        expect(rankAtMs).toBeLessThanOrEqual(one.waitingSinceMs);
        expect(queuePlace({ ...one, waitingSinceMs: one.waitingSinceMs + later }).rankAtMs).toBe(
          rankAtMs + later,
        );
      }),
    );
  });

  it('Q1 of two who asked at the same moment the angrier one stands first', () => {
    const angry = placed({
      ...calm,
      conversationId: 'f',
      mood: moodOf([{ label: 'anger', score: -0.9, confidence: 1, cues: [] }]),
    });
    expect(compareQueuePlaces(angry, placed(calm))).toBeLessThan(0);
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (a, b) => {
          const place = (score: number) => queuePlace({ ...calm, mood: { ...CALM_MOOD, score } }).rankAtMs;
          if (a < b) expect(place(a)).toBeLessThanOrEqual(place(b));
        },
      ),
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
