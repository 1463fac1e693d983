import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findFreePort } from '../../backend/storage/embedded/free-port.ts';

/** A real Redis server on this machine, which keeps its port over restarts. */
export type TestRedis = {
  url: string;
  port: number;
  /** Ends the server at once, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again, empty, on the same port. */
  start(): Promise<void>;
  /** Lets it hang: connections stay open and nothing is answered. */
  freeze(): void;
  thaw(): void;
  /** Sends one command and gives the first piece of the answer. */
  command(...words: string[]): Promise<string>;
  stop(): Promise<void>;
};

const START_MS = 60_000;

/** Starts `redis-server` on a free port, without any file of its own. */
export async function startRedis(): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-redis-'));
  const port = await findFreePort();
  let server = await run(port, folder);
  const endAtOnce = () => server.kill('SIGKILL');
  process.once('exit', endAtOnce);

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGCONT');
    server.kill(signal);
    await ended;
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill: () => end('SIGKILL'),
    async start() {
      server = await run(port, folder);
    },
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    command: (...words) => ask(port, words),
    async stop() {
      process.off('exit', endAtOnce);
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function run(port: number, folder: string): Promise<ChildProcess> {
  const settings = { port, bind: '127.0.0.1', save: '', appendonly: 'no', dir: folder };
  const parameters = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = spawn('redis-server', parameters, { stdio: 'ignore' });
  const failed = new Promise<never>((_resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
  });
  failed.catch(() => undefined);
  await Promise.race([failed, answers(port)]);
  return server;
}

async function answers(port: number): Promise<void> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    try {
      if ((await ask(port, ['PING'])).startsWith('+PONG')) return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await pause(20);
  }
}

async function ask(port: number, words: readonly string[]): Promise<string> {
  const line = connect(port, '127.0.0.1');
  try {
    await once(line, 'connect');
    line.write(`${words.join(' ')}\r\n`);
    const [answer] = await once(line, 'data');
    return String(answer);
  } finally {
    line.destroy();
  }
}
