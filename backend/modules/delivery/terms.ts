/** How long and how often a channel is tried. Durations in milliseconds. */
export type DeliveryTerms = {
  /** How long an attempt waits for the channel's answer. */
  answerMs: number;
  /** After this long an attempt without an outcome is one that was cut off: whoever made it is gone. Longer than `answerMs`, with room. */
  leaseMs: number;
  /** The pause after the first failure; each further one doubles it, up to the longest. */
  firstPauseMs: number;
  longestPauseMs: number;
  /** How long a message is tried before it is given up and shown to a person (rule D13). */
  patienceMs: number;
};

/** The terms in production. */
export const deliveryTerms: DeliveryTerms = {
  answerMs: 5000,
  leaseMs: 15_000,
  firstPauseMs: 1000,
  longestPauseMs: 60_000,
  patienceMs: 30 * 60_000,
};

/**
 * How long to wait after so many failures in a row, in milliseconds: doubling, and up to half of it left to chance, so that what failed together
 * does not come back together.
 */
export function pauseAfter(
  failures: number,
  terms: Pick<DeliveryTerms, 'firstPauseMs' | 'longestPauseMs'>,
  chance: number = Math.random(),
): number {
  const full = Math.min(terms.firstPauseMs * 2 ** Math.max(0, failures - 1), terms.longestPauseMs);
  return full * (0.5 + chance / 2);
}
