/**
 * `npm test`: everything that must hold before a change is accepted. Ends with one line of counts over all of it, and badly when
 * anything failed. A check that is no test counts as one.
 */
import { buildTarget, targetNames } from './build-targets.ts';
import { closingLine, type Tally } from './closing-line.ts';
import { reportStep, runStep, type Step, stopSteps, sumTallies } from './step.ts';
import { staticSteps, vitestStep } from './steps.ts';
import { ensureSystemPackages, findPostgres15 } from './system-packages.ts';

const endToEnd: Step = {
  name: 'end-to-end tests',
  run: ['playwright', 'test', '--config', 'test/e2e/playwright.config.ts'],
  isTests: true,
};

let isStopped = false;
for (const event of ['SIGTERM', 'disconnect']) {
  process.on(event, () => {
    isStopped = true;
    stopSteps();
  });
}

const total = await runAll();
if (total.skipped > 0) console.log(`\n${total.skipped} skipped; it is said above what they lacked.`);
console.log(closingLine({ ...total, skipped: 0 }));
process.exitCode = total.failed === 0 ? 0 : 1;
// The channel to the script that started this one would keep the process alive.
if (process.connected) process.disconnect?.();

async function runAll(): Promise<Tally> {
  const missing = ensureSystemPackages(console.log);
  for (const sentence of missing) console.error(sentence);
  const postgres15 = findPostgres15();
  if (missing.length > 0 || postgres15 === undefined)
    return { passed: 0, failed: missing.length, skipped: 0 };

  const tallies = await Promise.all([
    ...staticSteps({ isAnew: true }).map(runQuietly),
    ...targetNames.map(build),
  ]);
  const suites = [
    vitestStep('tests of units, architecture, contract, faults and packaging', [
      'unit*',
      'architecture',
      'contract',
      'faults',
      'packaging',
    ]),
    vitestStep('contract tests on two nodes', ['two-nodes']),
    vitestStep('contract tests on PostgreSQL 15', ['contract'], { BATON_TEST_PG15_BIN: postgres15 }),
    endToEnd,
  ];
  for (const suite of suites) tallies.push(await runAloud(suite));
  return sumTallies(tallies);
}

async function runQuietly(step: Step): Promise<Tally> {
  const result = await runStep(step);
  reportStep(result);
  return result.tally;
}

async function runAloud(step: Step): Promise<Tally> {
  if (isStopped) return { passed: 0, failed: 1, skipped: 0 };
  console.log(`\n── ${step.name}`);
  const result = await runStep(step, { isLive: true });
  reportStep(result, { isLive: true });
  return result.tally;
}

async function build(name: (typeof targetNames)[number]): Promise<Tally> {
  const results = await buildTarget(name, { isForced: true });
  for (const result of results) reportStep(result);
  return sumTallies(results.map(({ tally }) => tally));
}
