import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort } from '../../../../backend/storage/embedded/free-port.ts';
import { processIdentity } from '../../../../backend/storage/embedded/process-identity.ts';
import { type BatonProcess, makeDataFolder, startBaton } from '../../../support/baton-process.ts';
import type { Random } from '../../random.ts';

/** What is killed: the backend, PostgreSQL's first process, one of its sessions, or backend and PostgreSQL together. */
export const targets = ['backend', 'database', 'session', 'both'] as const;
export type KillTarget = (typeof targets)[number];

/** A Baton on a data folder of its own that is killed again and again, and always comes back at the same address. */
export type KilledServer = {
  url: string;
  /** Login and password of the one account that an empty Baton makes. */
  admin: { login: string; password: string };
  /** Ends what is named by `kill -9`, brings back what does not come back by itself, and gives the milliseconds until it was ready. */
  kill(target: KillTarget, random: Random): Promise<number>;
  /** How to reach the embedded database as it runs now; `null` while it does not run. */
  databaseUrl(): string | null;
  /** Stops in order; gives the exit code and all that the last process printed. */
  stop(): Promise<{ code: number | NodeJS.Signals; said: string; ms: number }>;
  remove(): void;
};

const READY_WITHIN_MS = 60_000;

/** Starts it for the first time. */
export async function startKilledServer(environment: Record<string, string> = {}): Promise<KilledServer> {
  const folder = makeDataFolder();
  const port = await findFreePort();
  const start = () => startBaton(folder.path, { BATON_LOG_LEVEL: 'error', ...environment }, port);
  let baton: BatonProcess = await start();
  const [, login = '', password = ''] = /Sign in as\s+(\S+)\s+password (\S+)/.exec(baton.said()) ?? [];

  async function restart(): Promise<number> {
    const startedAt = performance.now();
    baton = await start();
    return performance.now() - startedAt;
  }
  async function killDatabase(pid: number): Promise<void> {
    process.kill(pid, 'SIGKILL');
    while (processIdentity(pid) !== null) await pause(5);
  }

  return {
    url: baton.url,
    admin: { login, password },
    async kill(target, random) {
      const pid = databasePid(folder.path);
      if (pid === null) throw new Error('The database does not run');
      if (target === 'backend') {
        await baton.end('SIGKILL');
        return await restart();
      }
      if (target === 'both') {
        const ended = baton.end('SIGKILL');
        await Promise.all([ended, killDatabase(pid)]);
        return await restart();
      }
      const startedAt = performance.now();
      const killed = target === 'database' ? pid : random.pick(childrenOf(pid));
      await killDatabase(killed);
      await untilReady(baton, {
        since: startedAt,
        isBack: () => target === 'session' || isNew(folder.path, pid),
      });
      return performance.now() - startedAt;
    },
    databaseUrl: () => databaseUrl(folder.path),
    async stop() {
      const startedAt = performance.now();
      const code = await baton.end('SIGTERM');
      return { code, said: baton.said(), ms: performance.now() - startedAt };
    },
    remove: folder.remove,
  };
}

async function untilReady(
  baton: BatonProcess,
  { since, isBack }: { since: number; isBack: () => boolean },
): Promise<void> {
  for (;;) {
    if (baton.child.exitCode !== null || baton.child.signalCode !== null)
      throw new Error(`The backend ended with its database:\n${baton.said()}`);
    if (performance.now() - since > READY_WITHIN_MS) throw new Error(`Not ready again:\n${baton.said()}`);
    if (isBack() && (await isReady(baton.url))) return;
    await pause(10);
  }
}

function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );
}

function isNew(folder: string, before: number): boolean {
  const now = databasePid(folder);
  return now !== null && now !== before;
}

function databasePid(folder: string): number | null {
  const pid = Number(pidFile(folder)?.[0]);
  return Number.isInteger(pid) && pid > 0 && processIdentity(pid) !== null ? pid : null;
}

function databaseUrl(folder: string): string | null {
  const port = pidFile(folder)?.[3];
  if (port === undefined) return null;
  const password = readFileSync(join(folder, 'database-password'), 'utf8').trim();
  return `postgresql://baton:${password}@127.0.0.1:${port}/baton`;
}

function pidFile(folder: string): string[] | null {
  try {
    return readFileSync(join(folder, 'database/postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
}

/** The processes that this one started: field 4 of proc(5) stat is a process's parent. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false;
      }
    });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
