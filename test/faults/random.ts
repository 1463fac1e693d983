/** Chance that can be had again: the same seed gives the same sequence. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number of the range, both ends included. */
  int(from: number, to: number): number;
  /** One of them; throws for none. */
  pick<T>(of: readonly T[]): T;
  /** A chance of its own, independent of how often this one is asked. */
  fork(name: string | number): Random;
};

/** Chance from a seed (mulberry32): good enough to spread faults, not to keep secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  return {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick(of) {
      const one = of[Math.floor(next() * of.length)];
      if (one === undefined) throw new RangeError('There is nothing to pick from');
      return one;
    },
    fork: (name) => createRandom(hash(`${seed}/${name}`)),
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
