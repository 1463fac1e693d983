/** Lines by name, in each of which one is served at a time, in the order in which they came. A line exists while somebody stands in it. */
export type Lines = {
  /** Waits for one's turn; to be ended by calling what it gives. */
  enter(name: string): Promise<() => void>;
};

/** Nobody waits yet. */
export function createLines(): Lines {
  const last = new Map<string, Promise<void>>();
  return {
    async enter(name) {
      const before = last.get(name);
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      last.set(name, ended);
      void ended.then(() => {
        if (last.get(name) === ended) last.delete(name);
      });
      await before;
      return end;
    },
  };
}
