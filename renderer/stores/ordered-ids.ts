/**
 * Ids in the order of their rank, then of the id; kept incrementally. Finding a place is O(log n), moving is one splice: nothing is ever
 * sorted or copied when one row changes. `ids` is the live array: read it, never keep or change it.
 */
export class OrderedIds<Id extends string> {
  readonly ids: Id[] = [];
  #ranks = new Map<Id, number>();

  /** Puts an id at its place, or moves it there. True when the order, or who is in it, changed. */
  place(id: Id, rank: number): boolean {
    const before = this.#ranks.get(id);
    if (before === rank) return false;
    if (before !== undefined) this.ids.splice(this.#find(id, before), 1);
    this.#ranks.set(id, rank);
    this.ids.splice(this.#find(id, rank), 0, id);
    return true;
  }

  /** Takes an id out; false when it was not in. */
  remove(id: Id): boolean {
    const rank = this.#ranks.get(id);
    if (rank === undefined) return false;
    this.ids.splice(this.#find(id, rank), 1);
    this.#ranks.delete(id);
    return true;
  }

  /** Whether the id is in. */
  has(id: Id): boolean {
    return this.#ranks.has(id);
  }

  /** The index at which the id stands, or would stand. */
  #find(id: Id, rank: number): number {
    let low = 0;
    let high = this.ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.ids[middle] as Id;
      const otherRank = this.#ranks.get(other) ?? 0;
      if (otherRank < rank || (otherRank === rank && other < id)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
