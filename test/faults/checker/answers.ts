import type { Told } from './history.ts';
import type { Tenure } from './log.ts';
import type { Counts, Findings } from './verdict.ts';

type Claimed = Extract<Told, { type: 'claimed' }>;
type Learned = Extract<Told, { type: 'learned' }>;

/** What clients were told of who has a conversation; judged when all that anybody was told is known. */
export type Answers = {
  /** Who had it when, in the order of the log. */
  takeTenures(conversation: number, tenures: readonly Tenure[]): void;
  takeClaimed(told: Claimed): void;
  takeLearned(told: Learned): void;
  judge(findings: Findings): Pick<Counts, 'claimsDuringCommit' | 'latestDuringCommit'>;
};

/** A stretch, and when the first client was told of something that came after it. */
type Stretch = Tenure & { toldOverAt: number };

/**
 * `claim-told-true`: who was told to have it had it, or losers were told of who was asked to, at some moment while the question was under way
 * (rule H3). Entries bear the time of the decision; others see it from its commit on, which nobody outside can see. It lies between the
 * decision and the first answer that shows it: until then whoever is asked may honestly name who had it before, from then on nobody may.
 */
export function createAnswers(): Answers {
  const stretches = new Map<number, Stretch[]>();
  const claims: Claimed[] = [];

  function judgeOne(
    { client, conversation, owner, from, until }: Claimed,
    findings: Findings,
  ): number | null {
    const own = (stretches.get(conversation) ?? []).filter(
      ({ agent, isAsked }) => agent === owner && !(isAsked && owner === client),
    );
    const fitting = own.filter((one) => one.from <= until && one.toldOverAt >= from);
    if (fitting.length > 0) return Math.min(...fitting.map((one) => Math.max(0, from - one.until)));
    const gap = Math.min(...own.map((one) => Math.max(from - one.toldOverAt, one.from - until)));
    const off = own.length === 0 ? 'who never had it' : `${gap} ms off, question of ${until - from} ms`;
    findings.report(
      'claim-told-true',
      `client ${client} was told that ${owner} has conversation ${conversation}, ${off}`,
    );
    return null;
  }

  return {
    takeTenures(conversation, tenures) {
      const untold = tenures.map((tenure) => ({ ...tenure, toldOverAt: Number.POSITIVE_INFINITY }));
      stretches.set(conversation, untold);
    },
    takeClaimed: (told) => void claims.push(told),
    takeLearned({ conversation, seq, at }) {
      const all = stretches.get(conversation) ?? [];
      // Backwards from the last that was over by then: what was over before it was told of no later.
      for (let index = lastOver(all, seq); index >= 0; index -= 1) {
        const stretch = all[index] as Stretch;
        if (stretch.toldOverAt <= at) return;
        stretch.toldOverAt = at;
      }
    },
    judge(findings) {
      const late = claims.map((told) => judgeOne(told, findings) ?? 0).filter((ms) => ms > 0);
      const latestDuringCommit = late.reduce((latest, ms) => Math.max(latest, ms), 0);
      return { claimsDuringCommit: late.length, latestDuringCommit };
    },
  };
}

/** The place of the last stretch that was over with the entry `seq`, or -1. */
function lastOver(all: readonly Stretch[], seq: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as Stretch).endSeq <= seq) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
