import { describe, expect, it } from 'vitest';
import { detectLanguage } from './detect.ts';

describe('A6 the language of a hostile message', () => {
  // Fifty times the longest message: what takes quadratic time would take minutes.
  it.each(['慢', 'a', '1', '@', 'a@', 'a.', 'a1', 'http://', '!', ' '])(
    'is told in linear time for %s over and over',
    (part) => {
      expect(['zh', 'en']).toContain(detectLanguage(part.repeat(200_000 / part.length)));
    },
  );
});
