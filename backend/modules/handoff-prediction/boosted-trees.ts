/**
 * One decision tree as a heap: node `i` has the children `2 i` and `2 i + 1`, the root is 1. A node without a question (`feature` −1) is a leaf.
 * A row goes left where its value is below the threshold.
 */
export type Tree = { feature: number[]; threshold: number[]; value: number[] };

/** Many small trees whose values add up to the log-odds of "yes". Made by `build/models`, read only here. */
export type BoostedTrees = { base: number; trees: Tree[] };

/** Log-odds of "yes" for a row of signals. */
export function logOddsOf({ base, trees }: BoostedTrees, row: readonly number[]): number {
  return trees.reduce((sum, tree) => sum + (tree.value[leafOf(tree, row)] as number), base);
}

/** The node at which a row ends. */
export function leafOf({ feature, threshold }: Tree, row: readonly number[]): number {
  let node = 1;
  for (;;) {
    const asked = feature[node] ?? -1;
    if (asked < 0) return node;
    node = 2 * node + ((row[asked] as number) < (threshold[node] as number) ? 0 : 1);
  }
}

/** The chance that belongs to log-odds. */
export function chanceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
