import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { productPicture } from '../../backend/demo/content/index.ts';
import { seedDemo } from '../../backend/demo/seed.ts';
import { systemClock } from '../../backend/runtime/clock.ts';
import { startBackend } from '../support/backend.ts';
import { openTestDatabase } from '../support/database.ts';
import { startRedis } from '../support/redis.ts';

/** Nodes that start at the same moment, the first time, on a database in which there is nothing. */

async function emptyDatabase(): Promise<string> {
  const { db, url } = await openTestDatabase();
  const name = `empty_${crypto.randomUUID().replaceAll('-', '')}`;
  await sql`create database ${sql.id(name)}`.execute(db);
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

describe('D16 starting', () => {
  it('D1 three nodes at once make schema, queues, secret and demo shop once', {
    timeout: 180_000,
  }, async () => {
    const redis = await startRedis();
    const databaseUrl = await emptyDatabase();
    const passwords: string[] = [];
    const nodes = await Promise.all(
      [0, 1, 2].map(() =>
        startBackend({
          databaseUrl,
          environment: { REDIS_URL: redis.url },
          async prepare(services) {
            const { password } = await seedDemo({ ...services, clock: systemClock }, productPicture);
            passwords.push(password);
          },
        }),
      ),
    );
    const [first] = nodes;
    if (first === undefined) expect.fail('no node');
    expect(new Set(passwords).size).toBe(1);
    const secrets = await Promise.all(nodes.map(({ services }) => services.settings.read('identity-secret')));
    expect(new Set(secrets).size).toBe(1);
    const { rows } = await sql<{ agents: number; twice: number; migrations: number }>`select
      (select count(*) from agents) as agents,
      (select count(*) from (select login from agents group by lower(login), login having count(*) > 1) d) as twice,
      (select count(*) from migrations) as migrations`.execute(first.database.db);
    expect(rows[0]).toMatchObject({ twice: 0 });
    expect(rows[0]?.agents).toBe((await first.services.agents.listStatus()).length);
    for (const { url } of nodes) expect((await fetch(`${url}/readyz`)).status).toBe(200);
    await Promise.all(nodes.map((node) => node.stop()));
    await redis.stop();
  });
});
