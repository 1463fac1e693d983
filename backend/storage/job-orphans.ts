import type { PgBoss } from 'pg-boss';

type Active = { id: string; retryCount: number };

/**
 * Gives back every job of these queues that somebody has begun and not ended, to be begun anew at once; it counts as a try. Only for a process
 * that knows that it is alone: a job that is really under way elsewhere would be done twice. Returns how many there were.
 */
export async function giveBackActive(boss: PgBoss, names: readonly string[]): Promise<number> {
  let count = 0;
  for (const name of names) {
    const attempts = await listActive(boss, name);
    if (attempts.length === 0) continue;
    await boss.fail(name, attempts, { message: 'Its process was gone' });
    // The pause before a repetition is for what failed and may fail again; these were only cut off.
    for (const { id } of attempts) await boss.update(name, undefined, { id, startAfter: 0 });
    count += attempts.length;
  }
  return count;
}

/** By the columns and not by `findJobs`, which would read every job that is kept. */
async function listActive(boss: PgBoss, name: string): Promise<Active[]> {
  const { rows } = (await boss
    .getDb()
    .executeSql(
      `select id, retry_count as "retryCount" from pgboss.job where name = $1 and state = 'active'`,
      [name],
    )) as { rows: Active[] };
  return rows;
}
