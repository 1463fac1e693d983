import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Which shop's database: an outside one by its address (or that in `DATABASE_URL`, which other users of the machine can't see), or the embedded one of a
 * running Baton by its data folder.
 */
export type ShopOptions = { database?: string | undefined; data?: string | undefined };

/** The connection string. Throws with words for whoever typed the options. */
export function databaseAddress({ database, data }: ShopOptions): string {
  if (database) return database;
  const given = process.env['DATABASE_URL'];
  if (!data && given) return given;
  if (!data)
    throw new Error(
      'Which shop? --database postgresql://…, DATABASE_URL, or --data FOLDER (of a Baton that runs).',
    );
  const password = readFileSync(join(data, 'database-password'), 'utf8').trim();
  const port = readFileSync(join(data, 'database/postmaster.pid'), 'utf8').split('\n')[3]?.trim();
  return `postgresql://baton:${encodeURIComponent(password)}@127.0.0.1:${port}/baton`;
}
