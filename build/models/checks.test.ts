import { describe, expect, it } from 'vitest';
import { readChecks } from './evaluate-check.ts';
import { readChatSeeds } from './seeds/chat.ts';

describe('the held-out messages', () => {
  it.each([
    ['zh', 300],
    ['en', 200],
  ] as const)('are many in %s, and none is trained on', (language, least) => {
    const trained = new Set(readChatSeeds(language).map(({ text }) => text));
    const held = readChecks(language);
    expect(held.length).toBeGreaterThanOrEqual(least);
    expect(held.filter(({ text }) => trained.has(text))).toEqual([]);
  });
});
