import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { StartFailure } from '../../runtime/start-failure.ts';

/** The unprivileged user as whom the database server runs when Baton runs as root; PostgreSQL refuses to run as root. */
export type ServerUser = { name: string; uid: number; gid: number };

const OWN_USER = 'baton';
const FALLBACK_USER = 'postgres';

/**
 * The server's user: the owner of an existing database, else the system user `baton` (made where it is missing), else `postgres`.
 * `null` when Baton itself is not root and the server simply runs as the same user.
 */
export function chooseServerUser(database: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const user = ownerOf(database) ?? findUser(OWN_USER) ?? makeUser() ?? findUser(FALLBACK_USER);
  if (user !== null) return user;
  throw new StartFailure(
    `As root, Baton's database server needs an unprivileged user, and none could be made. Make one (useradd --system ${OWN_USER}) or start Baton as an ordinary user.`,
  );
}

/** Whether the user can enter the folder, with all folders above it. */
export function canEnter(user: ServerUser, folder: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    cwd: '/',
    uid: user.uid,
    gid: user.gid,
    stdio: 'ignore',
  });
  return status === 0;
}

/** What `spawn` is given so that a program runs as this user. */
export function runAs(user: ServerUser | null): { uid?: number; gid?: number } {
  return user === null ? {} : { uid: user.uid, gid: user.gid };
}

function ownerOf(database: string): ServerUser | null {
  if (!existsSync(database)) return null;
  const { uid, gid } = statSync(database);
  return uid === 0 ? null : { name: `number ${uid}`, uid, gid };
}

function findUser(name: string): ServerUser | null {
  const uid = numberOf(name, '-u');
  const gid = numberOf(name, '-g');
  return uid === null || gid === null || uid === 0 ? null : { name, uid, gid };
}

function makeUser(): ServerUser | null {
  spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN_USER],
    {
      stdio: 'ignore',
    },
  );
  return findUser(OWN_USER);
}

function numberOf(name: string, flag: '-u' | '-g'): number | null {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout.trim()) : null;
}
