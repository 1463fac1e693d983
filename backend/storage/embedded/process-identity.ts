import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A text that tells a living process from any other that ever had or will have its number; `null` when no such process lives.
 * Numbers are used again: a lock or a pid file that names only a number can't be trusted after a crash.
 */
export function processIdentity(pid: number): string | null {
  if (process.platform === 'linux') return linuxIdentity(pid);
  if (process.platform === 'win32') return ask('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']);
  return ask('ps', ['-o', 'lstart=', '-p', String(pid)]);
}

/** The name of the program that a living process runs, `null` when no such process lives. */
export function programName(pid: number): string | null {
  if (process.platform === 'linux') return read(`/proc/${pid}/comm`);
  if (process.platform === 'win32') return processIdentity(pid);
  return ask('ps', ['-o', 'comm=', '-p', String(pid)]);
}

/** Boot, and the tick at which the process started (field 22 of proc(5) stat; the second field may hold blanks and brackets). */
function linuxIdentity(pid: number): string | null {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startedAt] = [fields?.[0], fields?.[19]];
  if (startedAt === undefined || state === 'Z') return null;
  return `${read('/proc/sys/kernel/random/boot_id') ?? ''}:${startedAt}`;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

/** The one line that a program prints about a process. */
function ask(program: string, args: string[]): string | null {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', timeout: 2000 });
  const line = stdout?.trim() ?? '';
  const isFound = status === 0 && line !== '' && !line.startsWith('INFO:');
  return isFound ? line : null;
}
