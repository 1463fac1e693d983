import type { Step } from './step.ts';

/**
 * The checks that look at the source without running it. `npm run check` and `npm test` both begin with them; the latter types everything
 * anew, because the compiler's memory of the last run outlives some changes of its own settings.
 */
export function staticSteps({ isAnew }: { isAnew: boolean }): Step[] {
  return [
    { name: 'types', run: ['tsc', '-b', '--pretty', 'false', ...(isAnew ? ['--force'] : [])] },
    {
      name: 'style and format',
      run: ['biome', 'check', '--max-diagnostics=200', '--diagnostic-level=error', '.'],
    },
    { name: 'laws of the house', run: ['node', 'build/lint/house-law.ts'] },
    { name: 'dead code', run: ['knip', '--config', 'build/lint/knip.jsonc', '--no-progress'] },
  ];
}

/** A run of vitest over some projects of test/vitest.config.ts. */
export function vitestStep(name: string, projects: readonly string[], env: Step['env'] = {}): Step {
  return {
    name,
    env,
    run: [
      'vitest',
      'run',
      '--config',
      'test/vitest.config.ts',
      ...projects.flatMap((project) => ['--project', project]),
    ],
    isTests: true,
  };
}
