import { sql } from 'kysely';
import { Client } from 'pg';
import type { AgentId } from '#shared/domain/ids';
import { type Backend, createBackend, type Services } from '../../../../backend/app.ts';
import { type AgentActor, authorKey } from '../../../../backend/runtime/actor.ts';
import { systemClock } from '../../../../backend/runtime/clock.ts';
import { readConfig } from '../../../../backend/runtime/config.ts';
import { Fault } from '../../../../backend/runtime/fault.ts';
import { newId } from '../../../../backend/runtime/ids.ts';
import { createLog } from '../../../../backend/runtime/log.ts';
import { type Connection, connect } from '../../../../backend/storage/connection.ts';
import { answerQuestions } from '../../harness/pinned-process.ts';

/**
 * Claims at the door that the sockets use, inside the server's process: over a socket the protocol lets one agent ask twenty times a second, which
 * no more than a few hundred claims a second would come of.
 */
let backend: Backend | undefined;
let database: Connection | undefined;
let databaseUrl = '';
/** Those of each claimer, who take in turn. */
const agents: AgentActor[][] = [];

type Staff = { claimers: number; agentsEach: number; capacity: number };

export type ClaimRun = {
  timesUs: Int32Array;
  seconds: number;
  claimed: number;
  doubled: number;
  refused: number;
};

answerQuestions({
  async start({ url, ...staff }: Staff & { url: string }) {
    databaseUrl = url;
    database = connect({ url, poolSize: 1 });
    // To fill the queue takes longer than a statement of the product may.
    await sql`set statement_timeout = 0`.execute(database.db);
    backend = await createBackend({
      config: readConfig({ port: '0' }),
      log: createLog('error'),
      clock: systemClock,
      databaseUrl: url,
      hasShop: false,
      prepare: (services) => addStaff(services, staff),
    });
  },
  fill: (waiting: number) => fill(servicesOf(), waiting),
  claim: (terms: { claimers: number; seconds: number }) => claimAll(servicesOf(), terms),
  commits: (seconds: number) => timeCommits(seconds),
  async owned() {
    const { rows } = await sql<{
      most: number;
      all: number;
    }>`select coalesce(max(n), 0)::int as most, coalesce(sum(n), 0)::int as "all"
      from (select count(*) as n from conversations where owner_id is not null group by owner_id) each`.execute(
      databaseOf().db,
    );
    return rows[0];
  },
  async stop() {
    await database?.close();
    await backend?.stop();
  },
});

function servicesOf(): Services {
  if (backend === undefined) throw new Error('Not started');
  return backend.services;
}

function databaseOf(): Connection {
  if (database === undefined) throw new Error('Not started');
  return database;
}

/** One agent by the way that accounts go; the others are copies, because each password takes as long to keep as a hundred claims. */
async function addStaff(services: Services, { claimers, agentsEach, capacity }: Staff): Promise<void> {
  const name = { zh: '客服', en: 'Agent' };
  const password = 'a password for measuring only';
  const first = await services.agents.addAccount({
    login: 'agent-0',
    name,
    role: 'agent',
    capacity,
    password,
  });
  const { rows } = await sql<{ id: AgentId }>`with copies as (insert into agents
    select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'login', 'agent-' || n))).*
    from agents a, generate_series(1, ${claimers * agentsEach - 1}) n where a.id = ${first} returning id)
    select ${first}::uuid as id union all select id from copies`.execute(databaseOf().db);
  const all = rows.map(
    ({ id: agentId }): AgentActor => ({ kind: 'agent', agentId, role: 'agent', sessionId: newId() }),
  );
  for (let at = 0; at < claimers; at += 1) agents.push(all.slice(at * agentsEach, (at + 1) * agentsEach));
}

