import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { house } from '../../../build/scripts/step.ts';

/** The whole backend with the demo shop, as `npm start` runs it. */
export interface DemoBackend {
  readonly url: string;
  readonly login: string;
  readonly password: string;
  stop(): Promise<void>;
}

/** Starts it on a free port with data of its own. */
export async function startDemoBackend(): Promise<DemoBackend> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-desktop-backend-'));
  // As root the database runs as another user, who must get in.
  chmodSync(folder, 0o755);
  const backend = spawn(
    process.execPath,
    [join(house, 'backend/main.ts'), '--port', '0', '--data', join(folder, 'data')],
    { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  );
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => backend.once('exit', resolve));
    if (backend.exitCode === null) {
      backend.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [url, [login, password]] = await Promise.all([readyUrl(backend), firstAgent(backend)]);
    return { url, login, password, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readyUrl(backend: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    backend.once('exit', (code) => reject(new Error(`The backend ended with ${code}`)));
    backend.on('message', (message: { type?: unknown; url?: unknown }) => {
      if (message.type === 'ready' && typeof message.url === 'string') resolve(message.url);
    });
  });
}

/** What the backend prints need not come before it says that it is ready. */
function firstAgent(backend: ChildProcess): Promise<[login: string, password: string]> {
  let said = '';
  return new Promise((resolve, reject) => {
    backend.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, login, password] = /Sign in as\s+(\S+) \(agent\)\s+password (\S+)\n/.exec(said) ?? [];
      if (login !== undefined && password !== undefined) resolve([login, password]);
    });
    backend.once('exit', () => reject(new Error(`The backend ended after saying:\n${said}`)));
  });
}
