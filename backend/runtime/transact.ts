/**
 * Runs `work` in one database transaction and hands it repositories bound to that transaction. Commits when `work` resolves, rolls back when
 * it throws; retries serialisation failures and deadlocks a bounded number of times, so `work` must have no effect outside the repositories.
 */
export type Transact<Repositories> = <T>(work: (repositories: Repositories) => Promise<T>) => Promise<T>;
