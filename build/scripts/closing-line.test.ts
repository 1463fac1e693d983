import { describe, expect, it } from 'vitest';
import { closingLine, readClosingLine } from './closing-line.ts';

describe('the closing line', () => {
  it('names skipped tests only when there are any', () => {
    expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });

  it('is read back from the end of an output', () => {
    const output = '1 passed, 1 failed\nnoise\n12 passed, 0 failed, 1 skipped\n';
    expect(readClosingLine(output)).toEqual({ passed: 12, failed: 0, skipped: 1 });
  });

  it('is missing from an output that was cut off', () => {
    expect(readClosingLine('  12 passed (3s)\n')).toBeUndefined();
  });
});
