import { join } from 'node:path';
import { startPinned } from '../../harness/pinned-process.ts';
import type { Seats } from './crew.ts';
import type { Tally } from './ledger.ts';
import type { LoadReport, LoadTerms } from './open-loop.ts';

/** All generators as one. Whoever an agent serves sits in the same process as the agent, so that every time is by one clock. */
export type Generators = {
  connect(name: string, seats: Seats): Promise<void>;
  run(name: string, terms: LoadTerms): Promise<LoadReport>;
  disconnect(name: string): Promise<void>;
  stop(): Promise<void>;
};

/** Starts one generator on each of the lists of cores. */
export async function startGenerators(cores: readonly (string | null)[]): Promise<Generators> {
  const file = join(import.meta.dirname, 'generator-process.ts');
  const all = await Promise.all(cores.map((own) => startPinned(file, { cores: own })));
  return {
    async connect(name, { url, customers, agents }) {
      const isOf = (at: number) => (seat: { index: number }) =>
        (seat.index % agents.length) % all.length === at;
      await Promise.all(
        all.map((one, at) =>
          one.ask('connect', {
            name,
            seats: { url, customers: customers.filter(isOf(at)), agents: agents.filter(isOf(at)) },
          }),
        ),
      );
    },
    async run(name, terms) {
      const perSecond = terms.perSecond / all.length;
      return merge(
        await Promise.all(
          all.map((one, at) =>
            one.ask<LoadReport>('run', { name, terms: { ...terms, perSecond, seed: terms.seed * 10 + at } }),
          ),
        ),
      );
    },
    async disconnect(name) {
      await Promise.all(all.map((one) => one.ask('disconnect', { name })));
    },
    async stop() {
      await Promise.all(all.map((one) => one.stop()));
    },
  };
}

function merge(reports: readonly LoadReport[]): LoadReport {
  const sum = (figure: Exclude<keyof Tally, 'refused'>) =>
    reports.reduce((total, report) => total + report[figure], 0);
  const join = (of: 'seenUs' | 'laterUs' | 'ackedUs' | 'lateUs') =>
    Int32Array.from(reports.flatMap((report) => Array.from(report[of])));
  const refused: Record<string, number> = {};
  for (const report of reports) {
    for (const [code, count] of Object.entries(report.refused)) refused[code] = (refused[code] ?? 0) + count;
  }
  return {
    offered: sum('offered'),
    delivered: sum('delivered'),
    putOff: sum('putOff'),
    tries: sum('tries'),
    refused,
    lost: sum('lost'),
    unfinished: sum('unfinished'),
    doubled: sum('doubled'),
    misnumbered: sum('misnumbered'),
    overtaken: sum('overtaken'),
    seenUs: join('seenUs'),
    laterUs: join('laterUs'),
    ackedUs: join('ackedUs'),
    lateUs: join('lateUs'),
    cpuShare: Math.max(...reports.map(({ cpuShare }) => cpuShare)),
  };
}
