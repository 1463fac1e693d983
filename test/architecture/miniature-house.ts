import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { inspectHouse } from '../../build/lint/house-law.ts';

const house = join(import.meta.dirname, '../..');
const tools = join(house, 'node_modules/.bin');
const configuration = [
  'package.json',
  'tsconfig.json',
  'biome.json',
  'build/tsconfig',
  'build/lint',
  'build/README.md',
];

/** What one check says: for each file that it names, the complaints. */
export type Findings = ReadonlyMap<string, readonly string[]>;

/** The checks that `npm run check` makes without running the product. */
export type Check = 'law' | 'compiler' | 'biome' | 'knip';

/** Builds a house in a temporary folder from planted files and the real configuration of every check. Returns its root. */
export function buildMiniatureHouse(parts: readonly ('lawful' | 'breaches')[]): string {
  const root = mkdtempSync(join(tmpdir(), 'baton-miniature-'));
  for (const part of parts) cpSync(join(import.meta.dirname, 'planted', part), root, { recursive: true });
  for (const path of configuration) cpSync(join(house, path), join(root, path), { recursive: true });
  symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'), 'dir');
  return root;
}

/** Deletes a house built by `buildMiniatureHouse`. */
export function removeMiniatureHouse(root: string): void {
  rmSync(root, { recursive: true, force: true });
}

/** Runs one check on the house at `root`. Throws when the tool itself fails to run. */
export function runCheck(root: string, check: Check): Findings {
  const findings = new Map<string, string[]>();
  for (const [path, complaint] of complaints[check](root)) {
    findings.set(path, [...(findings.get(path) ?? []), complaint]);
  }
  return findings;
}

type Complaint = readonly [path: string, complaint: string];

const complaints: Record<Check, (root: string) => Complaint[]> = {
  law: (root) => inspectHouse(root).map(({ path, message }) => [path, message]),
  compiler: compilerErrors,
  biome: biomeErrors,
  knip: knipIssues,
};

function compilerErrors(root: string): Complaint[] {
  const { output } = runTool(root, ['tsc', '-b', '--pretty', 'false']);
  return [...output.matchAll(/^(\S+)\(\d+,\d+\): error (.*)$/gm)].map(([, path = '', text = '']) => [
    path,
    text,
  ]);
}

function biomeErrors(root: string): Complaint[] {
  const { output } = runTool(root, ['biome', 'lint', '--reporter=json', '--max-diagnostics=none']);
  const report = JSON.parse(output) as {
    diagnostics: { severity: string; category: string; location: { path: string } }[];
  };
  return report.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ category, location }) => [location.path, category]);
}

function knipIssues(root: string): Complaint[] {
  const { output } = runTool(root, [
    'knip',
    '--config',
    'build/lint/knip.jsonc',
    '--reporter=json',
    '--no-progress',
  ]);
  const report = JSON.parse(output) as { issues: { file: string; [kind: string]: unknown }[] };
  return report.issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, found]) =>
      Array.isArray(found) ? found.map(({ name }): Complaint => [file, `${kind}: ${name}`]) : [],
    ),
  );
}

function runTool(root: string, [tool = '', ...parameters]: readonly string[]): { output: string } {
  const { stdout, stderr, error, status } = spawnSync(join(tools, tool), parameters, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, PATH: [tools, process.env['PATH']].join(delimiter) },
  });
  if (error !== undefined) throw error;
  // A tool that found nothing to complain about may be silent; one that failed without a word is broken.
  if (stdout === '' && status !== 0) throw new Error(`${tool} ended with ${status}: ${stderr}`);
  return { output: stdout };
}
