import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import { connect } from '../../backend/storage/connection.ts';
import { startBackend } from '../support/backend.ts';
import { clientId, connectCustomer } from '../support/clients.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { type CustomerClient, openCustomer } from './campaigns/clients/pair.ts';
import { findWords, readStored } from './campaigns/stored.ts';
import { createCheck } from './checker/check.ts';
import type { Told } from './checker/history.ts';

/** Case F11: the drill of docs/operating.md. What was acknowledged before the dump began is in it, in order, and a server goes on from there. */

const CUSTOMERS = 6;
const WORDS_BEFORE = 12;

/** Where the newest PostgreSQL of this system has its programs: the server that comes with Baton brings none that dump. */
function installedPrograms(): string | undefined {
  const named = process.env['BATON_TEST_PG15_BIN'];
  const folders = named === undefined ? globSync('/usr/lib/postgresql/*/bin').toSorted(byVersion) : [named];
  return folders.findLast((folder) =>
    ['postgres', 'pg_dump'].every((name) => existsSync(join(folder, name))),
  );
}

function byVersion(a: string, b: string): number {
  return Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]);
}

async function run(program: string, words: string[]): Promise<void> {
  const child = spawn(program, words, { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number];
  expect(code, program).toBe(0);
}

/** A second, empty database on the same server. */
async function emptyBeside(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const name = `restored_${Date.now()}`;
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}

it('F11 D2 a dump made under load is restored whole, and a server goes on from it', async ({ skip }) => {
  const programs = installedPrograms() ?? skip('needs an installed PostgreSQL with its pg_dump');
  vi.stubEnv('BATON_TEST_PG15_BIN', programs);
  onTestFinished(() => void vi.unstubAllEnvs());
  const postgres = await startTestPostgres();
  onTestFinished(postgres.stop);
  const backend = await startBackend({ databaseUrl: await postgres.createDatabase(), isSeeding: true });
  onTestFinished(() => backend.stop());
  const told: Told[] = [];
  const recorder = { tell: (one: Told) => void told.push(one), close: () => undefined };
  const { customers, channels } = backend.services;
  const channelId = await channels.ownChannel('web');
  const speakers: CustomerClient[] = [];
  for (let client = 1; client <= CUSTOMERS; client += 1) {
    const { token } = await customers.openSession({ channelId });
    speakers.push(openCustomer({ client, port: backend.port, token, books: { recorder, waits: [] } }));
  }
  let isOver = false;
  let least = 0;
  const talks = speakers.map(async (customer) => {
    for (let said = 1; !isOver; said += 1) {
      await customer.say();
      if (said % 7 === 0) await customer.recall();
      if (said === WORDS_BEFORE) least += 1;
    }
    customer.line.close();
  });
  await expect.poll(() => least, { timeout: 60_000 }).toBe(CUSTOMERS);

  const folder = mkdtempSync(join(tmpdir(), 'baton-dump-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const before = told.length;
  await run(join(programs, 'pg_dump'), ['-Fc', '-f', join(folder, 'baton.dump'), backend.databaseUrl]);
  const restoredUrl = await emptyBeside(backend.databaseUrl);
  await run(join(programs, 'pg_restore'), ['-d', restoredUrl, join(folder, 'baton.dump')]);
  isOver = true;
  await Promise.all(talks);

  const restored = connect({ url: restoredUrl, poolSize: 2 });
  onTestFinished(restored.close);
  const check = createCheck(new Set(speakers.map(({ client }) => client)));
  for await (const conversation of readStored(restored, new Map())) check.takeStored(conversation);
  for (const found of await findWords(restored)) check.takeFound(found);
  for (const [index, one] of told.entries())
    if (
      index < before
        ? one.type !== 'shown' && one.type !== 'reads'
        : one.type === 'sent' || one.type === 'recalling'
    )
      check.takeTold(one);
  // What was on its way when the dump began may be in it or not.
  const { settled: _open, ...broken } = check.finish([]).broken;
  expect(broken).toEqual({});

  const next = await startBackend({ databaseUrl: restoredUrl });
  onTestFinished(() => next.stop());
  const newcomer = await connectCustomer(next.url);
  onTestFinished(() => newcomer.close());
  await newcomer.ask('message:send', { clientId: clientId(), text: '恢复之后' });
}, 180_000);
