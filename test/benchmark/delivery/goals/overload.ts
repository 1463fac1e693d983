import { histogramOf, spreadOf, summarise } from '../../harness/samples.ts';
import { type Bench, measureRounds, type Round } from '../bench.ts';
import { startContestant } from '../contestants.ts';
import { startGenerators } from '../load/generators.ts';
import { findLimit } from '../load/limit.ts';
import type { LoadReport } from '../load/open-loop.ts';
import { columns, type GoalReport, ms, percent, short, verdictOf } from '../report.ts';

/** So many that three times what the server holds needs nobody to be faster than the protocol allows. */
const SIZE = { customers: 1500, agents: 10 };
const MOST_PER_SECOND = 25_000;
const TIMES = 3;
const EASY_SHARE = 0.3;
/** All that was put off comes again in waves; there is no hurry. */
const DRAIN_MS = 120_000;

type Figures = { holds: number; easy: LoadReport; over: LoadReport };

/** D8: three times as much as the server holds. What is accepted is fast, what is refused comes through later, once. */
export async function measureOverload(bench: Bench): Promise<GoalReport> {
  const seconds = bench.terms.isQuick ? 3 : 8;
  const generators = await startGenerators(bench.cores.generators);
  const contestant = await startContestant('ours', { ...bench, cores: bench.cores.servers, size: SIZE });
  try {
    await generators.connect('ours', contestant.seats);
    await generators.run('ours', { perSecond: 300, seconds: 4, seed: 99, drainMs: 5000 });
    const rounds = await measureRounds(bench, async (round): Promise<Figures> => {
      const holds = await findLimit(generators, { seed: round, most: MOST_PER_SECOND });
      const easy = await generators.run('ours', {
        perSecond: EASY_SHARE * holds,
        seconds,
        seed: round,
        drainMs: DRAIN_MS,
      });
      const perSecond = Math.min(MOST_PER_SECOND, TIMES * holds);
      const over = await generators.run('ours', {
        perSecond,
        seconds,
        seed: round,
        drainMs: DRAIN_MS,
        isRepeating: true,
      });
      return { holds, easy, over };
    });
    return reportOf(bench, rounds, seconds);
  } finally {
    await generators.stop();
    await contestant.server.stop();
  }
}

function reportOf(bench: Bench, rounds: Round<Figures>[], seconds: number): GoalReport {
  const of = (figure: (figures: Figures) => number) => spreadOf(rounds.map(({ value }) => figure(value)));
  const wrong = rounds.reduce(
    (sum, { value: { over } }) => sum + over.lost + over.unfinished + over.doubled + over.misnumbered,
    0,
  );
  const row = (name: string, report: (figures: Figures) => LoadReport, which: 'seenUs' | 'laterUs') => {
    const times = rounds.map(({ value }) => summarise(report(value)[which]));
    const middle = (share: 'p50' | 'p99' | 'max') => ms(spreadOf(times.map((time) => time[share])).median);
    return [
      name,
      String(times.reduce((sum, { n }) => sum + n, 0)),
      middle('p50'),
      middle('p99'),
      middle('max'),
    ];
  };
  return {
    goal: 'D8',
    title: `overload: ${TIMES} × what the server holds (${short(of(({ holds }) => holds).median)} msg/s) for ${seconds} s, ${SIZE.customers} customers, ${rounds.length} rounds`,
    lines: columns([
      ['what', 'n', 'p50 ms', 'p99', 'max'],
      row(`${percent(EASY_SHARE)} of what it holds`, ({ easy }) => easy, 'seenUs'),
      row(`${TIMES} ×: accepted at the first try`, ({ over }) => over, 'seenUs'),
      row(`${TIMES} ×: refused, repeated, delivered later`, ({ over }) => over, 'laterUs'),
    ]),
    verdicts: [
      verdictOf(
        'p99 of accepted under overload / unloaded',
        of(({ easy, over }) => summarise(over.seenUs).p99 / summarise(easy.seenUs).p99),
        { atMost: 2 },
      ),
      verdictOf('lost, never through, doubled or misnumbered', spreadOf([wrong]), { atMost: 0 }),
      verdictOf(
        'tries for each message',
        of(({ over }) => over.tries / over.offered),
        {},
      ),
    ],
    doubts: bench.cores.doubt === null ? [] : [bench.cores.doubt],
    raw: rounds.map(({ value: { holds, easy, over }, ...round }) => ({
      ...round,
      holds,
      easyUs: histogramOf(easy.seenUs),
      acceptedUs: histogramOf(over.seenUs),
      laterUs: histogramOf(over.laterUs),
    })),
    hasMoved: rounds.some(({ hasMoved }) => hasMoved),
  };
}
