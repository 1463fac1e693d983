import type { Random } from '../../random.ts';

/** Deals the cards of a shuffled deck, deck after deck: what comes is a matter of chance, yet a few rounds see every card. */
export function* deal<T>(random: Random, cards: readonly T[]): Generator<T, never> {
  for (;;) {
    const deck = [...cards];
    while (deck.length > 0) yield* deck.splice(random.int(0, deck.length - 1), 1);
  }
}
