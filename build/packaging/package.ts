/**
 * `npm run package`: builds the desktop app and makes this system's installers in dist/. `-- --win`, `--mac` and `--linux` name other systems,
 * `--arm64` and `--x64` other processors, `--dir` stops at the folder that would be installed. Needs the network, for Electron and the tools
 * of the installers, which the packager fetches.
 */
import { parseArgs } from 'node:util';
import { build, type CliOptions } from 'electron-builder';
import { buildTarget } from '../scripts/build-targets.ts';
import { reportStep } from '../scripts/step.ts';
import { packaging } from './packaging.ts';

const { values } = parseArgs({
  options: {
    win: { type: 'boolean' },
    mac: { type: 'boolean' },
    linux: { type: 'boolean' },
    x64: { type: 'boolean' },
    arm64: { type: 'boolean' },
    dir: { type: 'boolean' },
  },
});

if (await buildAll()) {
  const { win, mac, linux, ...others } = values;
  // An empty list of targets means those of the configuration.
  const systems = Object.fromEntries(
    Object.entries({ win, mac, linux }).flatMap(([name, isWanted]) => (isWanted ? [[name, []]] : [])),
  );
  const options: CliOptions = { ...systems, ...others, config: packaging };
  for (const file of await build(options)) console.log(file);
} else {
  process.exitCode = 1;
}

async function buildAll(): Promise<boolean> {
  for (const name of ['console', 'shell'] as const) {
    const steps = await buildTarget(name);
    for (const step of steps) reportStep(step);
    if (steps.some(({ tally }) => tally.failed > 0)) return false;
  }
  return true;
}
