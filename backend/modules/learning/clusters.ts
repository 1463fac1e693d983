/** A text as a bag of weighted tokens of length 1. */
export type Bag = ReadonlyMap<string, number>;

/** How alike two questions must be to be one; 1 is the same words. Chosen on the questions of the demo shop (see clusters.test.ts). */
const ALIKE = 0.26;

/** Bags of texts; tokens that many of them share say little (TF-IDF over these same texts). */
export function bagsOf(texts: readonly string[]): Bag[] {
  const tokens = texts.map(tokensOf);
  const holders = new Map<string, number>();
  for (const own of tokens)
    for (const token of new Set(own)) holders.set(token, (holders.get(token) ?? 0) + 1);
  return tokens.map((own) => {
    const counts = new Map<string, number>();
    for (const token of own) counts.set(token, (counts.get(token) ?? 0) + 1);
    const weights = new Map(
      [...counts].map(([token, count]) => [
        token,
        (1 + Math.log(count)) * Math.log(1 + (texts.length + 1) / (holders.get(token) ?? 1)),
      ]),
    );
    const length = Math.hypot(...weights.values()) || 1;
    return new Map([...weights].map(([token, weight]) => [token, weight / length]));
  });
}

/** The cosine of two bags. */
function likeness(a: Bag, b: Bag): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [token, weight] of small) sum += weight * (large.get(token) ?? 0);
  return sum;
}

/**
 * Groups what is alike: average-link agglomeration, so that a chain of pairwise likenesses does not become one group. `fixed` puts texts into
 * groups that exist already (by their index there); those are never joined with each other. Quadratic in the number of texts: some thousand.
 */
export function clusterOf(bags: readonly Bag[], fixed: readonly (number | null)[] = []): number[][] {
  const groups = seedsOf(bags.length, fixed);
  const alike = groups.map((a, i) =>
    groups.map((b, j) => (j < i ? meanLikeness(bags, a.members, b.members) : 0)),
  );
  for (;;) {
    let best = { value: ALIKE, a: -1, b: -1 };
    for (const [i, a] of groups.entries()) {
      for (let j = 0; j < i; j += 1) {
        const b = groups[j];
        if (!b || a.members.length === 0 || b.members.length === 0 || (a.isFixed && b.isFixed)) continue;
        const value = alike[i]?.[j] ?? 0;
        if (value > best.value) best = { value, a: i, b: j };
      }
    }
    if (best.a < 0) return groups.map(({ members }) => members).filter((members) => members.length > 0);
    join(groups, alike, best);
  }
}

type Group = { members: number[]; isFixed: boolean };

function seedsOf(count: number, fixed: readonly (number | null)[]): Group[] {
  const known = new Map<number, Group>();
  const groups: Group[] = [];
  for (let at = 0; at < count; at += 1) {
    const of = fixed[at] ?? null;
    const existing = of === null ? undefined : known.get(of);
    if (existing) existing.members.push(at);
    else {
      const group = { members: [at], isFixed: of !== null };
      if (of !== null) known.set(of, group);
      groups.push(group);
    }
  }
  return groups;
}

/** The mean over all pairs, so the mean of a joint group is the weighted mean of its parts. */
function join(groups: Group[], alike: number[][], { a, b }: { a: number; b: number }): void {
  const [from, into] = [groups[a], groups[b]] as [Group, Group];
  const [m, n] = [from.members.length, into.members.length];
  const at = (i: number, j: number): number => (i > j ? alike[i]?.[j] : alike[j]?.[i]) ?? 0;
  for (let k = 0; k < groups.length; k += 1) {
    if (k === a || k === b) continue;
    const mean = (m * at(a, k) + n * at(b, k)) / (m + n);
    const row = alike[Math.max(b, k)];
    if (row) row[Math.min(b, k)] = mean;
  }
  into.members.push(...from.members);
  into.isFixed ||= from.isFixed;
  from.members = [];
}

function meanLikeness(bags: readonly Bag[], a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (const i of a) for (const j of b) sum += likeness(bags[i] ?? new Map(), bags[j] ?? new Map());
  return sum / (a.length * b.length);
}

/** The one that is most like all the others; the longest of those that are equally so. */
export function mostTelling(texts: readonly string[]): string {
  const bags = bagsOf(texts);
  const scored = texts.map((text, i) => ({
    text,
    score: bags.reduce((sum, bag) => sum + likeness(bag, bags[i] ?? new Map()), 0),
  }));
  scored.sort((a, b) => b.score - a.score || b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
  return scored[0]?.text ?? '';
}

/** How questions are put, which says nothing of what is asked. */
const FRAMES =
  /请问|你好|您好|能不能|可不可以|可以|能否|有没有|是不是|怎么样|怎么|如何|想问一?下|问一?下|帮忙|帮我|你们|咱们|这个|那个|什么|一下|[吗呢呀啊吧哦的了要]/gu;
const STOP_WORDS = new Set(
  'the an is are am was were be do does did have has had can could will would shall should may might there where what when who how why which any some for of to in on at with and or but if it its this that these those my me we us you your they them he she his her im ive got get please hi hello'.split(
    ' ',
  ),
);

/** Chinese characters and pairs of them; Latin words of two letters or more, without the commonest endings. */
function tokensOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(FRAMES, ' ');
  const words = (plain.match(/[a-z0-9]{2,}/gu) ?? [])
    .filter((word) => !STOP_WORDS.has(word))
    .map((word) => word.replace(/(?:ing|ed|es|s)$/u, ''));
  const runs = plain.match(/\p{Script=Han}+/gu) ?? [];
  const han = runs.flatMap((run) =>
    [...run].flatMap((char, i, all) => (i === 0 ? [char] : [char, `${all[i - 1]}${char}`])),
  );
  return [...words, ...han];
}
