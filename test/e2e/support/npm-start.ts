import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { house } from '../../../build/scripts/step.ts';

/** The product as somebody started it who typed the one command of the README. */
export type Started = {
  /** All that it has said. */
  said(): string;
  /** Milliseconds until it said that it is ready. */
  readonly readyMs: number;
  readonly console: string;
  readonly login: string;
  readonly password: string;
  /** Presses Ctrl-C, and waits until nothing of it answers any more. */
  stop(): Promise<void>;
};

/** Runs `npm start` with these options, on a free port and with data of its own. */
export async function npmStart(options: readonly string[]): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-new-user-'));
  // As root the database runs as another user, who must get in.
  chmodSync(folder, 0o755);
  const startedAt = performance.now();
  const parameters = ['start', '--', '--no-open', '--port', '0', '--data', join(folder, 'data'), ...options];
  const child = spawn('npm', parameters, { cwd: house, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await untilSaid(child, () => output, 'Ctrl-C stops everything');
  const find = (pattern: RegExp): string => pattern.exec(output)?.[1] ?? '';
  const address = find(/Console\s+(http\S+)/);
  return {
    said: () => output,
    readyMs: performance.now() - startedAt,
    console: address,
    login: find(/Sign in as\s+(\S+) \(agent\)/),
    password: find(/\(agent\)\s+password (\S+)/),
    async stop() {
      // A terminal tells everybody in the foreground, npm and what it runs alike.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
      await ended;
      await untilSilent(address);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function untilSaid(child: ChildProcess, said: () => string, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${said()}`)));
    child.stdout?.on('data', () => said().includes(words) && resolve());
  });
}

/** npm may be gone before what it ran has finished stopping. */
async function untilSilent(address: string): Promise<void> {
  while (
    await fetch(address).then(
      () => true,
      () => false,
    )
  )
    await new Promise((resolve) => setTimeout(resolve, 100));
}
