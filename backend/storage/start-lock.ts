import { Client } from 'pg';
import { sessionConfig } from './connection.ts';

/** Any fixed number that only starting nodes lock. */
const START_LOCK = 7_140_211_002;

/**
 * Runs `work` while no other node of the same database does: what a first start makes is made once, however many nodes start at once. Waits for
 * its turn for as long as that takes; a node that dies lets go of it.
 */
export async function aloneAtStart<T>(url: string, work: () => Promise<T>): Promise<T> {
  const { connectionString, options, connectionTimeoutMillis } = sessionConfig(url, 1);
  const session = new Client({
    connectionString,
    connectionTimeoutMillis,
    application_name: 'baton-start',
    options: `${options} -c statement_timeout=0`,
  });
  // A session that breaks fails the statement that waits, or nothing: the lock has gone with it.
  session.on('error', () => undefined);
  await session.connect();
  try {
    await session.query('select pg_advisory_lock($1)', [START_LOCK]);
    return await work();
  } finally {
    await session.end();
  }
}
