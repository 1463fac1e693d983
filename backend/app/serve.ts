import { parseArgs } from 'node:util';
import { type Backend, createBackend, type Services } from '../app.ts';
import { productPicture } from '../demo/content/index.ts';
import { addFirstAdmin } from '../demo/first-admin.ts';
import { startLiveDemo } from '../demo/live-demo.ts';
import { type DemoStaff, seedDemo } from '../demo/seed.ts';
import { systemClock } from '../runtime/clock.ts';
import { type Config, ConfigError, readConfig } from '../runtime/config.ts';
import { createLog, type Log } from '../runtime/log.ts';
import { createShutdown, type Shutdown } from '../runtime/shutdown.ts';
import { wordsFor } from '../runtime/start-failure.ts';
import { startEmbeddedServer } from '../storage/embedded/index.ts';
import { checkIntegrity } from '../storage/integrity.ts';
import { tryOutsideDatabase } from '../storage/outside-database.ts';

type Options = { config: Config; isEmpty: boolean; isSimulating: boolean };

/** Longer than the sum of the backend's own limits would be a hang; the database is stopped all the same. */
const BACKEND_STOP_MS = 20_000;
const DATABASE_STOP_MS = 35_000;

/**
 * The process: reads what it was told, starts everything, says where it is, and on the first request to stop ends it in order: the database last. A request that comes while
 * everything starts is heard at the next step, because what is half started can't be stopped in order.
 */
export async function serve(): Promise<void> {
  let log: Log = createLog('info');
  const shutdown = createShutdown((step, error) => log.error({ step, error }, 'A step of stopping failed'));
  const request = new AbortController();
  const starting = Promise.withResolvers<void>();
  try {
    const options = readOptions();
    log = createLog(options.config.logLevel);
    stopOnRequest({ shutdown, log, request, started: starting.promise });
    const backend = await start(options, { shutdown, log, signal: request.signal });
    process.send?.({ type: 'ready', url: backend.url });
  } catch (error) {
    await shutdown.run();
    if (!request.signal.aborted) {
      sayWhy(error, log);
      process.exitCode = 1;
    }
    if (process.connected) process.disconnect?.();
  } finally {
    starting.resolve();
  }
}

function sayWhy(error: unknown, log: Log): void {
  const words = wordsFor(error);
  if (words === undefined) log.fatal({ error }, 'The backend could not start');
  console.error(words ?? 'The backend could not start; see the line above.');
}

/** Throws when it fails, or when `signal` tells that it is no longer wanted; `shutdown` stops what it has started until then. */
async function start(
  options: Options,
  { shutdown, log, signal }: { shutdown: Shutdown; log: Log; signal: AbortSignal },
): Promise<Backend> {
  const { config, isEmpty, isSimulating } = options;
  const database = await openDatabase(config, { shutdown, log });
  signal.throwIfAborted();
  await lookAtLogs(database.url, log);
  let signIns: SignIns = { lines: [] };
  const backend = await createBackend({
    config,
    log,
    clock: systemClock,
    databaseUrl: database.url,
    isAlone: database.isOurs,
    hasShop: !isEmpty,
    async prepare(services) {
      signIns = isEmpty ? await prepareEmpty(services) : await prepareDemo(services);
    },
  });
  shutdown.add({ name: 'backend', run: backend.stop, limitMs: BACKEND_STOP_MS });
  database.announcePort(backend.port);
  signal.throwIfAborted();
  if (!isEmpty) {
    const demo = await startLiveDemo({
      url: backend.url,
      services: backend.services,
      clock: systemClock,
      isSimulating,
      onError: (error) => log.warn({ error }, 'A simulated customer was cut off'),
    });
    shutdown.add({ name: 'demo', run: demo.stop });
  }
  signal.throwIfAborted();
  const url = config.publicUrl ?? backend.url;
  for (const line of [...welcome(url, { isEmpty, signIns }), ...(await webhooks(url, backend.services))])
    console.log(line);
  console.log('Ctrl-C stops everything in order.');
  return backend;
}

/** `isOurs`: the embedded one, whose folder we hold the lock of. */
type OpenDatabase = { url: string; isOurs: boolean; announcePort(port: number): void };

async function openDatabase(
  config: Config,
  { shutdown, log }: { shutdown: Shutdown; log: Log },
): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    await tryOutsideDatabase(config.databaseUrl);
    return { url: config.databaseUrl, isOurs: false, announcePort: () => undefined };
  }
  const server = await startEmbeddedServer({
    folder: config.dataFolder,
    onFirstStart: () => console.log(`Making the database in ${config.dataFolder}`),
    onFailure(error) {
      log.fatal({ error }, 'The database server is gone');
      process.exitCode = 1;
      void shutdown.run().then(() => process.exit());
    },
  });
  shutdown.add({ name: 'database server', run: server.stop, limitMs: DATABASE_STOP_MS });
  return { ...server, isOurs: true };
}

/** Damage is told, not hidden behind a server that will not start: all other conversations are whole. */
async function lookAtLogs(url: string, log: Log): Promise<void> {
  const { conversations, damaged } = await checkIntegrity(url);
  if (damaged.length > 0)
    log.error({ damaged }, 'The logs of these conversations are damaged: see docs/operating.md');
  else log.debug({ conversations }, 'What was written last is whole');
}

/** Who can sign in, line by line. */
type SignIns = { lines: string[] };

async function prepareEmpty(services: Services): Promise<SignIns> {
  const admin = await addFirstAdmin(services.agents);
  if (admin === null) return { lines: [] };
  return { lines: [`Sign in as   ${admin.login}   password ${admin.password}   (shown only this once)`] };
}

async function prepareDemo(services: Services): Promise<SignIns> {
  if ((await services.settings.read('demo')) === null) console.log('Loading the demo shop');
  const { accounts, password }: DemoStaff = await seedDemo(
    { ...services, clock: systemClock },
    productPicture,
  );
  return {
    lines: accounts.map(({ login, role }) => `Sign in as   ${login} (${role})   password ${password}`),
  };
}

function welcome(url: string, { isEmpty, signIns }: { isEmpty: boolean; signIns: SignIns }): string[] {
  return [
    'Baton is ready.',
    `Console      ${url}/`,
    ...(isEmpty ? [] : [`Shop page    ${url}/shop/`]),
    ...signIns.lines,
  ];
}

async function webhooks(url: string, { channels }: Services): Promise<string[]> {
  const all = await channels.list();
  return all
    .filter(({ kind }) => kind === 'webhook')
    .map(({ id, name }) => `Webhook      ${url}/channels/webhook/${id}   ${name.zh} ${name.en}`);
}

function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        empty: { type: 'boolean', default: false },
        simulate: { type: 'boolean', default: false },
      },
    });
    const { port, data, empty: isEmpty, simulate: isSimulating } = values;
    if (isEmpty && isSimulating) throw new ConfigError('--simulate needs the demo shop: leave out --empty');
    return { config: readConfig({ port, data }), isEmpty, isSimulating };
  } catch (error) {
    if (error instanceof TypeError) throw new ConfigError(error.message);
    throw error;
  }
}

type Stopping = { shutdown: Shutdown; log: Log; request: AbortController; started: Promise<void> };

/** The first request drains and stops; whatever nobody foresaw does the same at once, and ends badly. */
function stopOnRequest({ shutdown, log, request, started }: Stopping): void {
  const stop = (): void => void shutdown.run().then(() => process.exit());
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
    process.on(event, () => {
      request.abort();
      void started.then(stop);
    });
  }
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ error }, 'Something that nobody foresaw');
      process.exitCode = 1;
      stop();
    });
  }
}
