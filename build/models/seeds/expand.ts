import { createRandom } from '../random.ts';

/**
 * Expands patterns such as `(where|when) is my (order|parcel)(?|)` into sentences: up to `each` different ones per pattern, drawn with a
 * fixed seed. Groups don't nest.
 */
export function expandPatterns(patterns: readonly string[], each: number, seed = 11): string[] {
  const random = createRandom(seed);
  return patterns.flatMap((pattern) => {
    const groups = [...pattern.matchAll(/\(([^()]*)\)/gu)].map((match) => (match[1] ?? '').split('|'));
    const possible = groups.reduce((product, group) => product * group.length, 1);
    const found = new Set<string>();
    for (let tries = 0; tries < each * 6 && found.size < Math.min(each, possible); tries += 1) {
      let at = 0;
      found.add(
        pattern
          .replace(/\([^()]*\)/gu, () => {
            const group = groups[at] ?? [''];
            at += 1;
            return group[Math.floor(random() * group.length)] ?? '';
          })
          .trim(),
      );
    }
    return [...found].filter((text) => text !== '');
  });
}
