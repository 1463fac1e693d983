import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, type Random } from '../random.ts';
import type { Campaign, CampaignReport, Say } from './campaign.ts';
import { disturb, slept, type Trouble } from './disturbance.ts';
import type { Fleet, FleetOptions } from './fleet.ts';
import { type MessageOptions, runMessages } from './message-run.ts';

type Options = MessageOptions & { everyMs: number };

/** Cases F9 and F4: what keeps the messages dies, hangs, forgets, or has no room, under load. */
export const storage: Campaign<Options> = {
  name: 'storage',
  summary:
    'PostgreSQL killed, Redis killed, emptied and frozen, a full disk, under load: nothing acknowledged is lost (F9, F4)',
  defaults: {
    messages: 6000,
    clients: 60,
    nodes: 2,
    workers: 2,
    seed: 1,
    stretch: 100,
    faultEveryMs: 0,
    everyMs: 4000,
  },
  async run(options, say) {
    const ask = { options, say };
    const reports = [
      await runStage(ask, { name: 'database killed', troubleOf: databaseTrouble }),
      await runStage(ask, { name: 'redis', troubleOf: redisTrouble }),
      await runOnFullDisk(ask),
    ];
    return {
      figures: Object.assign({}, ...reports.map(({ figures }) => figures)),
      violations: reports.flatMap(({ violations }) => violations),
    };
  },
};

type Ask = { options: Options; say: Say };
type Stage = {
  name: string;
  troubleOf: (fleet: Fleet, random: Random) => Trouble;
  fleet?: Partial<FleetOptions>;
};

/** Messages while one kind of trouble comes again and again; the figures bear its name. */
async function runStage(
  { options, say }: Ask,
  { name, troubleOf, fleet = {} }: Stage,
): Promise<CampaignReport> {
  const random = createRandom(options.seed).fork(name);
  say(name);
  const report = await runMessages(options, say, {
    fleet,
    trouble: (running) => disturb(options.everyMs, random, troubleOf(running, random)),
  });
  const figures = Object.entries(report.figures).map(([key, value]) => [`${name}: ${key}`, value] as const);
  return {
    figures: Object.fromEntries(figures),
    violations: report.violations.map((violation) => `${name}: ${violation}`),
  };
}

/** The server of the database is killed, and comes back by itself. */
function databaseTrouble(fleet: Fleet): Trouble {
  return async () => {
    const isKilled = fleet.postgres?.kill() ?? false;
    return isKilled ? { kills: 1, 'longest until it wrote again, ms': await untilWritten(fleet) } : {};
  };
}

/** Redis dies and comes back empty, forgets all, or hangs. */
function redisTrouble({ redis }: Fleet, random: Random): Trouble {
  return async () => {
    if (redis === null) return {};
    const way = random.pick(['kills', 'emptied', 'frozen']);
    if (way === 'kills') {
      await redis.kill();
      await slept(random.int(0, 3000));
      await redis.start();
    }
    if (way === 'emptied') await redis.command('FLUSHALL');
    if (way === 'frozen') {
      redis.freeze();
      await slept(random.int(500, 8000));
      redis.thaw();
    }
    return { [way]: 1 };
  };
}

const DISK_BYTES = 900 * 2 ** 20;

/** The database stands on a small disk that is filled to the last byte, and given room again. */
async function runOnFullDisk(ask: Ask): Promise<CampaignReport> {
  const disk = mkdtempSync(join(tmpdir(), 'baton-disk-'));
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES},mode=755`, 'tmpfs', disk]);
  if (mount.status !== 0) {
    rmSync(disk, { recursive: true });
    return { figures: { 'full disk': 'not tried: it takes root to make a small disk' }, violations: [] };
  }
  try {
    return await runStage(ask, {
      name: 'full disk',
      troubleOf: (fleet) => diskTrouble(fleet, disk),
      fleet: { databaseUnder: disk },
    });
  } finally {
    spawnSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

const FULL_MS = 3000;

function diskTrouble(fleet: Fleet, disk: string): Trouble {
  const folder = join(disk, 'ballast');
  return async () => {
    mkdirSync(folder);
    const seen = { 'reads answered while full': 0, 'writes refused while full': 0 };
    const startedAt = performance.now();
    while (performance.now() - startedAt < FULL_MS) {
      fill(folder);
      if (await isDone(fleet, 'select count(*) from conversations')) seen['reads answered while full'] += 1;
      const large =
        'create temp table ballast as select repeat(md5(n::text), 20) from generate_series(1, 100000) n';
      if (!(await isDone(fleet, large))) seen['writes refused while full'] += 1;
      await slept(200);
    }
    const { bavail } = statfsSync(disk);
    rmSync(folder, { recursive: true });
    return {
      ...seen,
      'times filled': 1,
      'times full to the last block': bavail === 0 ? 1 : 0,
      'longest until it wrote again, ms': await untilWritten(fleet),
    };
  };
}

async function isDone({ database: { pool } }: Fleet, statement: string): Promise<boolean> {
  return await pool.query(statement).then(
    () => true,
    () => false,
  );
}

/** Writes until nothing more goes. */
function fill(folder: string): void {
  const file = openSync(join(folder, `${performance.now()}`), 'w');
  try {
    for (let size = 1 << 22; size >= 1; ) {
      try {
        writeSync(file, Buffer.alloc(size, 1));
      } catch {
        size = size >> 1;
      }
    }
  } finally {
    closeSync(file);
  }
}

const GIVEN_UP_MS = 30_000;

/** How long until the database takes a write again; throws when it never does. */
async function untilWritten({ database: { pool } }: Fleet): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    try {
      await pool.query("update shop_settings set value = value where key = 'identity-secret'");
      return Math.round(performance.now() - startedAt);
    } catch (error) {
      if (performance.now() - startedAt > GIVEN_UP_MS) throw error;
      await slept(50);
    }
  }
}
