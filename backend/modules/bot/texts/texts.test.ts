import { describe, expect, it } from 'vitest';
import { createSpeaker } from '../speaker.ts';
import { en } from './en.ts';
import { type TextKey, zh } from './zh.ts';

const keys = Object.keys(zh) as TextKey[];

function slotsOf(wordings: readonly string[]): string[] {
  return [
    ...new Set(wordings.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))),
  ].sort();
}

describe('what the bot can say', () => {
  it('has the same keys in both languages, and no slot that the other lacks', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
    // A wording may leave out what another says; the two languages together use the same slots.
    for (const key of keys) expect([key, slotsOf(en[key])]).toEqual([key, slotsOf(zh[key])]);
  });

  it('promises nothing that only a person can keep', () => {
    const promising = /保证|一定会|赔您|guarantee you|we will compensate/i;
    for (const key of keys) {
      for (const text of [...zh[key], ...en[key]]) expect(text).not.toMatch(promising);
    }
  });

  it('does not say the same sentence twice running where there is another wording', () => {
    const speaker = createSpeaker('zh', {});
    for (const key of keys.filter((one) => zh[one].length > 1 && slotsOf(zh[one]).length === 0)) {
      expect(speaker.say(key)).not.toBe(speaker.say(key));
    }
  });

  it('throws where a slot has no value, rather than showing the slot', () => {
    expect(() => createSpeaker('en', {}).say('order.packed')).toThrow('{number}');
  });
});
