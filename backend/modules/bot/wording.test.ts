import { describe, expect, it } from 'vitest';
import { carrierName } from './wording.ts';

describe('a carrier in an answer', () => {
  it('goes by its English name where it has one, and else by its own, called a carrier', () => {
    expect(carrierName('顺丰速运', 'en')).toBe('SF Express');
    expect(carrierName('青鸟速运', 'en')).toBe('the carrier 青鸟速运');
    expect(carrierName('Bluebird Express', 'en')).toBe('Bluebird Express');
    expect(carrierName('顺丰速运', 'zh')).toBe('顺丰速运');
  });
});
