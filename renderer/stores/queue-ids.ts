import { compareWaiting, urgencies, type Waiting } from '#shared/domain/queue-order';
import { OrderedIds } from './ordered-ids.ts';

/**
 * The ids of those who wait, in the contract's order at the moment when it was last settled (rule Q3). Within one urgency who asked first is
 * first at any time, so those lists are kept incrementally, and `settle` only merges them: with the rows that came, and with the clock.
 * `ids` is the live array: read it, never keep or change it.
 */
export class QueueIds<Id extends string> {
  readonly ids: Id[] = [];
  #lists = urgencies.map(() => new OrderedIds<Id>());
  #waiting = new Map<Id, Waiting>();

  /** Puts an id in, or gives it another place; it shows in `ids` once settled. True when anything changed. */
  place(id: Id, { waitingSinceMs, urgency }: Omit<Waiting, 'conversationId'>): boolean {
    const before = this.#waiting.get(id);
    if (before?.waitingSinceMs === waitingSinceMs && before.urgency === urgency) return false;
    if (before && before.urgency !== urgency) this.#lists[before.urgency]?.remove(id);
    this.#lists[urgency]?.place(id, waitingSinceMs);
    this.#waiting.set(id, { conversationId: id, waitingSinceMs, urgency });
    return true;
  }

  /** Takes an id out; false when it was not in. */
  remove(id: Id): boolean {
    const before = this.#waiting.get(id);
    if (before === undefined) return false;
    this.#lists[before.urgency]?.remove(id);
    return this.#waiting.delete(id);
  }

  /** Whether the id is in. */
  has(id: Id): boolean {
    return this.#waiting.has(id);
  }

  /** Who asked first; `null` where nobody waits. */
  oldest(): Id | null {
    let oldest: Waiting | undefined;
    for (const { ids } of this.#lists) {
      const one = ids[0] && this.#waiting.get(ids[0]);
      if (one && !(oldest && oldest.waitingSinceMs <= one.waitingSinceMs)) oldest = one;
    }
    return (oldest?.conversationId as Id | undefined) ?? null;
  }

  /** Brings `ids` to the order of this moment. True when that changed anything. */
  settle(nowMs: number): boolean {
    const heads = this.#lists.map(() => 0);
    let hasChanged = this.ids.length !== this.#waiting.size;
    this.ids.length = this.#waiting.size;
    for (let place = 0; place < this.#waiting.size; place += 1) {
      const id = this.#takeFirst(heads, nowMs);
      if (id === undefined || this.ids[place] === id) continue;
      this.ids[place] = id;
      hasChanged = true;
    }
    return hasChanged;
  }

  /** The first among the heads of the lists, whose list then goes on to its next. */
  #takeFirst(heads: number[], nowMs: number): Id | undefined {
    let first: Waiting | undefined;
    let firstList = 0;
    this.#lists.forEach(({ ids }, list) => {
      const id = ids[heads[list] ?? 0];
      const one = id && this.#waiting.get(id);
      if (!one || (first && compareWaiting(first, one, nowMs) < 0)) return;
      first = one;
      firstList = list;
    });
    heads[firstList] = (heads[firstList] ?? 0) + 1;
    return first?.conversationId as Id | undefined;
  }
}
