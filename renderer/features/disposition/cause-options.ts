import type { Cause, CauseSuggestion } from '#shared/domain/disposition';

/** A cause that may be chosen, with the names on the way to it. `confidence` is that of a suggestion. */
export type CauseOption = { code: string; path: string[]; confidence: number | null };

/** All leaves of the tree, suggestions first in their order; narrowed to those that hold every word looked for, in either language. */
export function causeOptions(
  tree: readonly Cause[],
  suggestions: readonly CauseSuggestion[],
  find: { query: string; language: 'zh' | 'en' },
): CauseOption[] {
  const words = find.query.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = new Map(suggestions.map(({ code, confidence }, index) => [code, { index, confidence }]));
  return leaves(tree, [])
    .filter(({ names }) => {
      const all = names
        .flatMap((name) => [name.zh, name.en])
        .join(' ')
        .toLowerCase();
      return words.every((word) => all.includes(word));
    })
    .map(({ code, names }, index) => ({
      option: {
        code,
        path: names.map((name) => name[find.language]),
        confidence: rank.get(code)?.confidence ?? null,
      },
      place: rank.get(code)?.index ?? suggestions.length + index,
    }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ option }) => option);
}

function leaves(tree: readonly Cause[], above: Cause['name'][]): { code: string; names: Cause['name'][] }[] {
  return tree.flatMap((cause) => {
    const names = [...above, cause.name];
    return cause.children.length === 0 ? [{ code: cause.code, names }] : leaves(cause.children, names);
  });
}
