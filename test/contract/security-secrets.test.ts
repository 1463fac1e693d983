import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BatonProcess, makeDataFolder, startBaton } from '../support/baton-process.ts';
import { clientId, connectCustomer } from '../support/clients.ts';
import { sendRaw } from '../support/raw-http.ts';

/** Rule T7: what a running Baton leaves lying about. */

let folder: ReturnType<typeof makeDataFolder>;
let baton: BatonProcess;
beforeAll(async () => {
  folder = makeDataFolder();
  baton = await startBaton(folder.path, { BATON_LOG_LEVEL: 'debug' });
});
afterAll(async () => {
  await baton.end('SIGTERM');
  folder.remove();
});

function read(name: string): string {
  return readFileSync(join(folder.path, name), 'utf8');
}

/** Who may do what with a file, as in `chmod`. */
function modeOf(name: string): string {
  return (statSync(join(folder.path, name)).mode & 0o777).toString(8);
}

async function connectToDatabase(): Promise<Client> {
  const port = Number(read('database/postmaster.pid').split('\n')[3]);
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'baton',
    database: 'baton',
    password: read('database-password').trim(),
  });
  await client.connect();
  return client;
}

describe('T7 the data folder', () => {
  it.runIf(process.platform !== 'win32')('keeps password, database and its log to their owner', () => {
    expect(modeOf('database-password')).toBe('600');
    expect(modeOf('database.log')).toBe('600');
    expect(modeOf('database')).toBe('700');
    expect(read('database-password').trim().length).toBeGreaterThanOrEqual(32);
    expect(baton.said()).not.toContain(read('database-password').trim());
  });

  it('T7 has no row of the database in the database’s log, though it complains of one', async () => {
    const client = await connectToDatabase();
    const insert = `insert into customers (id, name, language, customer_since) values ($1, $2, 'zh', now())`;
    const id = crypto.randomUUID();
    await client.query(insert, [id, '王小姐 13900004711']);
    const identity = `insert into identities values (gen_random_uuid(), $1, 'phone', null, '13900004711', true, now())`;
    await client.query(identity, [id]);
    await expect(client.query(identity, [id])).rejects.toThrow('duplicate key');
    const nameless = `insert into customers (id, name, language, customer_since) values ($1, $2, null, now())`;
    await expect(client.query(nameless, [crypto.randomUUID(), '王小姐'])).rejects.toThrow('null value');
    await client.end();
    expect(read('database.log')).toContain('duplicate key');
    expect(read('database.log')).not.toMatch(/13900004711|王小姐/);
  });
});

describe('T7 the log', () => {
  it('T7 holds neither what was said nor what opens a door, whatever was sent to provoke it', async () => {
    const customer = await connectCustomer(baton.url);
    const canary = 'canary-4711';
    for (const text of [canary, `${canary}\0`, `${canary}\ud83d`]) {
      await customer.socket.emitWithAck('message:send', { clientId: clientId(), text });
      await customer.socket.emitWithAck('identity:link', { clientId: clientId(), identityToken: text });
    }
    const password = `${canary}-password`;
    for (const body of [
      { login: canary, password, client: 'web' },
      { login: `${canary}\0`, password },
    ]) {
      await sendRaw(baton.url, { method: 'POST', path: '/api/agent/session', body });
    }
    for (const path of [
      `/${canary}%ff`,
      `/pictures/${canary}%00.svg`,
      `/api/customer/${canary}/x?token=${canary}`,
    ]) {
      const answer = await sendRaw(baton.url, { method: 'GET', path, token: canary });
      expect(answer.text).not.toMatch(/ at .*\.(ts|js):|node_modules/);
    }
    customer.close();
    expect(baton.said()).not.toContain(canary);
    expect(baton.said()).not.toContain(customer.token);
  });
});
