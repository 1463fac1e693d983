import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine, divideCores, waitForQuiet } from '../harness/machine.ts';
import { startProbes } from '../harness/probes.ts';
import type { Bench } from './bench.ts';
import { startDatabases } from './contestants.ts';
import { measureClaims } from './goals/claims.ts';
import { measureLatency } from './goals/latency.ts';
import { measureMemory } from './goals/memory.ts';
import { measureOverload } from './goals/overload.ts';
import { measureReconnect } from './goals/reconnect.ts';
import { measureThroughput } from './goals/throughput.ts';
import { measureTwoNodes } from './goals/two-nodes.ts';
import { type GoalReport, linesOf } from './report.ts';

/**
 * How fast and how surely messages arrive, beside the least that can be done: `npm run bench:delivery -- [--only G1,G4] [--rounds 5] [--quick]
 * [--patience 60] [--json FILE]`. Figures, never pass or fail on time; docs/benchmarks.md says how to read them.
 */
const GOALS: Record<string, (bench: Bench) => Promise<GoalReport>> = {
  G1: measureLatency,
  G4: measureThroughput,
  G5: measureMemory,
  G6: measureClaims,
  G13: measureReconnect,
  G16: measureTwoNodes,
  D8: measureOverload,
};

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(GOALS).join(',') },
    rounds: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    patience: { type: 'string', default: '60' },
    json: { type: 'string' },
  },
});

await main();

async function main(): Promise<void> {
  const goals = values.only.split(',').map((name) => {
    const measure = GOALS[name.trim()];
    if (measure === undefined)
      throw new Error(`There is no goal ${name}; there are ${Object.keys(GOALS).join(', ')}`);
    return measure;
  });
  const cores = divideCores();
  const terms = {
    rounds: values.quick ? Math.min(2, Number(values.rounds)) : Number(values.rounds),
    isQuick: values.quick,
    patienceMs: values.quick ? 3000 : Number(values.patience) * 1000,
  };
  console.log(describeMachine());
  console.log(
    `servers and database on cores ${cores.servers ?? 'of anybody'}, generators on ${cores.generators.join(' and ')}`,
  );
  if (cores.doubt !== null) console.log(`NOT DECIDED HERE: ${cores.doubt}`);
  const { load, isQuiet } = await waitForQuiet(terms.patienceMs);
  if (!isQuiet)
    console.log(
      `THE MACHINE IS LOADED: ${Math.round(load * 100)} % busy with other work; only ratios within a round mean something`,
    );

  const probes = await startProbes(cores);
  const databases = await startDatabases(cores.servers);
  const reports: GoalReport[] = [];
  try {
    for (const measure of goals) {
      reports.push(await measure({ cores, probes, databases, terms, say: (line) => console.log(line) }));
    }
  } finally {
    await Promise.all([probes.stop(), databases.stop()]);
  }
  for (const report of reports) for (const line of linesOf(report)) console.log(line);
  console.log(`\nRaw histograms: ${keep({ machine: describeMachine(), cores, terms, load, reports })}`);
}

function keep(all: object): string {
  const folder = resolve(import.meta.dirname, '../../../out/benchmark');
  mkdirSync(folder, { recursive: true });
  const file =
    values.json ?? join(folder, `delivery-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`);
  writeFileSync(file, JSON.stringify(all));
  return file;
}
