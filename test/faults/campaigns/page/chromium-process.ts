import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../../../build/scripts/chromium.ts';

/** A Chromium of one's own on a profile that outlives it. */
export type ChromiumProcess = {
  page: Page;
  /** `kill -9` of every process of it, at once; resolves when none is left. */
  kill(): Promise<void>;
};

/** A shell around it that hears when this process ends, however that comes about, and then ends the whole group. */
const END_WITH_US = '"$@" < /dev/null & cat > /dev/null; kill -9 0';

/** A folder for the profile. */
export function makeProfile(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'baton-profile-'));
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

/** Starts Chromium on the profile, with an empty page. */
export async function startChromium(profile: string): Promise<ChromiumProcess> {
  const program = findChromium();
  if (program === undefined) throw new Error('No Chromium found: name it in CHROMIUM_PATH');
  // What a killed Chromium leaves behind would be taken for a living one.
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie', 'DevToolsActivePort'])
    rmSync(join(profile, name), { force: true });
  const own = [
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--window-size=1280,800',
  ];
  const parameters = [
    '-c',
    END_WITH_US,
    'sh',
    program,
    ...chromiumFlags,
    ...own,
    '--lang=zh-CN',
    'about:blank',
  ];
  const child = spawn('/bin/sh', parameters, { detached: true, stdio: ['pipe', 'ignore', 'pipe'] });
  const browser = await chromium.connectOverCDP(await endpoint(child));
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('Chromium has no page');
  return { page, kill: () => killAll(child, { profile, browser }) };
}

/** Chromium says on its error output where it can be driven. */
function endpoint(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}: ${said}`)));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}

async function killAll(
  child: ChildProcess,
  { profile, browser }: { profile: string; browser: Browser },
): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for (let left = processesOn(profile); left.length > 0; left = processesOn(profile)) {
    for (const pid of left) end(pid);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await ended;
  await browser.close().catch(() => undefined);
}

/** All that run on the profile: every process of a Chromium names it, or descends from one that does. */
function processesOn(profile: string): number[] {
  const parents = new Map<number, number>();
  const named: number[] = [];
  for (const pid of readdirSync('/proc').map(Number).filter(Number.isInteger)) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      if (stat[0] === 'Z') continue;
      parents.set(pid, Number(stat[1]));
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile)) named.push(pid);
    } catch {
      // It has ended meanwhile.
    }
  }
  const found = new Set(named);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
