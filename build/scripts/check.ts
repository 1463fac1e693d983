/** `npm run check`: all that can be known in under a minute. Ends with one line of counts, and badly when anything failed. */
import { closingLine } from './closing-line.ts';
import { reportStep, runStep, sumTallies } from './step.ts';
import { staticSteps, vitestStep } from './steps.ts';

const steps = [
  ...staticSteps({ isAnew: false }),
  vitestStep('unit and architecture tests', ['unit*', 'architecture']),
];
const results = await Promise.all(
  steps.map(async (step) => {
    const result = await runStep(step);
    reportStep(result);
    return result;
  }),
);
const total = sumTallies(results.map(({ tally }) => tally));
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;
