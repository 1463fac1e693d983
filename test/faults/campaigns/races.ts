import type { Random } from '../random.ts';
import type { Contender } from './clients/contender.ts';

/** How many take part in a race: `few` or more, `most` at the very most. */
export type RaceTerms = { few: number; most: number };

/** What came of the races so far. */
export type RaceCounts = {
  races: number;
  claims: number;
  /** By how many of their contenders races were won: 0 where somebody had it already, more than 1 only where it changed hands meanwhile. */
  wonByNone: number;
  wonByOne: number;
  wonByMore: number;
  nexts: number;
  released: number;
  transferred: number;
  takenOver: number;
  vanished: number;
};

/** Most races are of few, some of very many: the mean of 2-50 is about four, and one in twenty-five has more than twenty. */
const SKEW = 20;
/** Of so many claims one asks for whatever is first in the queue. */
const NEXT_CHANCE = 0.1;
const VANISH_CHANCE = 0.01;
/** Longer than the grace and the lease that the campaign sets. */
const VANISH_MS = 3500;
const PAUSE_CHANCE = 0.2;

export type Track = {
  contenders: readonly Contender[];
  random: Random;
  terms: RaceTerms;
  counts: RaceCounts;
};

/** No race yet. */
export function noRaces(): RaceCounts {
  return {
    races: 0,
    claims: 0,
    wonByNone: 0,
    wonByOne: 0,
    wonByMore: 0,
    nexts: 0,
    released: 0,
    transferred: 0,
    takenOver: 0,
    vanished: 0,
  };
}

/** One race for a conversation; whoever gets anything gives it up again, sometimes while the next race has begun. Gives what is left to be given up. */
export async function race(
  track: Track,
  conversationId: string,
  giveUp: () => Promise<void>,
): Promise<() => Promise<void>> {
  const { random, terms, counts } = track;
  const claimers = contendersOf(
    track,
    terms.few + Math.floor((terms.most - terms.few + 1) * random.next() ** SKEW),
  );
  counts.races += 1;
  const attempts = claimers.map(async (contender) => {
    if (random.next() < PAUSE_CHANCE) await pause(random.int(0, 10));
    counts.claims += 1;
    if (random.next() < NEXT_CHANCE) {
      counts.nexts += 1;
      const got = await contender.next();
      if (got !== null && got !== conversationId)
        await contender.step('conversation:release', { conversationId: got });
      return got === conversationId;
    }
    return await contender.claim(conversationId);
  });
  const [wins] = await Promise.all([Promise.all(attempts), giveUp()]);
  const winners = claimers.filter((_contender, index) => wins[index]);
  if (winners.length === 1) counts.wonByOne += 1;
  else counts[winners.length === 0 ? 'wonByNone' : 'wonByMore'] += 1;
  return async () => {
    await Promise.all(winners.map((winner) => leave(track, winner, conversationId)));
  };
}

/** Whoever has it lets go of it, in one of the ways in which that happens. */
async function leave(track: Track, winner: Contender, conversationId: string): Promise<void> {
  const { random, counts, contenders } = track;
  const chance = random.next();
  const release = (contender: Contender) => contender.step('conversation:release', { conversationId });
  if (chance < VANISH_CHANCE && !winner.isAway) {
    counts.vanished += 1;
    await vanish(track, winner, conversationId);
    return;
  }
  if (chance < 0.15) {
    counts.transferred += 1;
    const colleague = random.pick(contendersOf(track, 1));
    const other = random.pick(contendersOf(track, 1));
    const offer = { conversationId, toAgentId: colleague.account.id };
    if (await winner.step('conversation:transfer', offer)) {
      const [isTaken, isSnatched] = await Promise.all([
        random.next() < 0.7
          ? colleague.accept(conversationId)
          : colleague.step('offer:decline', { conversationId }).then(() => false),
        other.claim(conversationId),
      ]);
      if (isTaken) await release(colleague);
      if (isSnatched) await release(other);
      return;
    }
  }
  const [lead] = contenders;
  if (chance > 0.95 && lead && lead !== winner) {
    counts.takenOver += 1;
    const [hasIt] = await Promise.all([
      lead.step('conversation:take-over', { conversationId, fromAgentId: winner.account.id }),
      release(winner),
    ]);
    if (hasIt) await release(lead);
    return;
  }
  counts.released += 1;
  await release(winner);
}

/** The winner is gone without a word; the others try until somebody has it, which must come to pass (rule H5). */
async function vanish(track: Track, winner: Contender, conversationId: string): Promise<void> {
  winner.isAway = true;
  winner.line.vanish(VANISH_MS);
  for (;;) {
    await pause(300);
    const [other] = contendersOf(track, 1);
    if (other && (await other.claim(conversationId))) {
      await other.step('conversation:release', { conversationId });
      break;
    }
    if (winner.line.isUp() && winner.isAway) {
      // Back before the lease ran out, on a slow machine: then it is still theirs to give back.
      winner.isAway = false;
      if (await winner.step('conversation:release', { conversationId })) break;
    }
  }
  winner.isAway = false;
}

/** So many different ones, of those who are there. */
function contendersOf({ contenders, random }: Track, count: number): Contender[] {
  const there = contenders.filter(({ isAway }) => !isAway);
  const chosen: Contender[] = [];
  while (chosen.length < Math.min(count, contenders.length) && there.length > 0) {
    const [one] = there.splice(random.int(0, there.length - 1), 1);
    if (one) chosen.push(one);
  }
  return chosen;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
