import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import { endLeftBehind, runningServer } from './left-behind.ts';
import { runAs, type ServerUser } from './server-user.ts';

/** All that the programs of one database server need to know. */
export type Cluster = {
  folder: DataFolder;
  binaries: Binaries;
  user: ServerUser | null;
  password: string;
  maxSessions: number;
};

/** The superuser and the database of the embedded server. */
export const DATABASE_NAME = 'baton';

const STOP_SECONDS = 30;

/** The generated password of the folder's database; made on the first call. Readable by the folder's owner alone. */
export function readPassword(folder: DataFolder): string {
  if (!existsSync(folder.password)) {
    writeFileSync(folder.password, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  }
  return readFileSync(folder.password, 'utf8').trim();
}

/**
 * Makes the database's folder where it is missing, telling so before. It appears whole or not at all: a first start that was cut short begins
 * anew.
 */
export async function initialise(cluster: Cluster, onFirstStart: () => void): Promise<void> {
  const { folder, binaries, user } = cluster;
  if (existsSync(folder.database)) return;
  onFirstStart();
  const draft = folder.databaseInTheMaking;
  rmSync(draft, { recursive: true, force: true });
  const passwordFile = makePasswordFile(draft, cluster);
  try {
    const encoding = ['--encoding=UTF8', '--locale=C'];
    const access = [`--username=${DATABASE_NAME}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    const place = [`--pgdata=${join(draft, 'data')}`, '--no-instructions', '--data-checksums'];
    await run(binaries.initdb, [...place, ...encoding, ...access], user);
    renameSync(join(draft, 'data'), folder.database);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Starts the server on a loopback port, in a process group of its own, its messages going to the folder's log file. */
export async function launch(cluster: Cluster, port: number): Promise<ChildProcess> {
  const { folder, binaries, user, maxSessions } = cluster;
  const log = openSync(folder.log, 'w', 0o600);
  try {
    const server = spawn(
      binaries.postgres,
      ['-D', folder.database, '-p', String(port), ...settings(maxSessions)],
      {
        ...runAs(user),
        cwd: folder.root,
        detached: true,
        windowsHide: true,
        stdio: ['ignore', log, log],
      },
    );
    await new Promise<void>((started, failed) => server.once('spawn', started).once('error', failed));
    return server;
  } finally {
    closeSync(log);
  }
}

/**
 * Stops the server of the folder, if one runs: its own or the orphan of a Baton that was killed; or what is left of one that was killed itself.
 * Lost connections, not lost data.
 */
export async function stopServer(cluster: Cluster): Promise<void> {
  if (runningServer(cluster.folder) === null) {
    await endLeftBehind(cluster.folder);
    return;
  }
  const stop = ['stop', '-D', cluster.folder.database, '-w', '-s', '-t', String(STOP_SECONDS)];
  try {
    await run(cluster.binaries.pgCtl, [...stop, '-m', 'fast'], cluster.user);
  } catch {
    if (runningServer(cluster.folder) !== null)
      await run(cluster.binaries.pgCtl, [...stop, '-m', 'immediate'], cluster.user);
    await endLeftBehind(cluster.folder);
  }
}

/** The latest lines of the server's log, to say why it would not start. */
export function logTail(folder: DataFolder): string {
  if (!existsSync(folder.log)) return '';
  return readFileSync(folder.log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}

/** Durable commits, loopback only, no row's values in the log (rule T7). `jit` would cost short queries more than it gives. */
function settings(maxSessions: number): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'on',
    full_page_writes: 'on',
    max_connections: String(maxSessions),
    shared_buffers: '128MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    cluster_name: 'baton',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** A folder that the server's user owns, and in it the password for `initdb`. */
function makePasswordFile(draft: string, { user, password }: Cluster): string {
  const path = join(draft, 'password');
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(path, password, { mode: 0o600 });
  chmodSync(draft, 0o700);
  if (user !== null) {
    chownSync(draft, user.uid, user.gid);
    chownSync(path, user.uid, user.gid);
  }
  return path;
}

/** Runs a program of the server to its end; throws with what it said when it fails. */
function run(program: string, args: string[], user: ServerUser | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...runAs(user),
      cwd: '/',
      detached: true,
      windowsHide: true,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with ${code}: ${said.trim()}`));
    });
  });
}
