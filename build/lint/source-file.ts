import { posix } from 'node:path';
import { type Program, parseSync, Visitor } from 'oxc-parser';
import type { Target } from './import-law.ts';

/** One import of a source file; `target` is undefined when its address is computed at run time. */
export type Import = { line: number; specifier: string; target: Target | undefined };

/** A parsed source file: what the laws of the house look at. */
export type SourceFile = { path: string; imports: readonly Import[]; undocumented: readonly Undocumented[] };

/** An exported function, class or interface without a doc comment. */
export type Undocumented = { line: number; name: string };

/**
 * Parses a TypeScript file. `path` is relative to the house, with `/`.
 * Every way to import counts: statements, types only, re-exports, `import()` in code and in types.
 * Throws when the file does not parse, because an unread file would pass every law.
 */
export function readSource(path: string, text: string): SourceFile {
  const { program, module, comments, errors } = parseSync(path, text);
  const fatal = errors.find((error) => error.severity === 'Error');
  if (fatal !== undefined) throw new Error(`${path} does not parse: ${fatal.message}`);

  const requests: { start: number; specifier: string | undefined }[] = [];
  for (const { moduleRequest } of module.staticImports) {
    requests.push({ start: moduleRequest.start, specifier: moduleRequest.value });
  }
  for (const { moduleRequest } of module.staticExports.flatMap(({ entries }) => entries)) {
    if (moduleRequest !== null) requests.push({ start: moduleRequest.start, specifier: moduleRequest.value });
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const { start, end } = moduleRequest;
    requests.push({ start, specifier: stringLiteral(text.slice(start, end)) });
  }
  new Visitor({
    TSImportType: ({ source }) => {
      requests.push({ start: source.start, specifier: source.value });
    },
  }).visit(program);

  const documentedAt = new Set<number>();
  for (const { type, value, end } of comments) {
    if (type === 'Block' && value.startsWith('*')) documentedAt.add(afterSpace(text, end));
  }
  return {
    path,
    imports: requests.map(({ start, specifier }) => ({
      line: lineOf(text, start),
      specifier: specifier ?? '(computed)',
      target: specifier === undefined ? undefined : targetOf(path, specifier),
    })),
    undocumented: undocumentedExports(program, documentedAt).map(({ start, name }) => ({
      line: lineOf(text, start),
      name,
    })),
  };
}

/** What promises behaviour. Schemas, constants and type aliases may speak for themselves. */
const promisingKinds: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'TSDeclareFunction',
  'ClassDeclaration',
  'TSInterfaceDeclaration',
]);

/** Where a specifier leads, seen from a file of the house. */
function targetOf(importer: string, specifier: string): Target {
  const address = specifier.replace(/[?#][^/]*$/, '') || specifier;
  if (specifier.startsWith('#shared/')) return { kind: 'place', path: specifier.slice(1) };
  if (address.startsWith('.')) {
    return { kind: 'place', path: posix.normalize(posix.join(posix.dirname(importer), address)) };
  }
  if (address.startsWith('node:')) return { kind: 'package', name: address };
  const [first = '', second = ''] = address.split('/');
  return { kind: 'package', name: first.startsWith('@') ? `${first}/${second}` : first };
}

function undocumentedExports(
  { body }: Program,
  documentedAt: ReadonlySet<number>,
): { start: number; name: string }[] {
  const missing: { start: number; name: string }[] = [];
  const documentedNames = new Set<string>();
  for (const statement of body) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const { declaration, start } = statement;
    if (declaration === null || !promisingKinds.has(declaration.type)) continue;
    const name = 'id' in declaration && declaration.id?.type === 'Identifier' ? declaration.id.name : '';
    // Later overloads share the comment of the first.
    if (documentedAt.has(start) || documentedNames.has(name)) documentedNames.add(name);
    else missing.push({ start, name });
  }
  return missing;
}

function stringLiteral(code: string): string | undefined {
  return /^(['"`])([^'"`$]*)\1$/.exec(code.trim())?.[2];
}

function afterSpace(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
