import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

const house = resolve(import.meta.dirname, '..');
/** Gives a fresh database on a real server to the tests that ask for one; starts nothing before. */
const postgresBroker = resolve(import.meta.dirname, 'support/postgres-broker.ts');
const notUnit = ['**/node_modules/**', 'out/**', 'dist/**'];

/**
 * Unit tests stand beside their source and run by room, each with what the room has: a DOM or none, React or Preact.
 * The suites that need a server or the whole tree are projects of their own, run with `--project NAME`.
 */
export default defineConfig({
  root: house,
  test: {
    reporters: ['default', resolve(import.meta.dirname, 'reporters/vitest-reporter.ts')],
    // Time enough for a busy machine, which is not a failure: a real server is started by the first test that asks for one.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000, interval: 20 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          globalSetup: postgresBroker,
          include: ['{shared,backend,electron,build}/**/*.test.ts'],
          exclude: notUnit,
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'unit-renderer',
          environment: 'happy-dom',
          include: ['renderer/**/*.test.{ts,tsx}'],
          exclude: notUnit,
        },
      },
      {
        extends: true,
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'unit-widget',
          environment: 'happy-dom',
          include: ['widget/**/*.test.{ts,tsx}'],
          exclude: notUnit,
        },
      },
      suite('architecture', 'test/architecture/*.test.ts'),
      suite('contract', 'test/contract/**/*.test.ts'),
      // What holds on one node holds with the clients of one test on two.
      suite(
        'two-nodes',
        'test/contract/{spine,presence,unmerge,webhook,channel-order,security-access,customer-tokens,accounts}.test.ts',
        { BATON_TEST_NODES: '2' },
      ),
      suite('faults', 'test/faults/**/*.test.ts'),
      { extends: true, test: { name: 'packaging', include: ['test/packaging/*.test.ts'] } },
    ],
  },
});

/** A suite that starts servers or runs the tools of the house. */
function suite(name: string, include: string, env: Record<string, string> = {}): TestProjectConfiguration {
  return {
    extends: true,
    test: {
      name,
      include: [include],
      env,
      globalSetup: postgresBroker,
    },
  };
}
