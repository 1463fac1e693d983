import { closeSync, fdatasyncSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** How a relay keeps what passes through it. */
export type Keeping = { how: 'not' } | { how: 'fdatasync' } | { how: 'postgres'; databaseUrl: string };

/** Keeps messages; what it answers resolves when the message is safe, in the order of each customer's messages. */
export type Keeper = {
  keep(customer: number, message: { clientId: string; text: string }): Promise<unknown> | undefined;
  close(): Promise<void>;
};

/** Makes one of the three ways to keep messages. */
export async function createKeeper(keeping: Keeping, customers: number): Promise<Keeper> {
  if (keeping.how === 'fdatasync') return createFileKeeper();
  if (keeping.how === 'postgres') return await createDatabaseKeeper(keeping.databaseUrl, customers);
  return { keep: () => undefined, close: async () => undefined };
}

const BLOCK = 4096;
const BLOCKS = 16_384;

/** One write and one fdatasync for each message, in place in a file that exists already: the least that a disk asks. */
function createFileKeeper(): Keeper {
  const path = join(tmpdir(), `baton-relay-${process.pid}`);
  const file = openSync(path, 'w+');
  const empty = Buffer.alloc(BLOCK * 256);
  for (let at = 0; at < BLOCKS * BLOCK; at += empty.length) writeSync(file, empty, 0, empty.length, at);
  fsyncSync(file);
  let next = 0;
  const block = Buffer.alloc(BLOCK);
  return {
    keep(customer, message) {
      block.fill(0);
      block.write(JSON.stringify([customer, message]));
      writeSync(file, block, 0, BLOCK, (next % BLOCKS) * BLOCK);
      fdatasyncSync(file);
      next += 1;
      return undefined;
    },
    async close() {
      closeSync(file);
      rmSync(path);
    },
  };
}

const SESSIONS = 8;

const KEEP = `with allotted as (update relay_conversations set seq = seq + 1 where id = $1 returning seq)
  insert into relay_messages (id, conversation_id, seq, body) select $2, $1, seq, $3 from allotted returning seq`;

/** One prepared statement for each message, which allots its number and keeps it, committed by itself; eight sessions, a customer always on the same. */
async function createDatabaseKeeper(url: string, customers: number): Promise<Keeper> {
  const sessions = await Promise.all(
    Array.from({ length: SESSIONS }, async () => {
      const session = new Client({ connectionString: url, options: '-c synchronous_commit=on' });
      await session.connect();
      return session;
    }),
  );
  const [first] = sessions;
  await first?.query('create table relay_conversations (id int primary key, seq int not null)');
  await first?.query(
    `create table relay_messages (id uuid primary key, conversation_id int not null, seq int not null, body jsonb not null,
       unique (conversation_id, seq))`,
  );
  await first?.query('insert into relay_conversations select n, 0 from generate_series(0, $1::int - 1) n', [
    customers,
  ]);
  const last: Promise<unknown>[] = sessions.map(() => Promise.resolve());
  return {
    keep(customer, { clientId, text }) {
      const at = customer % SESSIONS;
      const values = [customer, clientId, JSON.stringify({ type: 'text', text })];
      const kept = (last[at] ?? Promise.resolve()).then(() =>
        sessions[at]?.query({ name: 'keep', text: KEEP, values }),
      );
      last[at] = kept;
      return kept;
    },
    async close() {
      await Promise.all(sessions.map((session) => session.end()));
    },
  };
}
