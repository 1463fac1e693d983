/** Every promise that the checker knows, by name; what it means stands where it is judged. */
export const PROPERTIES = [
  'dense',
  'time-forward',
  'stored-once',
  'sender-order',
  'no-phantom',
  'acknowledged-stored',
  'settled',
  'unsent-not-stored',
  'shown-once',
  'shown-without-gap',
  'shown-as-stored',
  'caught-up',
  'row-as-log',
  'revised-in-force',
  'words-gone',
  'one-owner',
  'claim-told-true',
  'bot-silent',
  'bot-once',
] as const;
export type Property = (typeof PROPERTIES)[number];

/** What a check found: how much it looked at, how often each promise was broken, and the first examples of each. */
export type Verdict = {
  counts: Counts;
  broken: Partial<Record<Property, number>>;
  examples: string[];
};

/** How much was judged. */
export type Counts = {
  sent: number;
  acknowledged: number;
  unsent: number;
  stored: number;
  /** Messages that were edited or taken back, each time counted. */
  revisions: number;
  shown: number;
  claims: number;
  /** Answers that named who had it while the decision that ended this was not committed yet, and by how many milliseconds the latest. */
  claimsDuringCommit: number;
  latestDuringCommit: number;
  assignments: number;
  /** What the bot said, and what it would have said but for a claim. */
  botSaid: number;
  botDrafted: number;
};

const EXAMPLES_EACH = 10;

/** Takes what is broken; keeps bounded examples. */
export type Findings = {
  report(property: Property, detail: string): void;
  verdict(counts: Counts): Verdict;
};

/** Nothing found yet. */
export function createFindings(): Findings {
  const broken: Partial<Record<Property, number>> = {};
  const examples: string[] = [];
  return {
    report(property, detail) {
      const count = (broken[property] ?? 0) + 1;
      broken[property] = count;
      if (count <= EXAMPLES_EACH) examples.push(`${property}: ${detail}`);
    },
    verdict: (counts) => ({ counts, broken, examples }),
  };
}
