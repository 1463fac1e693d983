import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { StartFailure } from '../../runtime/start-failure.ts';
import { canEnter, type ServerUser } from './server-user.ts';

/** The data folder can't be used; the message names the folder, the reason and what to do. */
class UnusableFolderError extends StartFailure {
  override readonly name = 'UnusableFolderError';
  constructor(folder: string, reason: string, remedy: string) {
    super(`The data folder ${folder} can't be used: ${reason}. ${remedy}`);
  }
}

/** Where things lie in a data folder. */
export type DataFolder = {
  root: string;
  lockFile: string;
  /** PostgreSQL's own folder, and where it is built before it is whole. */
  database: string;
  databaseInTheMaking: string;
  /** The server's binaries, by version. */
  binaries: string;
  /** The database's generated password, readable by the owner of the folder alone. */
  password: string;
  log: string;
};

const CHOOSE_ANOTHER = 'Choose another with --data DIR (or BATON_DATA).';

/** Makes the folder where it is missing and checks that it can be used; throws `StartFailure`. */
export function openDataFolder(path: string): DataFolder {
  const root = isAbsolute(path) ? path : resolve(path);
  const folder = layOut(root);
  try {
    makeFolder(root);
    accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new UnusableFolderError(root, reasonOf(error), CHOOSE_ANOTHER);
  }
  const isForeign = readdirSync(root).length > 0 && !isOurs(folder);
  if (isForeign) throw new UnusableFolderError(root, 'it holds files that are not Baton’s', CHOOSE_ANOTHER);
  return folder;
}

/** As root: lets the server's user through to the folder, or says which user can't enter. */
export function admitServerUser(folder: DataFolder, user: ServerUser | null): void {
  if (user === null) return;
  chmodSync(folder.root, statSync(folder.root).mode | 0o111);
  if (canEnter(user, folder.root)) return;
  throw new UnusableFolderError(
    folder.root,
    `the database server runs as the user ${user.name}, who may not enter it`,
    'As root, choose a folder that every user can reach, such as /var/lib/baton.',
  );
}

function layOut(root: string): DataFolder {
  return {
    root,
    lockFile: join(root, 'baton.lock'),
    database: join(root, 'database'),
    databaseInTheMaking: join(root, 'database.new'),
    binaries: join(root, 'postgresql'),
    password: join(root, 'database-password'),
    log: join(root, 'database.log'),
  };
}

/** Folder by folder, because Node's own way never ends where the system makes none, such as in /proc. */
function makeFolder(path: string): void {
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another Baton that starts may have been faster.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isOurs(folder: DataFolder): boolean {
  return [folder.lockFile, folder.database, folder.password].some((path) => existsSync(path));
}

/** The system's words for why a path can't be used. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EROFS') return 'the file system is read-only';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'it is not a folder';
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'ENOENT') return 'it can’t be made there';
  return error instanceof Error ? error.message : String(error);
}
