import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { processIdentity } from '../../backend/storage/embedded/process-identity.ts';
import { databasePid, noBatons } from '../support/baton-process.ts';

/** Cases F1 and F3: what a database server leaves behind that was killed together with its Baton. */

const { start, endAll } = noBatons();
afterEach(endAll);

describe('D18 F1 F3 what a killed database leaves behind', () => {
  it('a database’s pid file whose number now belongs to another’s database does that one no harm', async () => {
    const { baton: other, folder: otherFolder } = await start();
    const { baton, folder } = await start();
    const dead = databasePid(folder.path);
    await baton.end('SIGKILL');
    process.kill(dead, 'SIGKILL');
    const stale = readFileSync(join(folder.path, 'database/postmaster.pid'), 'utf8').split('\n');
    const living = databasePid(otherFolder.path);
    const file = join(folder.path, 'database/postmaster.pid');
    writeFileSync(file, [String(living), ...stale.slice(1)].join('\n'));
    const { baton: again } = await start({ path: folder.path, remove: () => undefined });
    expect((await fetch(`${again.url}/readyz`)).status).toBe(200);
    expect(databasePid(otherFolder.path)).toBe(living);
    expect((await fetch(`${other.url}/readyz`)).status).toBe(200);
  }, 600_000);

  it('a session that is still at work after its server was killed is ended before the next one writes', async () => {
    const { baton, folder } = await start();
    const server = databasePid(folder.path);
    const session = new Client({ connectionString: databaseUrl(folder.path) });
    session.on('error', () => undefined);
    await session.connect();
    const { rows } = await session.query<{ pid: number }>('select pg_backend_pid() as pid');
    const orphan = rows[0]?.pid ?? expect.fail('no session');
    // Work that never looks whether its server lives.
    session
      .query('select count(*) from generate_series(1, 10000000000) as n where n < 0')
      .catch(() => undefined);
    await expect.poll(() => isAtWork(orphan)).toBe(true);
    await baton.end('SIGKILL');
    process.kill(server, 'SIGKILL');
    expect(processIdentity(orphan)).not.toBeNull();
    const { baton: again } = await start({ path: folder.path, remove: () => undefined });
    expect(processIdentity(orphan)).toBeNull();
    expect((await fetch(`${again.url}/readyz`)).status).toBe(200);
    await session.end().catch(() => undefined);
  }, 600_000);
});

function databaseUrl(folder: string): string {
  const port = readFileSync(join(folder, 'database/postmaster.pid'), 'utf8').split('\n')[3];
  const password = readFileSync(join(folder, 'database-password'), 'utf8').trim();
  return `postgresql://baton:${password}@127.0.0.1:${port}/baton`;
}

/** Field 3 of proc(5) stat: `R` for a process that computes. */
function isAtWork(pid: number): boolean {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('R');
}
