import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Localized } from '#shared/domain/language';
import { signIdentityToken } from '../../../backend/modules/customers/index.ts';
import { type Connection, connect } from '../../../backend/storage/connection.ts';
import { house } from '../../../build/scripts/step.ts';

/** The backend with the demo shop, in a process of its own, as `npm start` runs it. */
export type ShopServer = {
  readonly url: string;
  /** The password of all demo staff. */
  readonly password: string;
  /** The same database, to look at what was written. */
  readonly database: Connection;
  /** Milliseconds from its start to being ready. */
  readonly readyMs: number;
  /** A webhook of the shop, which posts what is said on it to this address. */
  addWebhook(name: Localized, outboundUrl: string): Promise<{ id: string; secret: string }>;
  /** A token by which the shop vouches for one of its customers. */
  identityToken(shopCustomerId: string): Promise<string>;
  /** Lets a job that comes by the clock come now; resolves when it is done. */
  runJob(name: string): Promise<void>;
  stop(): Promise<void>;
};

const SECRET = 'a webhook secret that only this test and the server know';

/** Starts it on a free port, on an empty database of its own. */
export async function startShopServer(
  databaseUrl: string,
  { options = [] as readonly string[], environment = {} as Record<string, string> } = {},
): Promise<ShopServer> {
  const startedAt = performance.now();
  const program = [join(house, 'backend/main.ts'), '--port', '0', ...options];
  const backend = spawn(process.execPath, program, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, BATON_LOG_LEVEL: 'error', ...environment, DATABASE_URL: databaseUrl },
  });
  const [url, password] = await Promise.all([readyUrl(backend), staffPassword(backend)]);
  const readyMs = performance.now() - startedAt;
  const database = connect({ url: databaseUrl, poolSize: 1 });
  return {
    url,
    password,
    database,
    readyMs,
    addWebhook: (name, outboundUrl) => addWebhook(database, name, outboundUrl),
    identityToken: (sub) => identityToken(database, sub),
    runJob: (name) => runJob(database, databaseUrl, name),
    async stop() {
      await database.close();
      const ended = new Promise((resolve) => backend.once('exit', resolve));
      backend.kill('SIGTERM');
      await ended;
    },
  };
}

async function runJob({ db }: Connection, databaseUrl: string, name: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 1, supervise: false, schedule: false });
  await boss.start();
  const id = await boss.send(name, {});
  await boss.stop({ graceful: false });
  await waitFor(async () => {
    const { rows } = await sql<{ state: string }>`select state from pgboss.job where id = ${id}`.execute(db);
    return rows[0]?.state === 'completed';
  });
}

async function waitFor(isDone: () => Promise<boolean>): Promise<void> {
  while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, 200));
}

/** As the operator does it: there is no page for it yet. */
async function addWebhook({ db }: Connection, name: Localized, outboundUrl: string) {
  const id = crypto.randomUUID();
  await sql`insert into channels (id, kind, name, secret, outbound_url)
    values (${id}, 'webhook', ${JSON.stringify(name)}::jsonb, ${SECRET}, ${outboundUrl})`.execute(db);
  return { id, secret: SECRET };
}

async function identityToken({ db }: Connection, sub: string): Promise<string> {
  const { rows } = await sql<{
    value: string;
  }>`select value from shop_settings where key = 'identity-secret'`.execute(db);
  const secret = rows[0]?.value;
  if (secret === undefined) throw new Error('The shop has no secret to sign with');
  return await signIdentityToken({ sub }, secret, { now: () => new Date() });
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
function staffPassword(backend: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    backend.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, password] = /Sign in as\s+\S+ \(agent\)\s+password (\S+)\n/.exec(said) ?? [];
      if (password !== undefined) resolve(password);
    });
    backend.once('exit', () => reject(new Error(`The backend ended after saying:\n${said}`)));
  });
}
