import {
  type BoostedTrees,
  chanceOf,
  leafOf,
  type Tree,
} from '../../backend/modules/handoff-prediction/index.ts';
import { createRandom } from './random.ts';

/** Rows of signals, what each of them is (0 or 1), and how much it counts (absent: 1). */
export type BoostRows = {
  rows: readonly (readonly number[])[];
  truth: readonly number[];
  weights?: readonly number[];
};

export type BoostOptions = {
  trees: number;
  depth: number;
  rate: number;
  seed: number;
};

export const defaultBoost: BoostOptions = { trees: 150, depth: 3, rate: 0.06, seed: 1 };

const mostBins = 32;
/** Pulls the values of small leaves towards zero. */
const ridge = 5;
const leastWeight = 5;
const rowShare = 0.7;
const signalShare = 0.6;

/** Places where a signal may be cut, by its quantiles, and the bin of each row. */
type Binned = { edges: number[][]; bins: Uint8Array[] };

/** State of the training: log-odds so far and the slopes of the loss. */
type Slopes = { first: Float64Array; second: Float64Array; isUsed: Uint8Array; node: Int32Array };

/** Fits small trees one after the other, each to what those before it left wrong (gradient boosting of the logistic loss). Seeded. */
export function fitTrees({ rows, truth, weights }: BoostRows, options: BoostOptions): BoostedTrees {
  const binned = binRows(rows);
  const random = createRandom(options.seed);
  const total = weights ? weights.reduce((sum, weight) => sum + weight, 0) : rows.length;
  const share = truth.reduce((sum, value, i) => sum + value * (weights?.[i] ?? 1), 0) / total;
  const base = Math.log(Math.max(share, 1e-4) / Math.max(1 - share, 1e-4));
  const sums = new Float64Array(rows.length).fill(base);
  const trees: Tree[] = [];
  for (let round = 0; round < options.trees; round += 1) {
    const slopes: Slopes = {
      first: sums.map((sum, i) => (chanceOf(sum) - (truth[i] as number)) * (weights?.[i] ?? 1)),
      second: sums.map((sum) => chanceOf(sum) * (1 - chanceOf(sum))).map((v, i) => v * (weights?.[i] ?? 1)),
      isUsed: Uint8Array.from(rows, () => (random() < rowShare ? 1 : 0)),
      node: new Int32Array(rows.length).fill(1),
    };
    const signals = binned.edges.map((_, signal) => signal).filter(() => random() < signalShare);
    const tree = growTree(binned, slopes, { signals, depth: options.depth, rate: options.rate });
    rows.forEach((row, i) => {
      sums[i] = (sums[i] as number) + (tree.value[leafOf(tree, row)] as number);
    });
    trees.push(tree);
  }
  return { base: rounded(base), trees };
}

function binRows(rows: readonly (readonly number[])[]): Binned {
  const width = rows[0]?.length ?? 0;
  const edges = Array.from({ length: width }, (_, signal) => {
    const sorted = Float64Array.from(rows, (row) => row[signal] as number).sort();
    const cuts = Array.from({ length: mostBins - 1 }, (_cut, i) =>
      rounded(sorted[Math.floor(((i + 1) * sorted.length) / mostBins)] as number),
    );
    return [...new Set(cuts)].filter((cut) => cut > (sorted[0] as number));
  });
  const bins = edges.map((cuts, signal) =>
    Uint8Array.from(rows, (row) => cuts.filter((cut) => cut <= (row[signal] as number)).length),
  );
  return { edges, bins };
}

type Growth = { signals: readonly number[]; depth: number; rate: number };

function growTree(binned: Binned, slopes: Slopes, { signals, depth, rate }: Growth): Tree {
  const size = 2 ** (depth + 1);
  const tree: Tree = {
    feature: new Array(size).fill(-1),
    threshold: new Array(size).fill(0),
    value: new Array(size).fill(0),
  };
  const { node, first, second, isUsed } = slopes;
  for (let level = 0; level < depth; level += 1) {
    for (const split of bestSplits(binned, slopes, { signals, start: 2 ** level })) {
      tree.feature[split.node] = split.signal;
      tree.threshold[split.node] = binned.edges[split.signal]?.[split.bin] as number;
    }
    for (let i = 0; i < node.length; i += 1) {
      const at = node[i] as number;
      const signal = tree.feature[at] as number;
      if (at >= 2 ** level && signal >= 0) {
        const cut = binned.edges[signal]?.indexOf(tree.threshold[at] as number) as number;
        node[i] = 2 * at + ((binned.bins[signal]?.[i] as number) <= cut ? 0 : 1);
      }
    }
  }
  const [up, down] = [new Float64Array(size), new Float64Array(size)];
  for (let i = 0; i < node.length; i += 1) {
    if (isUsed[i]) {
      up[node[i] as number] = (up[node[i] as number] as number) + (first[i] as number);
      down[node[i] as number] = (down[node[i] as number] as number) + (second[i] as number);
    }
  }
  tree.value = tree.value.map((_, at) =>
    rounded((-rate * (up[at] as number)) / ((down[at] as number) + ridge)),
  );
  return tree;
}

type Split = { node: number; signal: number; bin: number; gain: number };

/** The best question for each node of a level, where any question helps. */
function bestSplits(
  { edges, bins }: Binned,
  slopes: Slopes,
  { signals, start }: { signals: readonly number[]; start: number },
): Split[] {
  const best = new Map<number, Split>();
  for (const signal of signals) {
    const width = (edges[signal]?.length ?? 0) + 1;
    const [up, down] = histogram(bins[signal] as Uint8Array, slopes, { width, start });
    for (let place = 0; place < start; place += 1) {
      const cells = {
        up: up.subarray(place * width, (place + 1) * width),
        down: down.subarray(place * width, (place + 1) * width),
      };
      const { bin, gain } = bestCut(cells);
      if (gain > (best.get(place)?.gain ?? 1e-6)) best.set(place, { node: start + place, signal, bin, gain });
    }
  }
  return [...best.values()];
}

function histogram(
  bin: Uint8Array,
  { first, second, isUsed, node }: Slopes,
  { width, start }: { width: number; start: number },
): [Float64Array, Float64Array] {
  const [up, down] = [new Float64Array(start * width), new Float64Array(start * width)];
  for (let i = 0; i < node.length; i += 1) {
    const place = (node[i] as number) - start;
    if (isUsed[i] && place >= 0) {
      const at = place * width + (bin[i] as number);
      up[at] = (up[at] as number) + (first[i] as number);
      down[at] = (down[at] as number) + (second[i] as number);
    }
  }
  return [up, down];
}

function bestCut({ up, down }: { up: Float64Array; down: Float64Array }): { bin: number; gain: number } {
  const [allUp, allDown] = [up.reduce((a, b) => a + b, 0), down.reduce((a, b) => a + b, 0)];
  const worth = (slope: number, weight: number): number => (slope * slope) / (weight + ridge);
  let [left, leftWeight] = [0, 0];
  let best = { bin: -1, gain: 0 };
  for (let bin = 0; bin < up.length - 1; bin += 1) {
    left += up[bin] as number;
    leftWeight += down[bin] as number;
    if (leftWeight < leastWeight || allDown - leftWeight < leastWeight) continue;
    const gain = worth(left, leftWeight) + worth(allUp - left, allDown - leftWeight) - worth(allUp, allDown);
    if (gain > best.gain) best = { bin, gain };
  }
  return best;
}

/** Four digits are plenty, and keep the files short. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
