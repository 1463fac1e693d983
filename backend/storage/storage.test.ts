import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ConversationId } from '#shared/domain/ids';
import { openTestDatabase } from '../../test/support/database.ts';
import type { JobPayloads } from '../runtime/jobs.ts';
import { createJobs } from './job-queue.ts';
import { migrate, NewerDatabaseError } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { createTransact } from './transaction.ts';

describe('the connection', () => {
  it('reads int8 as a number and refuses one that a number can’t hold', async () => {
    const { db } = await openTestDatabase();
    const { rows } = await sql<{ n: number }>`select 42::int8 as n`.execute(db);
    expect(rows).toEqual([{ n: 42 }]);
    await expect(sql`select 9007199254740993::int8 as n`.execute(db)).rejects.toThrow(RangeError);
  });

  it('speaks UTC and commits durably', async () => {
    const { db } = await openTestDatabase();
    const { rows } = await sql<{ zone: string; commit: string; fsync: string }>`
      select current_setting('timezone') as zone, current_setting('synchronous_commit') as commit,
        current_setting('fsync') as fsync`.execute(db);
    expect(rows).toEqual([{ zone: 'UTC', commit: 'on', fsync: 'on' }]);
  });
});

describe('a prepared statement', () => {
  it('goes on when a newer node has changed the table under it, also within a transaction', async () => {
    const { db } = await openTestDatabase();
    await sql`create table notes (id int not null)`.execute(db);
    await sql`insert into notes values (1)`.execute(db);
    const read = (on: Parameters<ReturnType<typeof sql>['execute']>[0]) =>
      sql`select * from notes where id = ${1}`.execute(on).then(({ rows }) => rows);
    const transact = createTransact(db, (transaction) => transaction);
    expect(await Promise.all([read(db), read(db), read(db)])).toEqual([
      [{ id: 1 }],
      [{ id: 1 }],
      [{ id: 1 }],
    ]);
    await sql`alter table notes add text text`.execute(db);
    expect(await read(db)).toEqual([{ id: 1, text: null }]);
    await sql`alter table notes drop column text`.execute(db);
    expect(await transact(read)).toEqual([{ id: 1 }]);
    expect(await Promise.all([read(db), transact(read), read(db)])).toEqual([
      [{ id: 1 }],
      [{ id: 1 }],
      [{ id: 1 }],
    ]);
  });

  it('is kept by the session, so that it is read and planned once', async () => {
    const { db } = await openTestDatabase();
    await db.connection().execute(async (session) => {
      for (let round = 0; round < 3; round += 1) await sql`select ${round}::int as n`.execute(session);
      const { rows } = await sql<{ n: number }>`
        select (generic_plans + custom_plans)::int as n from pg_prepared_statements where statement like 'select $1::int as n%'`.execute(
        session,
      );
      expect(rows).toEqual([{ n: 3 }]);
    });
  });
});

describe('migrations', () => {
  it('run once, however many nodes start at the same moment', async () => {
    const { db } = await openTestDatabase();
    await sql`drop schema public cascade; create schema public`.execute(db);
    const ran = await Promise.all([migrate(db), migrate(db), migrate(db)]);
    expect(ran.flat()).toEqual(migrations.map(({ name }) => name));
  });

  it('refuse a database that a newer Baton made', async () => {
    const { db } = await openTestDatabase();
    await sql`insert into migrations values ('9999-of-the-future', now())`.execute(db);
    await expect(migrate(db)).rejects.toThrow(NewerDatabaseError);
  });
});

describe('a transaction', () => {
  it('is tried again after a deadlock, so that both of two that met have their effect', async () => {
    const { db } = await openTestDatabase();
    await sql`create table counters (name text primary key, n int not null)`.execute(db);
    await sql`insert into counters values ('a', 0), ('b', 0)`.execute(db);
    const transact = createTransact(db, (transaction) => transaction);
    const increase = (first: string, second: string) =>
      transact(async (transaction) => {
        await sql`update counters set n = n + 1 where name = ${first}`.execute(transaction);
        await sql`select pg_sleep(0.05)`.execute(transaction);
        await sql`update counters set n = n + 1 where name = ${second}`.execute(transaction);
      });
    await Promise.all([increase('a', 'b'), increase('b', 'a')]);
    const { rows } = await sql<{ n: number }>`select n from counters`.execute(db);
    expect(rows).toEqual([{ n: 2 }, { n: 2 }]);
  });
});

describe('jobs', () => {
  it('run after the commit that made them, and not after a rollback', async () => {
    const ran: JobPayloads['bot-turn'][] = [];
    const { jobs, transact } = await startJobs({ 'bot-turn': async (payload) => void ran.push(payload) });
    const payload = (seq: number) => ({ conversationId: crypto.randomUUID() as ConversationId, seq });
    const failed = transact(async (queue) => {
      await queue.enqueue('bot-turn', payload(1));
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    await transact((queue) => queue.enqueue('bot-turn', payload(2)));
    await expect.poll(() => ran.map(({ seq }) => seq)).toEqual([2]);
    await jobs.stop();
  });

  it('come by the clock where they have one', async () => {
    const { db } = await startJobs({});
    const { rows } = await sql<{
      name: string;
      cron: string;
    }>`select name, cron from pgboss.schedule order by name`.execute(db);
    expect(rows).toEqual([
      { name: 'idle-closing', cron: '*/10 * * * *' },
      { name: 'learning-gathering', cron: '7 * * * *' },
      { name: 'model-retraining', cron: '33 3 * * *' },
    ]);
  });

  it('are repeated when they fail, and wait for their delay', async () => {
    const tries: { at: number; isLast: boolean }[] = [];
    const { jobs, transact } = await startJobs({
      'offer-expiry': async (_payload, { isLast }) => {
        tries.push({ at: Date.now(), isLast });
        if (tries.length === 1) throw new Error('not yet');
      },
    });
    const startedAt = Date.now();
    const payload = { conversationId: crypto.randomUUID() as ConversationId, version: 1 };
    await transact((queue) => queue.enqueue('offer-expiry', payload, { delayMs: 700 }));
    await expect.poll(() => tries.length).toBe(2);
    expect(tries[0]?.at).toBeGreaterThanOrEqual(startedAt + 600);
    expect(tries.every(({ isLast }) => !isLast)).toBe(true);
    await jobs.stop();
  });
});

async function startJobs(handlers: Partial<Parameters<ReturnType<typeof createJobs>['work']>[0]>) {
  const { db, url } = await openTestDatabase();
  const jobs = createJobs({ url, onError: () => undefined });
  onTestFinished(() => jobs.stop());
  await jobs.install();
  const idle = async () => undefined;
  await jobs.work({
    'bot-turn': idle,
    'bot-rescue': idle,
    'undelivered-retry': idle,
    'channel-send': idle,
    'offer-expiry': idle,
    'lease-expiry': idle,
    'idle-closing': idle,
    'learning-gathering': idle,
    'model-retraining': idle,
    ...handlers,
  });
  return { db, jobs, transact: createTransact(db, (transaction) => jobs.queueFor(transaction)) };
}
