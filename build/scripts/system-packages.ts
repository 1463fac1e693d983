import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from './chromium.ts';

/** Something that npm cannot install and the tests cannot do without. */
type SystemPackage = { debianName: string; what: string; isPresent: () => boolean };

const systemPackages: readonly SystemPackage[] = [
  {
    debianName: 'chromium',
    what: 'Chromium (or its path in CHROMIUM_PATH), the browser that the end-to-end tests drive',
    isPresent: () => findChromium() !== undefined,
  },
  {
    debianName: 'fonts-noto-cjk',
    what: 'a font with Chinese characters, such as Noto Sans CJK, for the screenshots',
    isPresent: () => hasFont('zh', '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  },
  {
    debianName: 'fonts-noto-color-emoji',
    what: 'a font with emoji, such as Noto Color Emoji, for the screenshots',
    isPresent: () => hasFont('und-zsye', '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf'),
  },
  {
    debianName: 'redis-server',
    what: 'redis-server on PATH, which carries events between several nodes',
    isPresent: () => isOnPath('redis-server'),
  },
  {
    debianName: 'postgresql-15',
    what: 'PostgreSQL 15 (or the folder of its programs in BATON_TEST_PG15_BIN), the oldest server that Baton supports',
    isPresent: () => findPostgres15() !== undefined,
  },
];

/** The folder with PostgreSQL 15's `initdb` and `postgres`: `BATON_TEST_PG15_BIN`, or Debian's; undefined when there is none. */
export function findPostgres15(): string | undefined {
  const folder = process.env['BATON_TEST_PG15_BIN'] ?? '/usr/lib/postgresql/15/bin';
  return existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')) ? folder : undefined;
}

/**
 * Sees to it that what the tests need is there. As root on Debian it is installed; elsewhere nothing is touched.
 * Returns a sentence for each thing that is still missing.
 */
export function ensureSystemPackages(log: (line: string) => void): string[] {
  const missing = systemPackages.filter(({ isPresent }) => !isPresent());
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const names = missing.map(({ debianName }) => debianName);
    log(`Installing ${names.join(', ')} with apt-get, which takes up to a minute.`);
    aptGet(['update'], log);
    aptGet(['install', '--yes', '--no-install-recommends', ...names], log);
  }
  return missing
    .filter(({ isPresent }) => !isPresent())
    .map(({ debianName, what }) => `Missing: ${what}. On Debian: apt-get install ${debianName}`);
}

/** Tries three times, because a mirror may be busy and another apt-get may hold the lock. */
function aptGet(parameters: readonly string[], log: (line: string) => void): void {
  const patient = [
    '-o',
    'DPkg::Lock::Timeout=120',
    '-o',
    'Acquire::Retries=3',
    '-o',
    'Dpkg::Options::=--force-confold',
  ];
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const { status, stdout, stderr } = spawnSync('apt-get', [...patient, '-q', ...parameters], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 10 * 60_000,
      maxBuffer: 2 ** 26,
    });
    if (status === 0) return;
    log(
      `apt-get ${parameters[0]} failed (attempt ${attempt} of 3):\n${`${stdout}${stderr}`.trimEnd().split('\n').slice(-5).join('\n')}`,
    );
  }
}

/** Whether there is a font for the language, as fontconfig knows it, or Debian's file where there is no fontconfig yet. */
function hasFont(language: string, debianFile: string): boolean {
  const { stdout } = spawnSync('fc-list', [`:lang=${language}`], { encoding: 'utf8' });
  if (stdout) return true;
  return process.platform !== 'linux' || existsSync(debianFile);
}

function isOnPath(program: string): boolean {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/bin'];
  return folders.some((folder) => existsSync(join(folder, program)));
}
