import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { StartFailure } from '../../runtime/start-failure.ts';
import { processIdentity } from './process-identity.ts';

const holderSchema = z.object({ pid: z.int(), identity: z.string().nullable(), port: z.int().nullable() });
type Holder = z.infer<typeof holderSchema>;

/** Another living Baton works on the data folder. */
export class FolderInUseError extends StartFailure {
  override readonly name = 'FolderInUseError';
  constructor(folder: string, holder: Holder) {
    const where = holder.port === null ? '' : `, http://127.0.0.1:${holder.port}`;
    super(
      `Another Baton is running on the data folder ${folder} (process ${holder.pid}${where}). Stop it, or choose another folder with --data DIR.`,
    );
  }
}

/** A held lock. `announcePort` lets a second Baton name this one's address; `release` is the last thing before the process ends. */
export type FolderLock = { announcePort(port: number): void; release(): void };

const MAX_ATTEMPTS = 5;

/**
 * Takes the lock of a data folder, or throws `FolderInUseError` at once. A lock whose process is gone, or whose process number now belongs to
 * another program, is stale and taken over. Of several that find the same stale lock one wins: the lock appears by `link`, which never
 * replaces a file, and a stale one is moved aside and looked at again before it is dropped.
 */
export function lockFolder(folder: string, path: string): FolderLock {
  const own: Holder = { pid: process.pid, identity: processIdentity(process.pid), port: null };
  const draft = `${path}.${process.pid}`;
  try {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      writeHolder(draft, own);
      if (tryLink(draft, path)) return heldLock(path, own);
      const holder = readHolder(path);
      if (holder !== null && isAlive(holder)) throw new FolderInUseError(folder, holder);
      dropStale(path);
    }
    throw new StartFailure(`The lock ${path} changes hands too fast: is another Baton starting?`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function heldLock(path: string, own: Holder): FolderLock {
  return {
    announcePort(port) {
      const draft = `${path}.${process.pid}`;
      writeHolder(draft, { ...own, port });
      renameSync(draft, path);
    },
    release() {
      if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
    },
  };
}

function dropStale(path: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved !== null && isAlive(moved)) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function isAlive({ pid, identity }: Holder): boolean {
  const found = processIdentity(pid);
  return found !== null && (identity === null || found === identity);
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function writeHolder(path: string, holder: Holder): void {
  writeFileSync(path, `${JSON.stringify(holder)}\n`);
}

function readHolder(path: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
