import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, freemem, totalmem } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** Which cores belong to whom. Null: not pinned, because there is only one. */
export type Cores = {
  /** The servers that are compared, and their database. */
  servers: string | null;
  /** One list for each process that makes load. */
  generators: readonly (string | null)[];
  /** What the division can't decide, in words; null where nothing is shared. */
  doubt: string | null;
};

/** Divides the machine between servers and generators. */
export function divideCores(count: number = availableParallelism()): Cores {
  if (count === 1) {
    const doubt =
      'one core: servers, database and generator share it, so throughput and p99 are lower bounds';
    return { servers: null, generators: [null], doubt };
  }
  if (count < 4) {
    const doubt = `${count} cores: server and database share core 0, so throughput is a lower bound`;
    return { servers: '0', generators: ['1'], doubt };
  }
  const each = Math.floor(count / 4);
  const list = (from: number, length: number) => Array.from({ length }, (_, at) => from + at).join(',');
  return {
    servers: list(0, each * 2),
    generators: [list(each * 2, each), list(each * 3, each)],
    doubt:
      count < 8
        ? `${count} cores: a server and its database share ${each * 2}, so throughput is a lower bound`
        : null,
  };
}

/** What the figures were made on, in one line. */
export function describeMachine(): string {
  const [first] = cpus();
  const gib = (bytes: number) => Math.round(bytes / 2 ** 30);
  return `${availableParallelism()} cores (${first?.model.trim() ?? 'unknown'}), ${gib(totalmem())} GiB (${gib(freemem())} free), Node ${process.versions.node}, ${process.platform}`;
}

/** Time that cores have spent, by core: busy and in all, in ticks. */
export type CoreTimes = ReadonlyMap<number, { busy: number; all: number }>;

/** Reads how long each core has been busy since the machine started. */
export function readCoreTimes(): CoreTimes {
  const lines = readFileSync('/proc/stat', 'utf8').split('\n');
  const times = new Map<number, { busy: number; all: number }>();
  for (const line of lines) {
    const match = /^cpu(\d+) (.*)$/.exec(line);
    if (match === null) continue;
    const ticks = (match[2] ?? '').split(' ').map(Number);
    const idle = (ticks[3] ?? 0) + (ticks[4] ?? 0);
    // The last two are counted in the first two already.
    const all = ticks.slice(0, 8).reduce((sum, one) => sum + one, 0);
    times.set(Number(match[1]), { busy: all - idle, all });
  }
  return times;
}

/** How busy the listed cores were between two readings, 0 to 1; all of them where none are listed. */
export function busyShare(before: CoreTimes, after: CoreTimes, cores: string | null): number {
  const named = cores === null ? [...after.keys()] : cores.split(',').map(Number);
  let busy = 0;
  let all = 0;
  for (const core of named) {
    busy += (after.get(core)?.busy ?? 0) - (before.get(core)?.busy ?? 0);
    all += (after.get(core)?.all ?? 0) - (before.get(core)?.all ?? 0);
  }
  return all === 0 ? 0 : busy / all;
}

const QUIET_SHARE = 0.12;

/** Waits until the machine is nearly idle, at most so long. Gives the load that it saw last, and whether that is quiet. */
export async function waitForQuiet(patienceMs: number): Promise<{ load: number; isQuiet: boolean }> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const before = readCoreTimes();
    await pause(1000);
    const load = busyShare(before, readCoreTimes(), null);
    if (load < QUIET_SHARE || Date.now() >= deadline) return { load, isQuiet: load < QUIET_SHARE };
  }
}
