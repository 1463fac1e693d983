import { histogramOf, spreadOf, summarise } from '../../harness/samples.ts';
import { type Bench, measureRounds, type Round } from '../bench.ts';
import { startOurs, startTwoOfOurs } from '../contestants.ts';
import type { Seats } from '../load/crew.ts';
import { startGenerators } from '../load/generators.ts';
import { findLimit } from '../load/limit.ts';
import type { LoadReport } from '../load/open-loop.ts';
import { columns, type GoalReport, ms, short, verdictOf } from '../report.ts';

const SIZE = { customers: 1500, agents: 10 };
const MOST_PER_SECOND = 25_000;
const EASY = { perSecond: 200, drainMs: 5000 };
/** Two servers, PostgreSQL and Redis want a core each before two can be more than one. */
const CORES_WANTED = 4;

type Figures = { hopUs: number; alone: LoadReport; across: LoadReport; one: number; two: number };

/** G16: two processes on one PostgreSQL with Redis between them, beside one. */
export async function measureTwoNodes(bench: Bench): Promise<GoalReport> {
  const seconds = bench.terms.isQuick ? 4 : 10;
  const terms = { ...bench, cores: bench.cores.servers, size: SIZE };
  const generators = await startGenerators(bench.cores.generators);
  const one = await startOurs(terms);
  const two = await startTwoOfOurs(terms);
  try {
    await generators.connect('one', one.seats);
    await generators.connect('two', two.seats);
    await generators.connect('across', acrossOf(two.seats));
    for (const name of ['one', 'two', 'across'])
      await generators.run(name, { ...EASY, seconds: 3, seed: 99 });
    const rounds = await measureRounds(bench, async (round): Promise<Figures> => {
      const hopUs = await bench.databases.hop();
      const alone = await generators.run('one', { ...EASY, seconds, seed: round });
      const across = await generators.run('across', { ...EASY, seconds, seed: round });
      const limit = { seed: round, most: MOST_PER_SECOND };
      return {
        hopUs,
        alone,
        across,
        one: await findLimit(generators, { ...limit, name: 'one' }),
        two: await findLimit(generators, { ...limit, name: 'two' }),
      };
    });
    return reportOf(bench, rounds);
  } finally {
    await generators.stop();
    await Promise.all([one.server.stop(), two.stop()]);
  }
}

/** Only pairs whose customer sits on the other server than the agent. */
function acrossOf(seats: Seats): Seats {
  const urlOf = new Map(seats.agents.map(({ index, url }) => [index, url]));
  return {
    ...seats,
    customers: seats.customers.filter(({ index, url }) => url !== urlOf.get(index % seats.agents.length)),
  };
}

function reportOf(bench: Bench, rounds: Round<Figures>[]): GoalReport {
  const of = (figure: (figures: Figures) => number) => spreadOf(rounds.map(({ value }) => figure(value)));
  const wrong = rounds.reduce(
    (sum, { value: { across: one } }) => sum + one.lost + one.doubled + one.misnumbered,
    0,
  );
  const row = (name: string, report: (figures: Figures) => LoadReport) => {
    const middle = (share: 'p50' | 'p99') => ms(of((value) => summarise(report(value).seenUs)[share]).median);
    return [name, middle('p50'), middle('p99'), ''];
  };
  const servers = bench.cores.servers?.split(',').length ?? 1;
  return {
    goal: 'G16',
    title: `two processes, PostgreSQL and Redis on ${servers} cores, ${rounds.length} rounds`,
    lines: columns([
      ['what', 'p50 ms', 'p99', 'msg/s held'],
      row(`one process, ${EASY.perSecond} msg/s`, ({ alone }) => alone),
      row(`customer and agent on different processes, ${EASY.perSecond} msg/s`, ({ across }) => across),
      ['one Redis hop', ms(of(({ hopUs }) => hopUs).median), '', ''],
      ['one process', '', '', short(of(({ one }) => one).median)],
      ['two processes, half of the pairs across', '', '', short(of(({ two }) => two).median)],
    ]),
    verdicts: [
      verdictOf(
        'throughput, two / one',
        of(({ one, two }) => two / one),
        { atLeast: 1.6 },
      ),
      verdictOf(
        'p50 across / (p50 in one + 2 Redis hops)',
        of(
          ({ across, alone, hopUs }) =>
            summarise(across.seenUs).p50 / (summarise(alone.seenUs).p50 + 2 * hopUs),
        ),
        { atMost: 1 },
      ),
      verdictOf('lost, doubled or misnumbered across', spreadOf([wrong]), { atMost: 0 }),
    ],
    doubts:
      servers < CORES_WANTED
        ? [
            `two servers, PostgreSQL and Redis share ${servers} cores: whether two processes do 1.6 × one can't show`,
          ]
        : [],
    raw: rounds.map(({ value: { alone, across, ...value }, ...round }) => ({
      ...round,
      ...value,
      aloneUs: histogramOf(alone.seenUs),
      acrossUs: histogramOf(across.seenUs),
    })),
    hasMoved: rounds.some(({ hasMoved }) => hasMoved),
  };
}
