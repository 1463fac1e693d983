import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CALM_MOOD,
  conversationMoodSchema,
  type MessageMood,
  MOOD_CURVE_LENGTH,
  moodLabelSchema,
  moodLevel,
  nextMood,
} from './mood.ts';

const message: fc.Arbitrary<MessageMood> = fc.record({
  label: fc.constantFrom(...moodLabelSchema.options),
  score: fc.double({ min: -1, max: 1, noNaN: true }),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  cues: fc.array(fc.string({ maxLength: 40 }), { maxLength: 6 }),
});
const say = (label: MessageMood['label'], score: number): MessageMood => ({
  label,
  score,
  confidence: 1,
  cues: [],
});

describe('the mood of a conversation', () => {
  it('Q1 stays within the bounds of its schema whatever is said', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 60 }), (messages) => {
        const mood = messages.reduce(nextMood, CALM_MOOD);
        expect(conversationMoodSchema.safeParse(mood).error).toBeUndefined();
        expect(mood.curve).toHaveLength(Math.min(messages.length, MOOD_CURVE_LENGTH));
        expect(mood.level).toBe(moodLevel(mood.score));
        expect(JSON.parse(JSON.stringify(mood))).toEqual(mood);
      }),
    );
  });

  it('Q1 moves towards the newest message, which weighs more than all before', () => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 10 }), message, (before, newest) => {
        const mood = before.reduce(nextMood, CALM_MOOD);
        const after = nextMood(mood, newest);
        if (newest.label === 'anger') expect(after.score).toBeLessThanOrEqual(-0.55);
        else
          expect(Math.abs(after.score - newest.score)).toBeLessThanOrEqual(
            Math.abs(mood.score - newest.score) * 0.3 + 0.001,
          );
      }),
    );
  });

  it('Q1 knows its slope and how many turns it has been falling', () => {
    const falling = [
      say('neutral', 0.2),
      say('neutral', 0),
      say('complaint', -0.3),
      say('complaint', -0.5),
    ].reduce(nextMood, CALM_MOOD);
    expect(falling).toMatchObject({ fallingTurns: 3, level: 'upset' });
    expect(falling.slope).toBeLessThan(-0.2);
    const better = nextMood(falling, say('positive', 0.8));
    expect(better).toMatchObject({ fallingTurns: 0, cues: [] });
    expect(better.slope).toBeGreaterThan(falling.slope);
  });

  it('Q1 an outburst is furious at once', () => {
    expect(nextMood(CALM_MOOD, say('anger', -0.6)).level).toBe('furious');
    expect([say('positive', 0.9), say('anger', -0.2)].reduce(nextMood, CALM_MOOD).level).toBe('furious');
  });
});
