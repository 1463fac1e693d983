/**
 * `npm start`, once packages are installed: builds what changed, runs the backend, opens the console, and on the first request to
 * stop lets the backend finish what it has promised. The options are described in start-help.txt.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildTarget, type TargetName } from './build-targets.ts';
import { openConsole } from './open-console.ts';
import { house, reportStep } from './step.ts';

/** The backend bounds every step of its own stopping, the database last; longer than all of them, it hangs. */
const drainLimitMs = 60_000;

type Options = { isOpening: boolean; backendParameters: string[] };

const options = readOptions();
if (options !== undefined) process.exitCode = await start(options);
if (process.connected) process.disconnect?.();

async function start({ isOpening, backendParameters }: Options): Promise<number> {
  if (!(await buildAll(['console', 'widget', 'shell']))) return 1;
  const backend = spawn(process.execPath, [join(house, 'backend/main.ts'), ...backendParameters], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A group of its own, so that a terminal's Ctrl-C reaches it by way of stopInOrder alone.
    detached: process.platform !== 'win32',
  });
  stopInOrder(backend);
  backend.on('message', (message) => {
    const url = readyUrl(message);
    if (url !== undefined && isOpening) void openConsole({ url, log });
  });
  return new Promise((resolve) => {
    backend.once('error', (error) => {
      log(`The backend could not be started: ${error.message}`);
      resolve(1);
    });
    backend.once('exit', (code, signal) => {
      if (signal !== null)
        log(`The backend was ended by ${signal}. What it acknowledged is kept: npm start goes on.`);
      resolve(code ?? 1);
    });
  });
}

/** The first request to stop drains the backend; a second one, or too long a wait, ends it at once. */
function stopInOrder(backend: ChildProcess): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) {
      backend.kill('SIGKILL');
      return;
    }
    isStopping = true;
    log('Stopping: finishing what is in flight. Again to stop at once.');
    backend.kill('SIGTERM');
    setTimeout(() => {
      log(`The backend did not stop within ${drainLimitMs / 1000} s and was ended.`);
      backend.kill('SIGKILL');
    }, drainLimitMs).unref();
  };
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(event, stop);
  // The script that started this one has died without a word.
  process.once('disconnect', () => {
    if (!isStopping && backend.exitCode === null) stop();
  });
}

async function buildAll(names: readonly TargetName[]): Promise<boolean> {
  const results = await Promise.all(
    names.map(async (name) => {
      const steps = await buildTarget(name);
      for (const step of steps) reportStep(step);
      return steps;
    }),
  );
  return results.flat().every(({ tally }) => tally.failed === 0);
}

function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4600' },
        data: { type: 'string' },
        empty: { type: 'boolean', default: false },
        simulate: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
      },
    });
    const { port, data, empty, simulate } = values;
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
      throw new Error(`--port ${port} is not a port number.`);
    return {
      isOpening: !values['no-open'],
      backendParameters: [
        ...['--port', port],
        ...(data === undefined ? [] : ['--data', data]),
        ...(empty ? ['--empty'] : []),
        ...(simulate ? ['--simulate'] : []),
      ],
    };
  } catch (error) {
    log(`${error instanceof Error ? error.message : error}\nSee npm start -- --help`);
    process.exitCode = 1;
    return undefined;
  }
}

function readyUrl(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  if (!('type' in message && 'url' in message)) return undefined;
  return message.type === 'ready' && typeof message.url === 'string' ? message.url : undefined;
}

function log(line: string): void {
  console.log(line);
}
