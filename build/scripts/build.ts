/** `npm run build`: builds everything that ships from source, side by side. `--force` builds what is up to date as well. */
import { buildTarget, targetNames } from './build-targets.ts';
import { reportStep } from './step.ts';

const isForced = process.argv.includes('--force');
const results = await Promise.all(
  targetNames.map(async (name) => {
    const steps = await buildTarget(name, { isForced });
    if (steps.length === 0) console.log(`✓ ${name} is up to date`);
    for (const step of steps) reportStep(step);
    return steps;
  }),
);
process.exitCode = results.flat().some(({ tally }) => tally.failed > 0) ? 1 : 0;
