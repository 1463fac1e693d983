import { setTimeout as pause } from 'node:timers/promises';
import { buildTarget } from '../../../../build/scripts/build-targets.ts';
import { spreadOf, summarise } from '../../harness/samples.ts';
import { type Bench, measureRounds, type Round } from '../bench.ts';
import { startOurs } from '../contestants.ts';
import { openTwoScreens, type Screen, type TwoScreens } from '../load/two-screens.ts';
import { columns, type GoalReport, short, verdictOf } from '../report.ts';

/** What is promised of each of them (case C1). */
const WITHIN_MS = 2000;
const PAUSE_MS = 150;

const WAYS = {
  'said by the customer': { from: 'chat', to: 'console', isRecall: false },
  'said by the agent': { from: 'console', to: 'chat', isRecall: false },
  'recalled by the customer': { from: 'chat', to: 'console', isRecall: true },
  'recalled by the agent': { from: 'console', to: 'chat', isRecall: true },
} as const;
type Way = keyof typeof WAYS;
const ways = Object.keys(WAYS) as Way[];

/** Milliseconds from the key to the drawing at the other end. */
type Times = Record<Way, number[]>;

/** C1: from the key that one presses to the drawing that the other sees, in real browsers, committed between; and the same of what is taken back. */
export async function measureShown(bench: Bench): Promise<GoalReport> {
  for (const target of ['console', 'widget'] as const) {
    const built = await buildTarget(target);
    if (built.some(({ tally }) => tally.failed > 0)) throw new Error(`The ${target} could not be built`);
  }
  const messages = bench.terms.isQuick ? 20 : 40;
  const ours = await startOurs({
    ...bench,
    cores: bench.cores.servers,
    size: { customers: 1, agents: 1 },
  });
  const [agent, customer] = [ours.seats.agents[0], ours.seats.customers[0]];
  if (!agent || !customer) throw new Error('Nobody is there to talk');
  const screens = await openTwoScreens({
    url: ours.seats.url,
    agentToken: agent.token,
    customerToken: customer.token,
  });
  try {
    await talk(screens, { name: 'warm up', messages: 5 });
    const rounds = await measureRounds(bench, (round) => talk(screens, { name: `round ${round}`, messages }));
    return reportOf(rounds, messages);
  } finally {
    await screens.stop();
    await ours.server.stop();
  }
}

/** They say so many messages each, in turns; each is on both screens before the next, and every fifth is taken back. */
async function talk(
  screens: TwoScreens,
  { name, messages }: { name: string; messages: number },
): Promise<Times> {
  const times: Times = {
    'said by the customer': [],
    'said by the agent': [],
    'recalled by the customer': [],
    'recalled by the agent': [],
  };
  for (let count = 1; count <= messages; count += 1) {
    for (const who of ['customer', 'agent'] as const) {
      const text = `${name}, ${who} ${count}.`;
      times[`said by the ${who}`].push(await measure(screens, `said by the ${who}`, text));
      if (count % 5 === 0)
        times[`recalled by the ${who}`].push(await measure(screens, `recalled by the ${who}`, text));
      await pause(PAUSE_MS * (0.5 + Math.random()));
    }
  }
  return times;
}

async function measure(screens: TwoScreens, way: Way, text: string): Promise<number> {
  const { from, to, isRecall } = WAYS[way];
  const there: Screen = screens[to];
  const here: Screen = screens[from];
  // What is not acknowledged can't be taken back.
  if (isRecall) await here.drawn(text, true);
  const [drawnAt, actedAt] = await Promise.all([
    there.drawn(text, !isRecall),
    isRecall ? here.recall(text) : here.say(text),
  ]);
  await here.drawn(text, !isRecall);
  return drawnAt - actedAt;
}

function reportOf(rounds: Round<Times>[], messages: number): GoalReport {
  const all = (way: Way) => summarise(rounds.flatMap(({ value }) => value[way]));
  return {
    goal: 'C1',
    title: `from the key at one end to the drawing at the other, console and chat in real browsers: ${rounds.length} rounds of ${messages} messages each way`,
    lines: columns([
      ['way', 'p50 ms', 'p95', 'p99', 'max', 'n'],
      ...ways.map((way) => {
        const { p50, p95, p99, max, n } = all(way);
        return [way, ...[p50, p95, p99, max].map(short), String(n)];
      }),
    ]),
    verdicts: ways.map((way) =>
      verdictOf(`${way}: longest, ms`, spreadOf([all(way).max]), { atMost: WITHIN_MS }),
    ),
    doubts: [
      'browsers, server and database share the cores, and a headless browser draws at its own pace: the time on a desk may differ',
    ],
    raw: rounds,
    hasMoved: rounds.some((round) => round.hasMoved),
  };
}
