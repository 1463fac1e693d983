import { describe, expect, it } from 'vitest';
import { isSendStroke } from './enter-key.ts';

const enter = {
  key: 'Enter',
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  isComposing: false,
  keyCode: 13,
};

describe('Enter in the composer', () => {
  it('sends by itself, and is a new line with Shift', () => {
    expect(isSendStroke(enter)).toBe(true);
    expect(isSendStroke({ ...enter, shiftKey: true })).toBe(false);
    expect(isSendStroke({ ...enter, altKey: true })).toBe(false);
  });

  it('belongs to the input method while it composes', () => {
    expect(isSendStroke({ ...enter, isComposing: true })).toBe(false);
    expect(isSendStroke({ ...enter, keyCode: 229 })).toBe(false);
  });
});
