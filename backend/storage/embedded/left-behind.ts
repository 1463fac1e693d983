import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from './data-folder.ts';
import { processIdentity, programName } from './process-identity.ts';

const GONE_WITHIN_MS = 10_000;

/**
 * The first process of the server that works on the folder, `null` when none does. PostgreSQL names it in `postmaster.pid`; after a crash the
 * number may belong to any other program, another PostgreSQL server included.
 */
export function runningServer(folder: DataFolder): number | null {
  const pid = namedServer(folder);
  return pid !== null && isServerOf(folder, pid) ? pid : null;
}

/**
 * Ends what a server leaves behind whose first process was killed: sessions that are still at work on the folder, on which no new server may
 * write before they are gone. Then takes away a `postmaster.pid` whose number has become another program's, or is that of a dead process which
 * nobody has asked after: PostgreSQL would take either for a living server. One whose number is nobody's stays: PostgreSQL itself looks what
 * it tells of.
 */
export async function endLeftBehind(folder: DataFolder): Promise<void> {
  const deadline = Date.now() + GONE_WITHIN_MS;
  for (let left = workersOf(folder); left.length > 0; left = workersOf(folder)) {
    for (const pid of left) kill(pid);
    if (Date.now() > deadline)
      throw new Error(`Processes ${left.join(', ')} of an earlier server do not end`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const pid = namedServer(folder);
  if (pid !== null && isTaken(pid) && !isServerOf(folder, pid)) rmSync(pidFileOf(folder), { force: true });
}

/** All processes of a server on this folder. Only Linux tells; elsewhere PostgreSQL's own look at its shared memory has to do. */
function workersOf(folder: DataFolder): number[] {
  if (process.platform !== 'linux' || !existsSync(folder.database)) return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && isServerOf(folder, pid) && processIdentity(pid) !== null);
}

/** A PostgreSQL process, which works in its server's folder. */
function isServerOf(folder: DataFolder, pid: number): boolean {
  if (!programName(pid)?.includes('postgres')) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder.database);
  } catch {
    return false;
  }
}

/** Whether the number is in use, be it by a process that has ended and whose parent does not know yet. */
function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function namedServer(folder: DataFolder): number | null {
  if (!existsSync(pidFileOf(folder))) return null;
  const pid = Number(readFileSync(pidFileOf(folder), 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

function pidFileOf(folder: DataFolder): string {
  return join(folder.database, 'postmaster.pid');
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
    return;
  }
}
