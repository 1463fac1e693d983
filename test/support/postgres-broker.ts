import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { startTestPostgres, type TestPostgres } from './postgres.ts';

/**
 * Global set-up of the vitest projects that use storage. The server starts when the first test file asks for a database, once for the run, and
 * stops with it; projects that run side by side share it.
 */
export async function setup(project: TestProject): Promise<void> {
  shared.broker ??= startBroker();
  shared.users += 1;
  project.provide('databaseBroker', (await shared.broker).url);
}

/** The last project that ends stops the server. */
export async function teardown(): Promise<void> {
  shared.users -= 1;
  const { broker } = shared;
  if (shared.users > 0 || broker === undefined) return;
  delete shared.broker;
  await (await broker).stop();
}

type Broker = { url: string; stop(): Promise<void> };

/** Kept on the process, because every project loads its own copy of this file. */
const shared = shelf();

function shelf(): { users: number; broker?: Promise<Broker> } {
  const place = process as unknown as Record<symbol, { users: number; broker?: Promise<Broker> } | undefined>;
  const key = Symbol.for('baton.test.postgres-broker');
  const found = place[key] ?? { users: 0 };
  place[key] = found;
  return found;
}

async function startBroker(): Promise<Broker> {
  let postgres: Promise<TestPostgres> | undefined;
  const server = createServer((_request, response) => {
    postgres ??= startTestPostgres();
    postgres
      .then((running) => running.createDatabase())
      .then(
        (url) => response.end(url),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await (await postgres)?.stop();
    },
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseBroker: string;
  }
}
