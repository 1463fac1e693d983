import { histogramOf, spreadOf, summarise } from '../../harness/samples.ts';
import { type Bench, measureRounds, type Round } from '../bench.ts';
import { CONTESTANTS, type Contestant, type ContestantName, startContestant } from '../contestants.ts';
import { startGenerators } from '../load/generators.ts';
import type { LoadReport } from '../load/open-loop.ts';
import { columns, type GoalReport, ms, percent, verdictOf } from '../report.ts';

const SIZE = { customers: 1000, agents: 10 };
const RATES = [1000, 2000, 5000, 10_000];
const TOP = 10_000;
const DRAIN_MS = 5000;
/** What a contestant that can't keep up still has to do may not weigh on the next one. */
const REST_MS = 6000;

type Reports = Record<ContestantName, LoadReport>;

/** G4: how many messages a second one server process takes, all of them committed, delivered and in order. */
export async function measureThroughput(bench: Bench): Promise<GoalReport> {
  const seconds = bench.terms.isQuick ? 3 : 5;
  const generators = await startGenerators(bench.cores.generators);
  const contestants: Contestant[] = [];
  try {
    for (const name of CONTESTANTS) {
      const contestant = await startContestant(name, { ...bench, cores: bench.cores.servers, size: SIZE });
      contestants.push(contestant);
      await generators.connect(name, contestant.seats);
      await generators.run(name, { perSecond: 500, seconds: 4, seed: 99, drainMs: DRAIN_MS });
    }
    const steps: { rate: number; rounds: Round<Reports>[] }[] = [];
    for (const rate of RATES) {
      bench.say(` ${rate} msg/s`);
      const rounds = await measureRounds(bench, async (round) => {
        const reports: Partial<Reports> = {};
        for (const name of CONTESTANTS) {
          const report = await generators.run(name, {
            perSecond: rate,
            seconds,
            seed: round,
            drainMs: DRAIN_MS,
          });
          reports[name] = report;
          if (report.unfinished > 0) await new Promise((resolve) => setTimeout(resolve, REST_MS));
        }
        return reports as Reports;
      });
      steps.push({ rate, rounds });
    }
    return reportOf(bench, steps);
  } finally {
    await generators.stop();
    await Promise.all(contestants.map(({ server }) => server.stop()));
  }
}

type Step = { rate: number; rounds: Round<Reports>[] };

function reportOf(bench: Bench, steps: Step[]): GoalReport {
  const top = steps.find(({ rate }) => rate === TOP)?.rounds ?? [];
  const share = spreadOf(top.map(({ value }) => deliveredShare(value.ours)));
  const slower = spreadOf(
    top.map(({ value }) => summarise(value.ours.seenUs).p99 / summarise(value.relay.seenUs).p99),
  );
  const wrong = steps.flatMap(({ rounds }) =>
    rounds.map(({ value: { ours } }) => ours.lost + ours.doubled + ours.misnumbered),
  );
  return {
    goal: 'G4',
    title: `durable throughput of one server process: ${SIZE.customers} customers, ${SIZE.agents} agents, no customer faster than the protocol allows`,
    lines: tableOf(steps),
    verdicts: [
      verdictOf(`delivered of what was offered at ${TOP} msg/s, ours`, share, { atLeast: 1 }),
      verdictOf(`p99 at ${TOP} msg/s, ours / relay without storage`, slower, { atMost: 3 }),
      verdictOf(
        'lost, doubled or misnumbered at any rate, ours',
        spreadOf([wrong.reduce((a, b) => a + b, 0)]),
        {
          atMost: 0,
        },
      ),
    ],
    doubts: bench.cores.doubt === null ? [] : [bench.cores.doubt],
    raw: steps.map(({ rate, rounds }) => ({
      rate,
      rounds: rounds.map(({ value, ...round }) => ({
        ...round,
        contestants: Object.fromEntries(Object.entries(value).map(([name, report]) => [name, rawOf(report)])),
      })),
    })),
    hasMoved: steps.some(({ rounds }) => rounds.some(({ hasMoved }) => hasMoved)),
  };
}

function deliveredShare({ delivered, offered }: LoadReport): number {
  return offered === 0 ? 0 : delivered / offered;
}

function rawOf({ seenUs, laterUs: _none, ackedUs, lateUs, ...rest }: LoadReport) {
  return {
    ...rest,
    seen: summarise(seenUs),
    acked: summarise(ackedUs),
    late: summarise(lateUs),
    histogramUs: histogramOf(seenUs),
  };
}

function tableOf(steps: readonly Step[]): string[] {
  const head = [
    'msg/s',
    'contestant',
    'offered',
    'delivered',
    'p50 ms',
    'p99',
    'max',
    'refused',
    'unfinished',
    'lost',
    '2×',
    'misnum.',
    'overtaken',
    'gen. CPU',
  ];
  const rows = steps.flatMap(({ rate, rounds }) =>
    CONTESTANTS.map((name) => {
      const reports = rounds.map(({ value }) => value[name]);
      const seen = reports.map(({ seenUs }) => summarise(seenUs));
      const sum = (of: (report: LoadReport) => number) => reports.reduce((total, one) => total + of(one), 0);
      const cpu = Math.max(...reports.map(({ cpuShare }) => cpuShare));
      return [
        String(rate),
        name,
        String(sum(({ offered }) => offered)),
        `${(100 * spreadOf(reports.map(deliveredShare)).median).toFixed(1)} %`,
        ms(spreadOf(seen.map(({ p50 }) => p50)).median),
        ms(spreadOf(seen.map(({ p99 }) => p99)).median),
        ms(Math.max(...seen.map(({ max }) => max))),
        String(sum(({ refused }) => Object.values(refused).reduce((a, b) => a + b, 0))),
        String(sum(({ unfinished }) => unfinished)),
        String(sum(({ lost }) => lost)),
        String(sum(({ doubled }) => doubled)),
        String(sum(({ misnumbered }) => misnumbered)),
        String(sum(({ overtaken }) => overtaken)),
        `${percent(cpu)}${cpu > 0.7 ? ' (lower bound)' : ''}`,
      ];
    }),
  );
  return columns([head, ...rows]);
}
