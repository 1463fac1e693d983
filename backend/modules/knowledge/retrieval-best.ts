/** The slots with the highest scores above 0, best first (equals in the order of their slots), at most `most`, of those that are wanted. */
export function bestSlots(scores: Float64Array, most: number, isWanted: (slot: number) => boolean): number[] {
  // A heap with the worst on top: most slots fall at its first comparison.
  const heap: number[] = [];
  let floor = 0;
  for (let slot = 0; slot < scores.length; slot += 1) {
    if ((scores[slot] as number) <= floor || !isWanted(slot)) continue;
    if (heap.length < most) {
      rise(heap, slot, scores);
    } else {
      sink(heap, slot, scores);
    }
    if (heap.length === most) floor = scores[heap[0] as number] as number;
  }
  return heap.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}

/** Whether slot `a` stands behind slot `b`. */
function isWorse(a: number, b: number, scores: Float64Array): boolean {
  const one = scores[a] as number;
  const other = scores[b] as number;
  return one === other ? a > b : one < other;
}

/** Puts a slot into the heap. */
function rise(heap: number[], slot: number, scores: Float64Array): void {
  let at = heap.length;
  heap.push(slot);
  while (at > 0) {
    const above = (at - 1) >> 1;
    const other = heap[above] as number;
    if (!isWorse(slot, other, scores)) break;
    heap[at] = other;
    at = above;
  }
  heap[at] = slot;
}

/** Puts a slot in the place of the worst. */
function sink(heap: number[], slot: number, scores: Float64Array): void {
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && isWorse(heap[below + 1] as number, heap[below] as number, scores)) {
      below += 1;
    }
    const other = heap[below] as number;
    if (!isWorse(other, slot, scores)) break;
    heap[at] = other;
    at = below;
  }
  heap[at] = slot;
}
