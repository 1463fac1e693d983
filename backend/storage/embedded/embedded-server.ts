import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { StartFailure } from '../../runtime/start-failure.ts';
import { type Binaries, stageBinaries } from './binaries.ts';
import {
  type Cluster,
  DATABASE_NAME,
  initialise,
  launch,
  logTail,
  readPassword,
  stopServer,
} from './cluster.ts';
import { admitServerUser, openDataFolder } from './data-folder.ts';
import { findFreePort } from './free-port.ts';
import { lockFolder } from './lock-file.ts';
import { chooseServerUser } from './server-user.ts';

/** A running PostgreSQL server of our own, holding the lock of its data folder. */
export type EmbeddedServer = {
  /** Connection string of the database. Holds the password: never log it. */
  url: string;
  /** Writes the console's port into the lock, so that a second Baton can name where this one is. */
  announcePort(port: number): void;
  /** Stops the server, then gives the folder free. To be called last, when nothing uses the database any more. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** The data folder. Made where it is missing. */
  folder: string;
  /** Programs of an installed PostgreSQL, 15 or later; by default those that come with Baton. */
  binaries?: Binaries;
  /** How many sessions there may be at once; by default far more than one Baton opens. */
  maxSessions?: number;
  /** Told before the one step that takes long: a first start makes the database. */
  onFirstStart?: () => void;
  /** Told when the server died and could not be brought back. */
  onFailure?: (error: Error) => void;
};

const MAX_SESSIONS = 200;
const READY_TIMEOUT_MS = 60_000;
const POLL_MS = 20;
/** A server that can't be started again is tried again, in growing pauses up to this one, and given up after so long without one. */
const LONGEST_PAUSE_MS = 5000;
const GIVEN_UP_AFTER_MS = 120_000;
/** One that lives no longer than this has not come back; those that follow wait for one another. */
const SHORT_LIFE_MS = 10_000;
const SHORT_LIVES_AT_ONCE = 5;

/**
 * Starts the embedded server on a data folder. Throws `StartFailure` (at once) where the folder can't be had.
 * A server that a killed Baton left running is stopped first. Should the server die later it is started again on the same port.
 */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { onFirstStart = ignore, onFailure = ignore, maxSessions = MAX_SESSIONS } = options;
  const folder = openDataFolder(options.folder);
  const lock = lockFolder(folder.root, folder.lockFile);
  try {
    const user = chooseServerUser(folder.database);
    admitServerUser(folder, user);
    const binaries = options.binaries ?? stageBinaries(folder.binaries);
    const cluster: Cluster = { folder, binaries, user, password: readPassword(folder), maxSessions };
    await stopServer(cluster);
    await initialise(cluster, onFirstStart);
    const port = await findFreePort();
    const supervision = await supervise(cluster, port, onFailure);
    return {
      url: urlOf(cluster, port, DATABASE_NAME),
      announcePort: lock.announcePort,
      async stop() {
        await supervision.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function supervise(cluster: Cluster, port: number, onFailure: (error: Error) => void) {
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  let restarting: Promise<void> = Promise.resolve();
  let running: ChildProcess | undefined;
  let readyAt = 0;
  let shortLives = 0;

  async function start(): Promise<void> {
    const server = await launch(cluster, port);
    running = server;
    server.unref();
    await untilReady(cluster, port, server);
    readyAt = Date.now();
    server.once('exit', () => {
      if (!isStopping()) restarting = restart();
    });
    // It may have ended between its first answer and this line.
    if (hasEnded(server) && !isStopping()) restarting = restart();
  }

  async function restart(): Promise<void> {
    shortLives = Date.now() - readyAt < SHORT_LIFE_MS ? shortLives + 1 : 0;
    const givenUpAt = Date.now() + GIVEN_UP_AFTER_MS;
    for (let failures = Math.max(0, shortLives - SHORT_LIVES_AT_ONCE); !isStopping(); failures += 1) {
      await pauseAfter(failures, stopping.signal);
      try {
        await stopServer(cluster);
        if (!isStopping()) await start();
        return;
      } catch (error) {
        if (Date.now() < givenUpAt) continue;
        onFailure(error instanceof Error ? error : new Error(String(error)));
        return;
      }
    }
  }

  async function stop(): Promise<void> {
    stopping.abort();
    // A server that is just being brought back is stopped too, not left behind.
    await restarting;
    await stopServer(cluster);
    // Somebody removed the folder under it: then its pid file tells nothing, and it must not live on unseen.
    if (running !== undefined && !hasEnded(running)) running.kill('SIGQUIT');
  }

  try {
    await start();
    await createDatabase(cluster, port);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

/** Waits until the server answers, which after a crash may take its recovery; throws with its log when it ends or takes too long. */
async function untilReady(cluster: Cluster, port: number, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    if (hasEnded(server) || Date.now() > deadline) {
      throw new StartFailure(`The database server did not start:\n${logTail(cluster.folder)}`);
    }
    const client = new Client({ connectionString: urlOf(cluster, port, 'postgres') });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (isRefusal(error)) throw error;
      await pause(POLL_MS);
    } finally {
      await client.end();
    }
  }
}

/** The first time at once, then twice as long each time. */
async function pauseAfter(failures: number, signal: AbortSignal): Promise<void> {
  if (failures === 0) return;
  const ms = Math.min(LONGEST_PAUSE_MS, 250 * 2 ** failures);
  await pause(ms, undefined, { signal }).catch(() => undefined);
}

function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}

async function createDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = new Client({ connectionString: urlOf(cluster, port, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE_NAME]);
    if (rowCount === 0) await client.query(`create database ${DATABASE_NAME}`);
  } finally {
    await client.end();
  }
}

/** The server is up and will not let us in: waiting would not help. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('28')
  );
}

function urlOf({ password }: Cluster, port: number, database: string): string {
  return `postgresql://${DATABASE_NAME}:${password}@127.0.0.1:${port}/${database}`;
}

function ignore(): void {
  return;
}
