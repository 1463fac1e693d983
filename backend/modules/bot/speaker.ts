import type { Language } from '#shared/domain/language';
import { en } from './texts/en.ts';
import { type TextKey, zh } from './texts/zh.ts';

const texts: Record<Language, Record<TextKey, readonly [string, ...string[]]>> = { zh, en };

/** Says things in one language, each time in the next wording. */
export type Speaker = {
  readonly language: Language;
  /** The text with its slots filled; throws where a slot has no value, which is a mistake in the flow. */
  say(key: TextKey, values?: Record<string, string | number>): string;
  /** The first wording, not counted as said: for choices and parts of sentences. */
  word(key: TextKey, values?: Record<string, string | number>): string;
  hasSaid(key: TextKey): boolean;
  /** How often each text was said so far, this turn included. */
  readonly spoken: Record<string, number>;
};

/** A speaker that goes on from what was said before. */
export function createSpeaker(language: Language, spokenBefore: Readonly<Record<string, number>>): Speaker {
  const spoken = { ...spokenBefore };
  return {
    language,
    spoken,
    say(key, values = {}) {
      const wordings = texts[language][key];
      const times = spoken[key] ?? 0;
      spoken[key] = times + 1;
      return fill(wordings[times % wordings.length] ?? wordings[0], values);
    },
    word: (key, values = {}) => fill(texts[language][key][0], values),
    hasSaid: (key) => (spoken[key] ?? 0) > 0,
  };
}

function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for ${slot} in “${template}”`);
    return String(value);
  });
}
