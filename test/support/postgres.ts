import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { connect } from '../../backend/storage/connection.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../backend/storage/embedded/index.ts';
import { createJobs } from '../../backend/storage/job-queue.ts';
import { migrate } from '../../backend/storage/migrate.ts';

/** A real PostgreSQL server for tests, which hands out fresh, migrated databases. */
export type TestPostgres = {
  /** The connection string of a new database of the present schema. */
  createDatabase(): Promise<string>;
  /** Ends the server as a crash does; it is started again by itself. False when there is none at this moment. */
  kill(): boolean;
  stop(): Promise<void>;
};

const TEMPLATE = 'baton_template';
/** Test files that run side by side share the server, and some of them start several nodes. */
const MAX_SESSIONS = 600;
/** What ends a run before its time; without a listener the process would end without a word. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Starts a server in a temporary folder: the embedded one, or that of the folder BATON_TEST_PG15_BIN, so that nothing that only a newer
 * PostgreSQL than 15 knows slips into our SQL. `under` is where the folder is made.
 */
export async function startTestPostgres(under = tmpdir()): Promise<TestPostgres> {
  const folder = mkdtempSync(join(under, 'baton-test-'));
  chmodSync(folder, 0o755);
  const endAtOnce = () => endLeftBehind(folder);
  const endAndExit = () => process.exit(1);
  process.once('exit', endAtOnce);
  for (const signal of SIGNALS) process.once(signal, endAndExit);
  const server = await startEmbeddedServer({ folder, maxSessions: MAX_SESSIONS, ...chosenBinaries() });
  await makeTemplate(server);
  let made = 0;
  return {
    async createDatabase() {
      made += 1;
      const name = `test_${made}`;
      await run(server.url, `create database ${name} template ${TEMPLATE}`);
      return withDatabase(server.url, name);
    },
    kill: () => killServer(folder),
    async stop() {
      process.off('exit', endAtOnce);
      for (const signal of SIGNALS) process.off(signal, endAndExit);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function killServer(folder: string): boolean {
  const pidFile = join(folder, 'database/postmaster.pid');
  if (!existsSync(pidFile)) return false;
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
    return true;
  } catch {
    // It has ended by itself, and its file is still there.
    return false;
  }
}

/** A run that is broken off has no time to stop its server in order; nothing in it is worth keeping. */
function endLeftBehind(folder: string): void {
  const pidFile = join(folder, 'database/postmaster.pid');
  if (existsSync(pidFile)) process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

function chosenBinaries() {
  const folder = process.env['BATON_TEST_PG15_BIN'];
  if (folder === undefined) return {};
  const program = (name: string) => join(folder, name);
  if (!existsSync(program('postgres'))) throw new Error(`There is no PostgreSQL server in ${folder}`);
  return {
    binaries: { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') },
  };
}

async function makeTemplate(server: EmbeddedServer): Promise<void> {
  await run(server.url, `create database ${TEMPLATE}`);
  const url = withDatabase(server.url, TEMPLATE);
  const connection = connect({ url, poolSize: 1 });
  await migrate(connection.db);
  await connection.close();
  const jobs = createJobs({ url, onError: raise });
  await jobs.install();
  await jobs.stop();
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

function raise(error: Error): never {
  throw error;
}
