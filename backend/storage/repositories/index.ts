import type { Kysely } from 'kysely';
import type { JobQueue } from '../../runtime/jobs.ts';
import type { Database } from '../schema.ts';

/**
 * All repositories, bound to one database handle: a transaction in commands, the pool in queries. Each module's ports name the few members
 * that its service sees; add yours here, one line in the type and one below.
 */
export type Repositories = {
  jobs: JobQueue;
};

/** Binds the repositories to a handle. `jobsFor` makes the job queue that enqueues through the same handle. */
export function createRepositories(
  db: Kysely<Database>,
  jobsFor: (db: Kysely<Database>) => JobQueue,
): Repositories {
  return {
    jobs: jobsFor(db),
  };
}
