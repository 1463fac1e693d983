import { setTimeout as pause } from 'node:timers/promises';
import { spreadOf } from '../../harness/samples.ts';
import type { Bench } from '../bench.ts';
import { type Contestant, restartOurs, startContestant } from '../contestants.ts';
import { startGenerators } from '../load/generators.ts';
import { columns, type GoalReport, short, verdictOf } from '../report.ts';

const AGENTS = 2;
const SETTLE_MS = 3000;
const FLAGS = ['--expose-gc'];

type Memory = { idleBytes: number; perClientBytes: number };

/** G5: what a connected customer costs the server in memory, and what the server takes with nobody there. */
export async function measureMemory(bench: Bench): Promise<GoalReport> {
  const clients = bench.terms.isQuick ? 1000 : 5000;
  const rounds: { relay: Memory; ours: Memory }[] = [];
  for (let round = 0; round < Math.min(3, bench.terms.rounds); round += 1) {
    const terms = {
      ...bench,
      cores: bench.cores.servers,
      size: { customers: clients, agents: AGENTS },
      flags: FLAGS,
    };
    const relay = await measure(bench, await startContestant('relay', terms));
    const ours = await measure(bench, await restartOurs(terms));
    rounds.push({ relay, ours });
    bench.say(
      `  round ${round + 1}: relay ${kib(relay.perClientBytes)} a client, ours ${kib(ours.perClientBytes)}`,
    );
  }
  const of = (figure: (round: { relay: Memory; ours: Memory }) => number) => spreadOf(rounds.map(figure));
  return {
    goal: 'G5',
    title: `memory of the server process (RSS after a collection), ${clients} customers connected`,
    lines: columns([
      ['server', 'idle MiB', 'KiB a client'],
      ...(['relay', 'ours'] as const).map((name) => [
        name,
        short(of((round) => round[name].idleBytes / 2 ** 20).median),
        short(of((round) => round[name].perClientBytes / 1024).median),
      ]),
    ]),
    verdicts: [
      verdictOf(
        'KiB a client, ours / bare Socket.IO',
        of(({ ours, relay }) => ours.perClientBytes / relay.perClientBytes),
        { atMost: 1.5 },
      ),
      verdictOf(
        'idle, ours / bare Socket.IO process',
        of(({ ours, relay }) => ours.idleBytes / relay.idleBytes),
        { atMost: 2.5 },
      ),
    ],
    doubts: [],
    raw: rounds,
    hasMoved: false,
  };
}

async function measure(bench: Bench, { name, server, seats }: Contestant): Promise<Memory> {
  const generators = await startGenerators(bench.cores.generators);
  try {
    // Once connected and gone, so that what is made once for all is not counted as the clients'.
    await generators.connect(name, { ...seats, customers: seats.customers.slice(0, 100) });
    await generators.disconnect(name);
    await pause(SETTLE_MS);
    const idleBytes = await server.ask<number>('rss');
    await generators.connect(name, { ...seats, agents: seats.agents });
    await pause(SETTLE_MS);
    const fullBytes = await server.ask<number>('rss');
    return { idleBytes, perClientBytes: (fullBytes - idleBytes) / seats.customers.length };
  } finally {
    await generators.stop();
    await server.stop();
  }
}

function kib(bytes: number): string {
  return `${short(bytes / 1024)} KiB`;
}
