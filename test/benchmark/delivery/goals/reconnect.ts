import { setTimeout as pause } from 'node:timers/promises';
import type { ConversationId } from '#shared/domain/ids';
import { type Guest, populate } from '../../../faults/campaigns/storm/populate.ts';
import { type Spread, spreadOf, summarise } from '../../harness/samples.ts';
import { type Bench, measureRounds, type Round } from '../bench.ts';
import { type Ours, startOurs } from '../contestants.ts';
import { type Generators, startGenerators } from '../load/generators.ts';
import { type Guests, startGuests } from '../load/guests.ts';
import { columns, type GoalReport, short, verdictOf } from '../report.ts';

/** The rest: whose lines stay while all others break, and who go on writing. */
const REST = { customers: 100, agents: 10 };
const REST_PER_SECOND = 100;
/** One of so many is told something while their line is down. */
const MISSING = 10;
const LIMIT_MS = 120_000;

type Storm = { allMs: number; p50Ms: number; p99Ms: number; missed: number; wrong: number };
type Figures = { drop: Storm & { restSlower: number }; restart: Storm };

/** G13: all lines break in one moment, and come back; once because the network broke, once because the server was killed and started anew. */
export async function measureReconnect(bench: Bench): Promise<GoalReport> {
  const clients = bench.terms.isQuick ? 1000 : 5000;
  const rounds = await measureRounds(
    { ...bench, terms: { ...bench.terms, rounds: Math.min(3, bench.terms.rounds) } },
    () => measureRound(bench, clients),
  );
  return reportOf(bench, rounds, clients);
}

async function measureRound(bench: Bench, count: number): Promise<Figures> {
  const terms = { ...bench, cores: bench.cores.servers, size: REST };
  const ours = await startOurs(terms);
  const generators = await startGenerators(bench.cores.generators);
  const guests = await startGuests(bench.cores.generators);
  try {
    await generators.connect('rest', ours.seats);
    const people = await populate(ours.databaseUrl, ours.conversations[0] as ConversationId, count);
    await guests.open(ours.seats.url, people);
    const level = { clients: count, held: 0, limitMs: LIMIT_MS };
    const { held } = await guests.untilLevel(level);
    const each = Math.round(held / count);
    const drop = await dropAll({ ours, generators, guests, people }, each);
    const restart = await restartServer({ ours, generators, guests, people }, each + 1);
    return { drop, restart };
  } finally {
    await Promise.all([generators.stop(), guests.stop()]);
    await ours.server.stop();
  }
}

type Scene = { ours: Ours; generators: Generators; guests: Guests; people: readonly Guest[] };

/** Every `MISSING`th hears something while away: in the first storm the first of each ten, in the second the second. */
function toldOf(people: readonly Guest[], storm: number): ConversationId[] {
  return people.filter((_one, at) => at % MISSING === storm).map(({ conversationId }) => conversationId);
}

async function dropAll(scene: Scene, each: number): Promise<Figures['drop']> {
  const { ours, generators, guests, people } = scene;
  const load = { perSecond: REST_PER_SECOND, drainMs: 20_000 };
  const calm = await generators.run('rest', { ...load, seconds: 5, seed: 1 });
  const running = generators.run('rest', { ...load, seconds: 10, seed: 2 });
  await pause(500);
  const cutAt = await guests.cut();
  const told = toldOf(people, 0);
  await ours.say(told, '您好，请看这里');
  const held = people.length * each + told.length;
  const { levelAt } = await guests.untilLevel({ clients: people.length, held, limitMs: LIMIT_MS });
  const stormy = await running;
  const storm = await judge(scene, {
    levelAt,
    from: cutAt,
    told,
    expected: (isTold) => each + (isTold ? 1 : 0),
  });
  return { ...storm, restSlower: summarise(stormy.seenUs).p99 / summarise(calm.seenUs).p99 };
}

async function restartServer(scene: Scene, each: number): Promise<Storm> {
  const { ours, guests, people } = scene;
  await ours.restart();
  const listensAt = Date.now();
  const told = toldOf(people, 1);
  await ours.say(told, '我们回来了');
  const first = new Set<string>(toldOf(people, 0));
  const held = people.length * (each - 1) + first.size + told.length;
  const { levelAt } = await guests.untilLevel({ clients: people.length, held, limitMs: LIMIT_MS });
  return await judge(scene, {
    levelAt,
    from: listensAt,
    told,
    expected: (isTold, id) => each - 1 + (first.has(id) ? 1 : 0) + (isTold ? 1 : 0),
  });
}

type Seen = {
  levelAt: number[];
  from: number;
  told: readonly ConversationId[];
  expected: (isTold: boolean, conversationId: string) => number;
};

/** Every client must hold exactly what was said: each entry once, none missing. The clients keep only what is next in order. */
async function judge({ guests, people }: Scene, { levelAt, from, told, expected }: Seen): Promise<Storm> {
  const isTold = new Set<string>(told);
  const logs = await guests.logs();
  let wrong = people.length - levelAt.length;
  for (const { conversationId } of people) {
    const log = logs.get(conversationId) ?? [];
    const isRight =
      log.length === expected(isTold.has(conversationId), conversationId) && new Set(log).size === log.length;
    if (!isRight) wrong += 1;
  }
  const { p50, p99, max } = summarise(levelAt.map((at) => at - from));
  return { p50Ms: p50, p99Ms: p99, allMs: max, missed: told.length, wrong };
}

function reportOf(bench: Bench, rounds: Round<Figures>[], clients: number): GoalReport {
  const of = (figure: (figures: Figures) => number): Spread =>
    spreadOf(rounds.map(({ value }) => figure(value)));
  const seconds = (figure: (figures: Figures) => number) => short(of((value) => figure(value) / 1000).median);
  const row = (name: string, which: 'drop' | 'restart') => [
    name,
    seconds((value) => value[which].p50Ms),
    seconds((value) => value[which].p99Ms),
    seconds((value) => value[which].allMs),
    String(of((value) => value[which].missed).median),
    String(rounds.reduce((sum, { value }) => sum + value[which].wrong, 0)),
  ];
  return {
    goal: 'G13',
    title: `${clients} customers’ clients with the widget’s terms lose their line in one moment, ${rounds.length} rounds`,
    lines: columns([
      ['what', 'back p50 s', 'p99', 'all', 'told meanwhile', 'wrong'],
      row('lines cut, from the cut', 'drop'),
      row('server killed, from when it listens again', 'restart'),
    ]),
    verdicts: [
      verdictOf(
        's until all are back and level, lines cut',
        of(({ drop }) => drop.allMs / 1000),
        { atMost: 5 },
      ),
      verdictOf(
        's until all are back and level, server restarted',
        of(({ restart }) => restart.allMs / 1000),
        {
          atMost: 15,
        },
      ),
      verdictOf(
        'p99 of those whose lines stayed, meanwhile / before',
        of(({ drop }) => drop.restSlower),
        {
          atMost: 3,
        },
      ),
      verdictOf(
        'clients that miss something or hold it twice',
        of(({ drop, restart }) => drop.wrong + restart.wrong),
        {
          atMost: 0,
        },
      ),
    ],
    doubts: bench.cores.doubt === null ? [] : [bench.cores.doubt],
    raw: rounds,
    hasMoved: rounds.some(({ hasMoved }) => hasMoved),
  };
}
