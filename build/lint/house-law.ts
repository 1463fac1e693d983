import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTest, judgeImport } from './import-law.ts';
import { readSource } from './source-file.ts';

/** One broken law: where, and what. */
export type Breach = { path: string; line: number; message: string };

const rooms = ['shared', 'backend', 'renderer', 'electron', 'widget', 'build', 'test'];

/** The top level is fixed; a new name there is a decision, not a habit. */
const topLevel = [
  ...rooms,
  'docs',
  'README.md',
  'README.zh-CN.md',
  'LICENSE',
  'package.json',
  'package-lock.json',
];
const topLevelForTools = ['tsconfig.json', 'biome.json', 'node_modules', 'out', 'dist', 'test-results'];

const planted = 'test/architecture/planted';

/** Reads the whole house at `root` and returns every breach of its laws, in order of path and line. */
export function inspectHouse(root: string): Breach[] {
  const files = rooms.flatMap((room) => filesUnder(root, room));
  return [
    ...strangersAtTheTop(root),
    ...rooms.flatMap((room) => readmeBreaches(root, room)),
    ...files.flatMap(nameBreaches),
    ...files.filter((path) => /\.tsx?$/.test(path)).flatMap((path) => sourceBreaches(root, path)),
  ].toSorted((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
}

function sourceBreaches(root: string, path: string): Breach[] {
  const { imports, undocumented } = readSource(path, readFileSync(join(root, path), 'utf8'));
  const breaches: Breach[] = [];
  for (const { line, specifier, target } of imports) {
    const message = importBreach(path, specifier, target);
    if (message !== undefined) breaches.push({ path, line, message: `${message} ('${specifier}')` });
  }
  if (isTest(path)) return breaches;
  for (const { line, name } of undocumented) {
    breaches.push({ path, line, message: `exported ${name} has no doc comment` });
  }
  return breaches;
}

function importBreach(
  path: string,
  specifier: string,
  target: Parameters<typeof judgeImport>[1] | undefined,
): string | undefined {
  if (target === undefined) return isTest(path) ? undefined : 'a computed import escapes the import law';
  const isIntoShared = target.kind === 'place' && target.path.startsWith('shared/');
  if (isIntoShared && specifier.startsWith('.') && !path.startsWith('shared/')) {
    return 'shared is imported as #shared/…, so that there is one way to write it';
  }
  return judgeImport(path, target);
}

/** Drawers called utils, helpers, common, manager or types hide what is in them. */
function nameBreaches(path: string): Breach[] {
  const words = path.replace(/\.[^/]*$/, '').split(/[/.-]/);
  const drawer = words.find((word) => /^(utils?|helpers?|commons?|managers?|misc)$/i.test(word));
  const isTypesDrawer = /(^|\/)types\.tsx?$/.test(path);
  if (drawer === undefined && !isTypesDrawer) return [];
  return [
    { path, line: 1, message: `'${drawer ?? 'types'}' says nothing about what is in it: name the thing` },
  ];
}

function readmeBreaches(root: string, room: string): Breach[] {
  const path = `${room}/README.md`;
  const entries = readdirSync(root).includes(room) ? readdirSync(join(root, room)) : [];
  if (entries.length === 0) return [];
  if (!entries.includes('README.md')) return [{ path, line: 1, message: 'every room has a README' }];
  const lines = readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length;
  return lines > 20
    ? [{ path, line: 21, message: `a room's README has at most 20 lines, not ${lines}` }]
    : [];
}

function strangersAtTheTop(root: string): Breach[] {
  const known = [...topLevel, ...topLevelForTools];
  return readdirSync(root)
    .filter((name) => !name.startsWith('.') && !known.includes(name))
    .map((path) => ({ path, line: 1, message: 'the top level is fixed: this belongs in a room' }));
}

function filesUnder(root: string, room: string): string[] {
  if (!readdirSync(root).includes(room)) return [];
  return readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.startsWith(planted) && !path.includes('node_modules/'));
}

if (import.meta.main) {
  const breaches = inspectHouse(join(import.meta.dirname, '../..'));
  for (const { path, line, message } of breaches) console.error(`${path}:${line}  ${message}`);
  console.log(
    breaches.length === 0
      ? 'The laws of the house hold.'
      : `${breaches.length} breaches of the laws of the house.`,
  );
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
