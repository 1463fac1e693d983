import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { house, runStep, type StepResult } from './step.ts';

/** What can be built: the configurations in build/vite to run one after another, what it is made of, where it goes. */
const targets = {
  console: { configs: ['console'], sources: ['renderer', 'shared'], output: 'out/console' },
  widget: { configs: ['widget', 'widget-loader'], sources: ['widget', 'shared'], output: 'out/widget' },
  shell: {
    configs: ['main', 'preload'],
    sources: ['electron', 'shared', 'build/packaging/shipped'],
    output: 'out/app',
  },
} as const;

/** The name of something that can be built. */
export type TargetName = keyof typeof targets;

/** All that `npm run build` builds. */
export const targetNames = Object.keys(targets) as TargetName[];

/**
 * Builds a target into out/ unless what lies there was made from the same sources.
 * Returns the steps that ran; the last one has failed when the build has.
 */
export async function buildTarget(name: TargetName, { isForced = false } = {}): Promise<StepResult[]> {
  const stamp = join(house, 'out/stamps', name);
  const fingerprint = fingerprintOf(name);
  const isBuilt = existsSync(stamp) && existsSync(join(house, targets[name].output));
  if (isBuilt && !isForced && readFileSync(stamp, 'utf8') === fingerprint) return [];
  rmSync(stamp, { force: true });
  const results: StepResult[] = [];
  for (const config of targets[name].configs) {
    const result = await runStep({
      name: `build ${config}`,
      run: ['vite', 'build', '--config', `build/vite/${config}.config.ts`],
    });
    results.push(result);
    if (result.tally.failed > 0) return results;
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
  return results;
}

/** Changes with any byte of what the target is made of: its sources, the configurations and the exact packages. */
function fingerprintOf(name: TargetName): string {
  const hash = createHash('sha256');
  for (const path of ['package.json', 'package-lock.json', 'build/vite', ...targets[name].sources]) {
    for (const file of filesOf(path))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(house, file)));
  }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (/\.json$/.test(path)) return [path];
  if (!existsSync(join(house, path))) return [];
  return readdirSync(join(house, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test|spec)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(house.length + 1))
    .toSorted();
}
