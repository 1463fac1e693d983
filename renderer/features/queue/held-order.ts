import { useState } from 'react';

/** An order as it is drawn while it may be held. */
export type HeldOrder<Id> = {
  ids: readonly Id[];
  /** Whether what is drawn differs from the live order. */
  hasChanged: boolean;
  /** How many have come since the order is held; they stand at the end. */
  arrived: number;
  /** Lets the live order in, though the pointer or the focus is still there. */
  release: () => void;
};

/**
 * What is under the pointer or the keyboard focus does not move (rule Q4): while held, everybody keeps their place, those who left stay as
 * shadows, those who come stand at the end. `live` is read anew at each drawing; the caller draws again when it changes.
 */
export function useHeldOrder<Id extends string>(live: readonly Id[], isHeld: boolean): HeldOrder<Id> {
  const [held, setHeld] = useState<readonly Id[] | null>(null);
  if (isHeld && held === null) setHeld([...live]);
  if (!isHeld && held !== null) setHeld(null);
  const release = (): void => setHeld([...live]);
  if (held === null) return { ids: live, hasChanged: false, arrived: 0, release };
  return { ...mergeHeld(held, live), release };
}

/** The held order with the newcomers after it. */
export function mergeHeld<Id extends string>(
  held: readonly Id[],
  live: readonly Id[],
): Omit<HeldOrder<Id>, 'release'> {
  const isSame = held.length === live.length && held.every((id, index) => id === live[index]);
  if (isSame) return { ids: held, hasChanged: false, arrived: 0 };
  const known = new Set(held);
  const arrived = live.filter((id) => !known.has(id));
  return { ids: [...held, ...arrived], hasChanged: true, arrived: arrived.length };
}
