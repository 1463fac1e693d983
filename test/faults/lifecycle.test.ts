import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { processIdentity } from '../../backend/storage/embedded/process-identity.ts';
import { databasePid, makeDataFolder, noBatons, spawnBaton, startBaton } from '../support/baton-process.ts';
import { clientId, connectCustomer, openSession } from '../support/clients.ts';

/** Cases F1 and F3: the process and its database, started, stopped, killed, doubled. */

const { start, endAll } = noBatons();
afterEach(endAll);

/** The same while the file may be missing. */
function livingDatabase(folder: string): number {
  try {
    return databasePid(folder);
  } catch {
    return NaN;
  }
}

describe('starting and stopping', () => {
  it('prints each thing to know on a line of its own, and stops in order on request, the database last', async () => {
    const { baton, folder } = await start();
    const lines = baton.said().trim().split('\n');
    expect(lines).toContain(`Console      ${baton.url}/`);
    expect(baton.said()).toMatch(/^Sign in as {3}admin {3}password [\w-]{16} /m);
    expect(baton.said()).not.toContain('/shop/');
    expect((await fetch(`${baton.url}/readyz`)).status).toBe(200);
    const pid = databasePid(folder.path);
    expect(await baton.end('SIGTERM')).toBe(0);
    expect(processIdentity(pid)).toBeNull();
    expect(existsSync(join(folder.path, 'baton.lock'))).toBe(false);
    expect(existsSync(join(folder.path, 'database/postmaster.pid'))).toBe(false);
  });

  it('a Ctrl-C that reaches the whole group does not reach the database before its time', async () => {
    const { baton, folder } = await start();
    expect(processGroup(databasePid(folder.path))).not.toBe(processGroup(baton.child.pid ?? 0));
    expect(await baton.end('SIGINT')).toBe(0);
    expect(readFileSync(join(folder.path, 'database.log'), 'utf8')).toContain('database system is shut down');
  });

  it('asked to stop in the middle of its first start, it ends in order, and says nothing of failures', async () => {
    const folder = makeDataFolder();
    const { child, said, ended } = spawnBaton(folder.path);
    await expect.poll(said, { timeout: 20_000 }).toContain('Making the database');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said().trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder.path, 'baton.lock'))).toBe(false);
    expect(existsSync(join(folder.path, 'database/postmaster.pid'))).toBe(false);
    folder.remove();
  });

  it('stops as fast when a client on the line has died without a word', async () => {
    const { baton } = await start();
    const dead = await openDeadLine(baton.url);
    const startedAt = performance.now();
    expect(await baton.end('SIGTERM')).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(15_000);
    expect(baton.said()).not.toContain('A step of stopping failed');
    dead.destroy();
  });

  it('stops as fast when a browser has opened a connection in advance and never said anything on it', async () => {
    const { baton } = await start();
    const { hostname, port } = new URL(baton.url);
    const silent = connect(Number(port), hostname);
    await once(silent, 'connect');
    // The server has taken it when it answers a later one.
    expect((await fetch(`${baton.url}/readyz`)).status).toBe(200);
    expect(await baton.end('SIGTERM')).toBe(0);
    expect(baton.said()).not.toContain('A step of stopping failed');
    silent.destroy();
  });

  it('stops by itself when whoever started it is gone', async () => {
    const { baton, folder } = await start();
    const ended = new Promise((resolve) => baton.child.once('exit', resolve));
    baton.child.disconnect();
    expect(await ended).toBe(0);
    expect(existsSync(join(folder.path, 'database/postmaster.pid'))).toBe(false);
  });
});

describe('F3 a second Baton on the same folder', () => {
  it('is refused at once, naming the holder, and the first does not notice', async () => {
    const { baton, folder } = await start();
    const startedAt = performance.now();
    const refusal = await startBaton(folder.path).then(
      () => expect.fail('it started'),
      (error: unknown) => String(error),
    );
    // Nearly all of it is the start of the process itself, which a busy machine takes its time for; it would wait for a database a minute long.
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    expect(refusal).toContain(`process ${baton.child.pid}`);
    expect(refusal).toContain(baton.url);
    expect(refusal).toContain(folder.path);
    expect((await fetch(`${baton.url}/readyz`)).status).toBe(200);
  });

  it('a lock left by a process whose number now belongs to another is taken over', async () => {
    const folder = makeDataFolder();
    mkdirSync(folder.path);
    const stale = { pid: process.pid, identity: 'another boot:12', port: 4600 };
    writeFileSync(join(folder.path, 'baton.lock'), JSON.stringify(stale));
    const { baton } = await start(folder);
    expect((await fetch(`${baton.url}/readyz`)).status).toBe(200);
  });

  it('a lock that says nothing readable is taken over', async () => {
    const folder = makeDataFolder();
    mkdirSync(folder.path);
    writeFileSync(join(folder.path, 'baton.lock'), '{"pid":');
    const { baton } = await start(folder);
    expect((await fetch(`${baton.url}/readyz`)).status).toBe(200);
  });
});

