import { histogramOf, spreadOf, summarise } from '../../harness/samples.ts';
import { type Bench, measureRounds, type Round } from '../bench.ts';
import { CONTESTANTS, type Contestant, type ContestantName, startContestant } from '../contestants.ts';
import { startGenerators } from '../load/generators.ts';
import type { LoadReport } from '../load/open-loop.ts';
import { type GoalReport, latencyTable, verdictOf } from '../report.ts';

const SIZE = { customers: 100, agents: 10 };
const PER_SECOND = 250;
const DRAIN_MS = 5000;

type Reports = Record<ContestantName, LoadReport>;

/** G1: what a message of a customer takes until the agent has it, committed before, at a load that none of the contestants feels. */
export async function measureLatency(bench: Bench): Promise<GoalReport> {
  const seconds = bench.terms.isQuick ? 4 : 10;
  const generators = await startGenerators(bench.cores.generators.slice(0, 1));
  const contestants: Contestant[] = [];
  try {
    for (const name of CONTESTANTS) {
      const contestant = await startContestant(name, { ...bench, cores: bench.cores.servers, size: SIZE });
      contestants.push(contestant);
      await generators.connect(name, contestant.seats);
      await generators.run(name, { perSecond: PER_SECOND, seconds: 3, seed: 99, drainMs: DRAIN_MS });
    }
    const rounds = await measureRounds(bench, async (round) => {
      const reports: Partial<Reports> = {};
      for (const name of CONTESTANTS) {
        reports[name] = await generators.run(name, {
          perSecond: PER_SECOND,
          seconds,
          seed: round,
          drainMs: DRAIN_MS,
        });
      }
      return reports as Reports;
    });
    return reportOf(bench, rounds, seconds);
  } finally {
    await generators.stop();
    await Promise.all(contestants.map(({ server }) => server.stop()));
  }
}

function reportOf(bench: Bench, rounds: Round<Reports>[], seconds: number): GoalReport {
  const ratio = (of: ContestantName, share: 'p50' | 'p99') =>
    spreadOf(
      rounds.map(({ value }) => summarise(value.ours.seenUs)[share] / summarise(value[of].seenUs)[share]),
    );
  const ours = rounds.map(({ value }) => value.ours);
  const wrong = ours.reduce((sum, { lost, doubled, misnumbered }) => sum + lost + doubled + misnumbered, 0);
  return {
    goal: 'G1',
    title: `committed delivery, customer → agent: ${SIZE.customers} customers, ${SIZE.agents} agents, ${PER_SECOND} msg/s, ${rounds.length} rounds of ${seconds} s`,
    lines: latencyTable(
      CONTESTANTS.map((name) => ({ name, reports: rounds.map(({ value }) => value[name]) })),
    ),
    verdicts: [
      verdictOf('p50, ours / (relay + PostgreSQL commit)', ratio('relay+postgres', 'p50'), { atMost: 1.25 }),
      verdictOf('p99, ours / (relay + PostgreSQL commit)', ratio('relay+postgres', 'p99'), { atMost: 2 }),
      verdictOf('p50, ours / (relay + fdatasync)', ratio('relay+fdatasync', 'p50'), {}),
      verdictOf('p50, ours / relay without storage', ratio('relay', 'p50'), {}),
      verdictOf('lost, doubled or misnumbered', spreadOf([wrong]), { atMost: 0 }),
    ],
    doubts: bench.cores.generators[0] === null ? [bench.cores.doubt ?? ''] : [],
    raw: rounds.map(({ value, ...round }) => ({
      ...round,
      contestants: Object.fromEntries(
        Object.entries(value).map(([name, report]) => [
          name,
          { ...summarise(report.seenUs), cpuShare: report.cpuShare, histogramUs: histogramOf(report.seenUs) },
        ]),
      ),
    })),
    hasMoved: rounds.some((round) => round.hasMoved),
  };
}