/** One conversation waits by the way that customers go; the others are its copies, so that 100,000 take seconds. Exactly so many wait afterwards. */
async function fill(services: Services, waiting: number): Promise<void> {
  const { db } = databaseOf();
  const channelId = await services.channels.ownChannel('web');
  const { token } = await services.customers.openSession({ channelId, language: 'zh' });
  const session = await services.customers.readSession(token);
  if (session === null) throw new Error('A session that was just opened is gone');
  const { id: sessionId, customerId, identityId } = session;
  const { conversation } = await services.conversations.receiveMessage({
    identityId,
    channelId,
    text: '转人工',
  });
  const actor = { kind: 'customer', customerId, sessionId, channelId, identityId } as const;
  if (conversation.state === 'bot')
    await services.handoff.requestByCustomer({
      actor,
      key: { authorKey: authorKey(actor), clientId: newId(), fingerprint: Buffer.alloc(32) },
    });
  await sql`delete from handoffs where conversation_id in (select id from conversations where state = 'waiting' and id <> ${conversation.id})`.execute(
    db,
  );
  await sql`update conversations set state = 'closed', closed_at = now(), urgency = null where state = 'waiting' and id <> ${conversation.id}`.execute(
    db,
  );
  // What the agents have, they are done with.
  await sql`update conversations set state = 'closed', closed_at = now(), owner_id = null where owner_id is not null`.execute(
    db,
  );
  await sql`create temporary table copies as select gen_random_uuid() as id, n from generate_series(2, ${waiting}) n`.execute(
    db,
  );
  await sql`insert into conversations select (jsonb_populate_record(c, jsonb_build_object('id', copies.id, 'waiting_since', c.waiting_since + copies.n * interval '1 ms'))).*
    from conversations c, copies where c.id = ${conversation.id}`.execute(db);
  await sql`insert into handoffs select (jsonb_populate_record(h, jsonb_build_object('id', gen_random_uuid(), 'conversation_id', copies.id))).*
    from handoffs h, copies where h.conversation_id = ${conversation.id}`.execute(db);
  await sql`drop table copies`.execute(db);
  await sql`vacuum analyze conversations, handoffs`.execute(db);
}

/** Each claimer takes the next of the queue as soon as it has the one before. */
async function claimAll(services: Services, terms: { claimers: number; seconds: number }): Promise<ClaimRun> {
  const seen = new Set<string>();
  const times: number[] = [];
  let doubled = 0;
  let refused = 0;
  const from = performance.now();
  const until = from + terms.seconds * 1000;
  async function claimOn(floor: readonly AgentActor[]): Promise<void> {
    for (let turn = 0; performance.now() < until; turn += 1) {
      const actor = floor[turn % floor.length] as AgentActor;
      const key = { authorKey: authorKey(actor), clientId: newId<never>(), fingerprint: Buffer.alloc(32) };
      const began = performance.now();
      try {
        const { conversation } = await services.assignment.next({ actor, key });
        if (conversation === null) return;
        times.push(Math.round((performance.now() - began) * 1000));
        if (seen.has(conversation.id)) doubled += 1;
        seen.add(conversation.id);
      } catch (error) {
        if (!(error instanceof Fault) || error.error.code !== 'conflict') throw error;
        refused += 1;
        return;
      }
    }
  }
  await Promise.all(
    Array.from({ length: terms.claimers }, (_, at) => claimOn(agents[at % agents.length] ?? [])),
  );
  const seconds = (performance.now() - from) / 1000;
  return { timesUs: Int32Array.from(times), seconds, claimed: times.length, doubled, refused };
}

/** One session, one prepared statement that changes one row, committed each time, one after the other: how many a second. */
async function timeCommits(seconds: number): Promise<number> {
  const session = new Client({ connectionString: databaseUrl, options: '-c synchronous_commit=on' });
  await session.connect();
  await session.query('create table if not exists single_row (id int primary key, n int not null)');
  await session.query('insert into single_row values (1, 0) on conflict do nothing');
  let commits = 0;
  const from = performance.now();
  while (performance.now() - from < seconds * 1000) {
    await session.query({ name: 'bump', text: 'update single_row set n = n + 1 where id = $1', values: [1] });
    commits += 1;
  }
  const rate = commits / ((performance.now() - from) / 1000);
  await session.end();
  return rate;
}
