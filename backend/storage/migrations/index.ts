import type { QueryExecutorProvider } from 'kysely';
import { up as foundation } from './0001-foundation.ts';

/** One step of the schema. A released step is never changed: what is wrong in it is put right by a later one. */
export type Migration = { name: string; up(database: QueryExecutorProvider): Promise<void> };

/** All steps, in the order in which they run. */
export const migrations: readonly Migration[] = [{ name: '0001-foundation', up: foundation }];
