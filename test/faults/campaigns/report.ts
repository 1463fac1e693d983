import type { Verdict } from '../checker/verdict.ts';

/** Each broken promise with how often it was broken, then the examples. */
export function brokenPromises({ broken, examples }: Verdict): string[] {
  return [
    ...Object.entries(broken).map(([property, count]) => `${property} was broken ${count} times`),
    ...examples,
  ];
}

/** From counts per power of two: below how many milliseconds this part of all lies. */
export function percentile(all: readonly (readonly (number | undefined)[])[], part: number): number {
  const slots: number[] = [];
  for (const one of all)
    for (const [slot, count] of one.entries()) slots[slot] = (slots[slot] ?? 0) + (count ?? 0);
  const total = slots.reduce((sum, count) => sum + (count ?? 0), 0);
  let seen = 0;
  for (const [slot, count] of slots.entries()) {
    seen += count ?? 0;
    if (seen >= total * part) return 2 ** slot;
  }
  return 0;
}
