import { join } from 'node:path';
import { type PinnedProcess, startPinned } from '../../harness/pinned-process.ts';
import { histogramOf, spreadOf, summarise } from '../../harness/samples.ts';
import { type Bench, measureRounds, type Round } from '../bench.ts';
import { columns, type GoalReport, ms, short, verdictOf } from '../report.ts';
import type { ClaimRun } from '../servers/claims-process.ts';

const CLAIMERS = 16;
const FEW = 1000;
const MANY = 100_000;
/** Two claims at a time of each agent must not find room for one more than the agent has. */
const RACE = { claimers: 2 * CLAIMERS, agentsEach: 1, capacity: 25, waiting: 1000 };
/** Who takes hundreds a second is no agent but a whole floor of them, who take in turn: none has more at once than an agent may. */
const FLOOR = { agentsEach: 100, capacity: 10_000_000 };

type Figures = { commitsPerSecond: number; few: ClaimRun; many: ClaimRun; together: ClaimRun };
type Race = { claimed: number; owned: number; most: number; doubled: number };

/** G6: taking the next of the queue, beside the smallest thing that PostgreSQL can commit. */
export async function measureClaims(bench: Bench): Promise<GoalReport> {
  const seconds = bench.terms.isQuick ? 2 : 4;
  const server = await startServer(bench, FLOOR);
  try {
    await server.ask('fill', FEW);
    await server.ask('claim', { claimers: 1, seconds: 1 });
    const rounds = await measureRounds(bench, async (): Promise<Figures> => {
      const commitsPerSecond = await server.ask<number>('commits', seconds);
      await server.ask('fill', FEW);
      const few = await server.ask<ClaimRun>('claim', { claimers: 1, seconds: Math.min(seconds, 2) });
      await server.ask('fill', MANY);
      const many = await server.ask<ClaimRun>('claim', { claimers: 1, seconds });
      const together = await server.ask<ClaimRun>('claim', { claimers: CLAIMERS, seconds });
      return { commitsPerSecond, few, many, together };
    });
    return reportOf(rounds, await race(bench));
  } finally {
    await server.stop();
  }
}

async function startServer(
  { cores, databases }: Bench,
  { agentsEach, capacity }: { agentsEach: number; capacity: number },
): Promise<PinnedProcess> {
  const file = join(import.meta.dirname, '../servers/claims-process.ts');
  const server = await startPinned(file, { cores: cores.servers });
  await server.ask('start', {
    url: await databases.create(),
    ...{ claimers: CLAIMERS, agentsEach, capacity },
  });
  return server;
}

/** More claimers than places, until nobody has room: nobody may end with more than their capacity. */
async function race(bench: Bench): Promise<Race> {
  const server = await startServer(bench, RACE);
  try {
    await server.ask('fill', RACE.waiting);
    const { claimed, doubled } = await server.ask<ClaimRun>('claim', {
      claimers: RACE.claimers,
      seconds: 60,
    });
    const { most, all } = await server.ask<{ most: number; all: number }>('owned');
    return { claimed, doubled, most, owned: all };
  } finally {
    await server.stop();
  }
}

function reportOf(rounds: Round<Figures>[], raced: Race): GoalReport {
  const ratio = (of: (figures: Figures) => number) => spreadOf(rounds.map(({ value }) => of(value)));
  const rate = ({ claimed, seconds }: ClaimRun) => claimed / seconds;
  const all = rounds.flatMap(({ value: { few, many, together } }) => [few, many, together]);
  const claims = all.reduce((sum, { claimed }) => sum + claimed, raced.claimed);
  const doubled = all.reduce((sum, one) => sum + one.doubled, raced.doubled + raced.claimed - raced.owned);
  const row = (name: string, of: (figures: Figures) => ClaimRun) => {
    const times = rounds.map(({ value }) => summarise(of(value).timesUs));
    const middle = (share: 'p50' | 'p99' | 'max') => ms(spreadOf(times.map((time) => time[share])).median);
    return [
      name,
      short(ratio((figures) => rate(of(figures))).median),
      middle('p50'),
      middle('p99'),
      middle('max'),
      String(times.reduce((sum, { n }) => sum + n, 0)),
    ];
  };
  return {
    goal: 'G6',
    title: `taking the next of the queue (queue:next at the service's door, committed), ${rounds.length} rounds`,
    lines: columns([
      ['what', 'a second', 'p50 ms', 'p99', 'max', 'n'],
      [
        'single-row commits, one session',
        short(ratio(({ commitsPerSecond }) => commitsPerSecond).median),
        '',
        '',
        '',
        '',
      ],
      row('one claimer, 1,000 waiting', ({ few }) => few),
      row('one claimer, 100,000 waiting', ({ many }) => many),
      row(`${CLAIMERS} claimers, 100,000 waiting`, ({ together }) => together),
    ]),
    verdicts: [
      verdictOf(
        'claims of one / single-row commits',
        ratio(({ few, commitsPerSecond }) => rate(few) / commitsPerSecond),
        { atLeast: 0.9 },
      ),
      verdictOf(
        `claims of ${CLAIMERS} / single-row commits`,
        ratio(({ together, commitsPerSecond }) => rate(together) / commitsPerSecond),
        { atLeast: 5 },
      ),
      verdictOf(
        'p50 at 100,000 waiting / at 1,000',
        ratio(({ many, few }) => summarise(many.timesUs).p50 / summarise(few.timesUs).p50),
        { atMost: 1.3 },
      ),
      verdictOf(`claimed twice, of ${claims}`, spreadOf([doubled]), { atMost: 0 }),
      verdictOf(`most owned by one of ${CLAIMERS} with room for ${RACE.capacity}`, spreadOf([raced.most]), {
        atMost: RACE.capacity,
      }),
    ],
    doubts: [],
    raw: {
      raced,
      rounds: rounds.map(({ value: { few, many, together, ...rest }, ...round }) => ({
        ...round,
        ...rest,
        runs: Object.entries({ few, many, together }).map(([name, { timesUs, ...run }]) => ({
          name,
          ...run,
          histogramUs: histogramOf(timesUs),
        })),
      })),
    },
    hasMoved: rounds.some(({ hasMoved }) => hasMoved),
  };
}
