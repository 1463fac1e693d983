import { type Kysely, sql } from 'kysely';
import type { CommandKey, CommandLog } from '../../runtime/command.ts';
import { Fault } from '../../runtime/fault.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';

/**
 * Rule D1. The row goes in before the work, in the work's own transaction: a parallel duplicate waits there for our commit and then finds the
 * answer; if we roll back, it does the work itself.
 */
export function createCommandRepository(db: Kysely<Database>): CommandLog {
  return {
    async once<T>(key: CommandKey, work: () => Promise<T>): Promise<T> {
      if (!(await beginCommand(db, key, null))) return (await recall(db, key)) as T;
      const result = await work();
      await db
        .updateTable('commands')
        .set({ result: json<unknown>(result) })
        .where('author_key', '=', key.authorKey)
        .where('client_id', '=', key.clientId)
        .execute();
      return result;
    },
  };
}

/**
 * Forgets what was answered before that moment, but never the ids of messages that are still there (rule D1). Returns how many it forgot.
 */
export async function purgeCommands(db: Kysely<Database>, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('commands as c')
    .where('c.at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('entries as e')
            .select('e.id')
            .whereRef('e.author_key', '=', 'c.author_key')
            .whereRef('e.client_id', '=', 'c.client_id'),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Keeps this answer for a command unless it has one; false where it has, or is being done by somebody who has not committed yet and then has. */
export async function beginCommand(db: Kysely<Database>, key: CommandKey, result: unknown): Promise<boolean> {
  const row = await db
    .insertInto('commands')
    .values({
      author_key: key.authorKey,
      client_id: key.clientId,
      fingerprint: key.fingerprint,
      result: json(result),
      at: sql<Date>`now()`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('client_id')
    .executeTakeFirst();
  return row !== undefined;
}

async function recall(db: Kysely<Database>, key: CommandKey): Promise<unknown> {
  const done = await db
    .selectFrom('commands')
    .select(['fingerprint', 'result'])
    .where('author_key', '=', key.authorKey)
    .where('client_id', '=', key.clientId)
    .executeTakeFirstOrThrow();
  if (!done.fingerprint.equals(key.fingerprint)) {
    throw new Fault('reused-client-id', 'This client id came before with other content', {
      field: 'clientId',
    });
  }
  return done.result;
}
