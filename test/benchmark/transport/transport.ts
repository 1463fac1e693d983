import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startTestPostgres } from '../../support/postgres.ts';
import { startRedis } from '../../support/redis.ts';
import { describeMachine, waitForQuiet } from '../harness/machine.ts';
import { type PinnedProcess, startPinned } from '../harness/pinned-process.ts';
import { type Summary, spreadOf } from '../harness/samples.ts';
import { contestants, type Places } from './contestants.ts';

/**
 * What should carry facts between nodes: `npm run bench:transport -- [--rates 500,2000] [--seconds 3] [--rounds 3]`. One node publishes facts of
 * 2 KB to three topics each, another has sockets for half of the customers and agents. Contestants take turns; figures, never pass or fail.
 */
const { values } = parseArgs({
  options: {
    rates: { type: 'string', default: '500,2000,5000,10000' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});

type Run = { arrived: number; perSecond: number; senderUs: number; hearerUs: number } & Pick<
  Summary,
  'p50' | 'p99'
>;

const NODE = join(import.meta.dirname, 'node-process.ts');
const DRAIN_MS = 1500;

await main();

async function main(): Promise<void> {
  console.log(describeMachine());
  const { load, isQuiet } = await waitForQuiet(5000);
  if (!isQuiet) console.log(`THE MACHINE IS LOADED: ${Math.round(load * 100)} % busy with other work`);
  const redis = await startRedis();
  const postgres = await startTestPostgres();
  try {
    const databaseUrl = await postgres.createDatabase();
    const names = Object.keys(contestants).filter((name) => name.includes(values.only ?? ''));
    for (const rate of values.rates.split(',').map(Number)) {
      const runs = new Map<string, Run[]>(names.map((name) => [name, []]));
      for (let round = 0; round < Number(values.rounds); round += 1) {
        for (const name of names) {
          runs.get(name)?.push(await measure(name, rate, { redisUrl: redis.url, databaseUrl }));
        }
      }
      report(rate, runs);
    }
  } finally {
    await postgres.stop();
    await redis.stop();
  }
}

async function measure(name: string, rate: number, places: Omit<Places, 'nodeId'>): Promise<Run> {
  const nodes = await Promise.all([0, 1].map(() => startPinned(NODE, { cores: null })));
  const [sender, hearer] = nodes as [PinnedProcess, PinnedProcess];
  try {
    await Promise.all(
      nodes.map((node, index) => node.ask('open', { name, places: { ...places, nodeId: `node-${index}` } })),
    );
    await hearer.ask('subscribe');
    // What runs for the first time is compiled first.
    await sender.ask('publish', { rate: Math.min(rate, 500), seconds: 0.5, sender: 'warm' });
    await pause(300);
    const before = {
      sender: await sender.ask<number>('cpu'),
      hearer: await hearer.ask<{ cpuUs: number }>('collect'),
    };
    const { sent, wanted } = await sender.ask<{ sent: number; wanted: number }>('publish', {
      ...{ rate, seconds: Number(values.seconds), sender: 'main' },
    });
    const senderCpu = (await sender.ask<number>('cpu')) - before.sender;
    await pause(DRAIN_MS);
    const { heard, summary, cpuUs } = await hearer.ask<{ heard: number; summary: Summary; cpuUs: number }>(
      'collect',
    );
    return {
      arrived: heard / wanted,
      perSecond: heard / Number(values.seconds),
      senderUs: senderCpu / sent,
      hearerUs: (cpuUs - before.hearer.cpuUs) / Math.max(1, heard),
      p50: summary.p50,
      p99: summary.p99,
    };
  } finally {
    await Promise.all(nodes.map((node) => node.kill()));
  }
}

function report(rate: number, runs: ReadonlyMap<string, readonly Run[]>): void {
  console.log(
    `\n${rate} facts/s published, 3 topics each, three quarters of them wanted; the middle of ${values.rounds} rounds`,
  );
  console.log(
    '                               arrived    msg/s   p50 ms   p99 ms   CPU µs/fact: sender  hearer',
  );
  for (const [name, all] of runs) {
    const middle = (of: (run: Run) => number, digits = 0) => spreadOf(all.map(of)).median.toFixed(digits);
    const cells = [
      `${middle(({ arrived }) => arrived * 100, 1)} %`.padStart(9),
      middle(({ perSecond }) => perSecond).padStart(8),
      middle(({ p50 }) => p50, 2).padStart(8),
      middle(({ p99 }) => p99, 2).padStart(8),
      middle(({ senderUs }) => senderUs).padStart(19),
      middle(({ hearerUs }) => hearerUs).padStart(7),
    ];
    console.log(`${name.padEnd(28)} ${cells.join(' ')}`);
  }
}
