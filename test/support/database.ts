import { inject, onTestFinished } from 'vitest';
import { type Connection, connect } from '../../backend/storage/connection.ts';

/** A fresh database of the present schema, on the run's real PostgreSQL server: its connection string. */
export async function createTestDatabase(): Promise<string> {
  const answer = await fetch(inject('databaseBroker'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

/** Opens a fresh database for the test that is running, and closes it afterwards. */
export async function openTestDatabase(): Promise<Connection & { url: string }> {
  const url = await createTestDatabase();
  const connection = connect({ url, poolSize: 5 });
  onTestFinished(connection.close);
  return { ...connection, url };
}