describe('F1 killed in the middle of writing', () => {
  it('keeps all that was acknowledged; the database server that was left behind is stopped and started anew', async () => {
    const { baton, folder } = await start();
    const token = await openSession(baton.url);
    const customer = await connectCustomer(baton.url, token);
    const acknowledged: string[] = [];
    const writing = (async () => {
      for (;;) {
        const { entry } = await customer.ask('message:send', { clientId: clientId(), text: 'a message' });
        acknowledged.push(entry.id);
      }
    })().catch(() => undefined);
    while (acknowledged.length < 25) await new Promise((resolve) => setTimeout(resolve, 5));
    const orphan = databasePid(folder.path);
    expect(await baton.end('SIGKILL')).toBe('SIGKILL');
    await writing;
    customer.close();
    expect(processIdentity(orphan)).not.toBeNull();

    const { baton: again } = await start({ path: folder.path, remove: () => undefined });
    expect(processIdentity(orphan)).toBeNull();
    const back = await connectCustomer(again.url, token);
    const { entries } = await back.ask('entry:list', { after: 0, limit: 200 });
    const kept = new Set(entries.map(({ id }) => id as string));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_entry, index) => index + 1));
    back.close();
  });

  it('F9 a database server that dies is brought back, and the backend with it', async () => {
    const { baton, folder } = await start();
    const killed = databasePid(folder.path);
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => livingDatabase(folder.path), { timeout: 20_000 }).not.toBe(killed);
    await expect
      .poll(async () => (await fetch(`${baton.url}/readyz`)).status, { timeout: 20_000, interval: 200 })
      .toBe(200);
    const customer = await connectCustomer(baton.url);
    expect((await customer.ask('session:read', {})).conversation).toBeNull();
    customer.close();
  });
});

describe('folders that can’t be used', () => {
  const refusalOf = (folder: string, environment: Record<string, string> = {}): Promise<string> =>
    startBaton(folder, environment).then(
      async (baton) => {
        await baton.end('SIGKILL');
        return 'it started';
      },
      (error: unknown) => String(error),
    );

  it('one that holds other files is refused by name, untouched', async () => {
    const folder = makeDataFolder();
    mkdirSync(folder.path);
    writeFileSync(join(folder.path, 'thesis.txt'), 'mine');
    const refusal = await refusalOf(folder.path);
    expect(refusal).toContain(folder.path);
    expect(refusal).toContain('--data DIR');
    folder.remove();
  });

  it('one that is a file is refused by name', async () => {
    const folder = makeDataFolder();
    writeFileSync(folder.path, '');
    expect(await refusalOf(folder.path)).toMatch(/not a folder.*--data DIR/s);
    folder.remove();
  });

  it('one that the system can’t make is refused by name', async () => {
    expect(await refusalOf('/proc/baton')).toMatch(/\/proc\/baton can't be used.*--data DIR/s);
  });

  it('as root, one that the server’s user can’t reach is refused, saying what to do', async () => {
    if (process.getuid?.() !== 0) return expect(process.getuid?.()).not.toBe(0);
    const folder = makeDataFolder();
    mkdirSync(folder.path, { mode: 0o700 });
    expect(await refusalOf(join(folder.path, 'inside'))).toMatch(/may not enter.*\/var\/lib\/baton/s);
    folder.remove();
  });

  it('a setting that can’t be used is refused by name', async () => {
    const folder = makeDataFolder();
    expect(await refusalOf(folder.path, { BATON_SESSION_HOURS: 'long' })).toContain('BATON_SESSION_HOURS');
    folder.remove();
  });
});

it('an outside database that does not answer is named by its setting, never by its password', async () => {
  const folder = makeDataFolder();
  const refusal = await startBaton(folder.path, {
    DATABASE_URL: 'postgresql://b:secret@127.0.0.1:1/b',
  }).catch(String);
  expect(refusal).toMatch(/DATABASE_URL can't be used: .*ECONNREFUSED/);
  expect(refusal).not.toContain('secret');
  folder.remove();
});

/** A web socket whose client never reads nor answers again, as after a cable was pulled. */
async function openDeadLine(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const line = connect(Number(port), hostname);
  line.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${hostname}\r\nOrigin: ${url}\r\nUpgrade: websocket\r\n` +
      'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  const [answer] = await once(line, 'data');
  expect(String(answer)).toContain('101 Switching Protocols');
  line.pause();
  return line;
}

/** Field 5 of proc(5) stat. */
function processGroup(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2];
}
