import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clip } from './clip.ts';
import { parseInput } from './parse-input.ts';

const schema = z.strictObject({ name: z.string(), from: z.object({ ids: z.array(z.string()) }).optional() });

describe('T3 what comes from outside', () => {
  it('is given as the schema has it', () => {
    const input = { name: '林小雨 👩‍💻', from: { ids: ['a', ''] } };
    expect(parseInput(schema, input)).toEqual(input);
  });

  it.each([
    ['a wrong type', { name: 7 }, 'name'],
    ['a NUL', { name: 'a\0b' }, 'name'],
    ['half a character', { name: 'x', from: { ids: ['fine', '\udc00'] } }, 'from.ids.1'],
  ])('is refused by the name of the field for %s', (_how, input, field) => {
    expect(() => parseInput(schema, input)).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: 'invalid-input', field }) }),
    );
  });

  it('is never cut through a character', () => {
    expect(clip('好😡', 2)).toBe('好');
    expect(clip('好😡', 3)).toBe('好😡');
    expect(clip('abc', 9)).toBe('abc');
  });
});
