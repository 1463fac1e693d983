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
import { measureShown } from './goals/shown.ts';
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
  C1: measureShown,
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
  const goals = values.only.split(',').map((name) => name.trim());
  for (const name of goals) {
    if (!Object.hasOwn(GOALS, name))
      throw new Error(`There is no goal ${name}; there are ${Object.keys(GOALS).join(', ')}`);
  }
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
    for (const name of goals) {
      const report = await tryGoal(name, {
        cores,
        probes,
        databases,
        terms,
        say: (line) => console.log(line),
      });
      if (report !== null) reports.push(report);
    }
  } finally {
    await Promise.all([probes.stop(), databases.stop()]);
  }
  console.log(`\nRaw histograms: ${keep({ machine: describeMachine(), cores, terms, load, reports })}`);
}

/** A goal that can't be measured, on a machine that is too busy perhaps, takes none of the others with it. */
async function tryGoal(name: string, bench: Bench): Promise<GoalReport | null> {
  const from = performance.now();
  try {
    const report = await GOALS[name]?.(bench);
    for (const line of report ? linesOf(report) : []) console.log(line);
    console.log(`  measured in ${Math.round((performance.now() - from) / 1000)} s\n`);
    return report ?? null;
  } catch (error) {
    console.error(`${name} could not be measured:`, error);
    process.exitCode = 1;
    return null;
  }
}

function keep(all: object): string {
  const folder = resolve(import.meta.dirname, '../../../out/benchmark');
  mkdirSync(folder, { recursive: true });
  const file =
    values.json ?? join(folder, `delivery-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`);
  writeFileSync(file, JSON.stringify(all));
  return file;
}
