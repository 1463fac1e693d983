import { describe, expect, it } from 'vitest';
import { type Cause, causeCodeSchema, findCause, needsCause } from './disposition.ts';

const name = { zh: '名', en: 'name' };
const tree: Cause[] = [
  {
    code: 'a',
    name,
    children: [
      { code: 'a.b', name, children: [{ code: 'a.b.c', name, children: [] }] },
      { code: 'a.d', name, children: [] },
    ],
  },
  { code: 'e', name, children: [] },
];

describe('root causes', () => {
  it('finds leaves with the way to them, and nothing else', () => {
    expect(findCause(tree, 'a.b.c')?.map(({ code }) => code)).toEqual(['a', 'a.b', 'a.b.c']);
    expect(findCause(tree, 'e')?.map(({ code }) => code)).toEqual(['e']);
    for (const code of ['a', 'a.b', 'x', '']) expect(findCause(tree, code)).toBeNull();
  });

  it('asks for a cause from the level upset on', () => {
    expect([-1, -0.2, -0.199, 0, 1].map(needsCause)).toEqual([true, true, false, false, false]);
  });

  it('knows the form of a code', () => {
    for (const code of ['logistics', 'logistics.warehouse-delay', 'a.b.c'])
      expect(causeCodeSchema.safeParse(code).success).toBe(true);
    for (const code of ['', 'A', 'a.', 'a..b', 'a.b.c.d', 'a_b', '-a'])
      expect(causeCodeSchema.safeParse(code).success).toBe(false);
  });
});
