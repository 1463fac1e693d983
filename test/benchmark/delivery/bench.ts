import { busyShare, type Cores, readCoreTimes, waitForQuiet } from '../harness/machine.ts';
import { hasMoved, type Probe, type Probes } from '../harness/probes.ts';
import type { Databases } from './contestants.ts';

/** What every goal is measured with. */
export type Bench = {
  cores: Cores;
  probes: Probes;
  databases: Databases;
  terms: { rounds: number; isQuick: boolean; patienceMs: number };
  say(line: string): void;
};

/** A round that was measured between two probes. */
export type Round<T> = {
  value: T;
  before: Probe;
  after: Probe;
  load: number;
  hasMoved: boolean;
  serversBusy: number;
};

/** What is done again at most, for each round asked for, where the machine changed meanwhile. */
const MORE_TRIES = 1;

/**
 * Measures so many rounds; one during which the machine changed is thrown away and tried again, as often as there are rounds. Where even so too
 * few held, those that did not are given too, marked: figures with a doubt are better than none.
 */
export async function measureRounds<T>(
  bench: Bench,
  measure: (round: number) => Promise<T>,
): Promise<Round<T>[]> {
  const { rounds } = bench.terms;
  const kept: Round<T>[] = [];
  const moved: Round<T>[] = [];
  for (let round = 0; kept.length < rounds && round < rounds * (1 + MORE_TRIES); round += 1) {
    const one = await measureRound(bench, () => measure(round));
    (one.hasMoved ? moved : kept).push(one);
    bench.say(`  round ${round + 1}: ${describeRound(one)}`);
  }
  return kept.length === rounds ? kept : [...kept, ...moved].slice(0, rounds);
}

async function measureRound<T>(bench: Bench, measure: () => Promise<T>): Promise<Round<T>> {
  const { load } = await waitForQuiet(bench.terms.patienceMs);
  const before = await bench.probes.measure();
  const times = readCoreTimes();
  const value = await measure();
  const serversBusy = busyShare(times, readCoreTimes(), bench.cores.servers);
  const after = await bench.probes.measure();
  return { value, before, after, load, hasMoved: hasMoved(before, after), serversBusy };
}

function describeRound({ before, after, load, hasMoved: isMoved }: Round<unknown>): string {
  const probe = ({ fdatasyncUs, echoUs }: Probe) =>
    `fdatasync ${Math.round(fdatasyncUs)} µs, echo ${Math.round(echoUs)} µs`;
  const busy = load > 0.12 ? `, machine ${Math.round(load * 100)} % busy before it: LOADED` : '';
  return `${probe(before)} → ${probe(after)}${busy}${isMoved ? ' — the machine changed: thrown away' : ''}`;
}
