import { describe, expect, it } from 'vitest';
import { measureRedaction, personalMessages } from '../../../test/evaluation/personal-data.ts';
import { redact } from './redact.ts';

describe('T7: personal data in logs and prompts', () => {
  it.each([11, 12, 13])(
    'is found in 3,000 messages of either language and nothing else is touched (seed %i)',
    (seed) => {
      const { recall, falsePositives, missed, touched } = measureRedaction(
        personalMessages(seed, 3_000),
        redact,
      );
      expect(recall, missed.slice(0, 5).join('\n')).toBeGreaterThanOrEqual(99.5);
      expect(falsePositives, touched.slice(0, 5).join('\n')).toBeLessThanOrEqual(1);
    },
  );

  it('would notice if nothing were hidden', () => {
    expect(measureRedaction(personalMessages(1, 300), (text) => text).recall).toBe(0);
    expect(measureRedaction(personalMessages(1, 300), () => '…').falsePositives).toBe(100);
  });
});
