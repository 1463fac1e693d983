import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The backend as `npm start` runs it: a process of its own on a data folder of its own. */
export type BatonProcess = {
  child: ChildProcess;
  /** Where it listens; known when it is ready. */
  url: string;
  /** What it printed so far. */
  said(): string;
  /** Sends a signal and waits for the end; gives the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
};

/** With this every start ends. */
const LAST_LINE = 'Ctrl-C stops everything in order.';
const MAIN = resolve(import.meta.dirname, '../../backend/main.ts');

/** A data folder that the database server's user can reach. */
export function makeDataFolder(): { path: string; remove(): void } {
  const parent = mkdtempSync(join(tmpdir(), 'baton-data-'));
  chmodSync(parent, 0o755);
  return { path: join(parent, 'data'), remove: () => rmSync(parent, { recursive: true, force: true }) };
}

/** Starts an empty Baton on the folder, on any free port unless one is named, and waits for nothing. */
export function spawnBaton(folder: string, environment: Record<string, string> = {}, port = 0) {
  const child = spawn(process.execPath, [MAIN, '--port', String(port), '--empty', '--data', folder], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
  });
  let said = '';
  child.stdout?.on('data', (chunk) => (said += String(chunk)));
  child.stderr?.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise<number | NodeJS.Signals>((done) => {
    child.once('exit', (code, signal) => done(code ?? signal ?? 1));
  });
  return { child, said: () => said, ended };
}

/** Starts an empty Baton on the folder and waits until it is ready. Rejects with what it printed when it ends before. */
export async function startBaton(
  folder: string,
  environment: Record<string, string> = {},
  port = 0,
): Promise<BatonProcess> {
  const { child, said, ended } = spawnBaton(folder, environment, port);
  const ready = new Promise<string>((done) => {
    child.on('message', (message) => done((message as { url: string }).url));
  });
  // What it printed need not come before it says that it is ready.
  const told = new Promise<void>((done) => {
    child.stdout?.on('data', () => said().includes(LAST_LINE) && done());
  });
  const outcome = await Promise.race([told.then(() => ready), ended.then((code) => ({ code }))]);
  if (typeof outcome !== 'string') throw new Error(`ended with ${outcome.code}: ${said()}`);
  return {
    child,
    url: outcome,
    said,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Processes that a test starts one after the other; `endAll` belongs after each test. */
export type Batons = {
  /** Starts one on the folder, by default a new one. */
  start(folder?: DataFolder): Promise<{ baton: BatonProcess; folder: DataFolder }>;
  /** Ends those that still run, the last one first, and removes their folders. */
  endAll(): Promise<void>;
};

type DataFolder = ReturnType<typeof makeDataFolder>;

/** None so far. */
export function noBatons(): Batons {
  const open: { baton: BatonProcess; folder: DataFolder }[] = [];
  return {
    async start(folder = makeDataFolder()) {
      const started = { baton: await startBaton(folder.path), folder };
      open.push(started);
      return started;
    },
    async endAll() {
      for (const { baton, folder } of open.splice(0).toReversed()) {
        const { exitCode, signalCode } = baton.child;
        if (exitCode === null && signalCode === null) await baton.end('SIGTERM');
        folder.remove();
      }
    },
  };
}

/** The process of the database server in this data folder. Throws where its file is missing. */
export function databasePid(folder: string): number {
  return Number(readFileSync(join(folder, 'database/postmaster.pid'), 'utf8').split('\n')[0]);
}
