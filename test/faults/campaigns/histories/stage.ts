import { isDeepStrictEqual } from 'node:util';
import type { ConversationId } from '#shared/domain/ids';
import type { Result } from '#shared/protocol/errors';
import { PASSWORD, startBackend, type TestBackend } from '../../../support/backend.ts';
import { numberOf, type Told } from '../../checker/history.ts';
import { openCustomer } from '../clients/pair.ts';
import { signInAgent } from '../clients/sign-in.ts';
import { createSpeaker, type Speaker } from '../clients/speaker.ts';
import { openDesk } from './desk.ts';
import { type Cast, CUSTOMER, clear, judge, type Member } from './judging.ts';
import type { Deed, Staff, Talk } from './model.ts';
import type { Reviser, Said } from './revising.ts';
import { readSaid } from './said.ts';

/** A real backend with casts who take turns, so that nobody asks more than a session may. */
export type Stage = { backend: TestBackend; begin(): Promise<Play>; stop(): Promise<void> };

/** One history on the stage. */
export type Play = {
  /** What came of a deed on the customer's conversation of this number, the first being 0. */
  act(deed: Deed, number: number): Promise<Result<unknown>>;
  /** The customer says something, takes it back at once, or asks for a person. */
  say(): Promise<void>;
  regret(): Promise<Result<unknown> | null>;
  wish(): Promise<void>;
  /** What came of an edit or a recall. `isAlone`: nothing else happens, and asked once more under the same id it must get the same answer. */
  revise(reviser: Reviser, message: Said, isAlone: boolean): Promise<Result<unknown>>;
  /** All that was said, as the server has it. */
  messages(): Promise<Said[]>;
  /** More than two minutes pass for all that was said. */
  pass(): Promise<void>;
  /** The conversations as the server has them, in the order in which they were begun. Waits until the bot has had its say. */
  read(): Promise<Talk[]>;
  /** Somebody is cut off, and comes back by themselves. */
  disconnect(who: Staff | 'customer'): void;
  sync(who: Staff): Promise<void>;
  /** Judges the history and leaves an empty stage; how many revisions there were. Throws with everything that is wrong. */
  end(): Promise<number>;
};

const CASTS = 8;

/** Starts a backend on the database, with everybody signed in. */
export async function openStage(databaseUrl: string): Promise<Stage> {
  const ids: string[] = [];
  const backend = await startBackend({
    databaseUrl,
    isSeeding: true,
    environment: { BATON_TRUSTED_PROXIES: '1' },
    async prepare({ agents }) {
      for (let number = 0; number < CASTS * 3; number += 1) {
        const login = `member${number}`;
        const role = number % 3 === 2 ? 'lead' : 'agent';
        const name = { zh: login, en: login };
        ids.push(await agents.addAccount({ login, name, role, capacity: 100, password: PASSWORD }));
      }
    },
  });
  await addCause(backend);
  const members = await Promise.all(
    ids.map(async (id, number) => {
      const account = { login: `member${number}`, password: PASSWORD };
      return { id, desk: openDesk(backend.port, await signInAgent(() => backend.port, number + 1, account)) };
    }),
  );
  const casts = Array.from({ length: CASTS }, (_, at) => members.slice(at * 3, at * 3 + 3) as Cast);
  let turn = 0;
  return {
    backend,
    begin() {
      turn += 1;
      return beginPlay(backend, casts[turn % CASTS] as Cast);
    },
    async stop() {
      for (const { desk } of members) desk.line.close();
      await backend.stop();
    },
  };
}

async function addCause({ database }: TestBackend): Promise<void> {
  await database.pool.query(
    `insert into causes (code, parent_code, name, position) values ('quality', null, '{"zh":"质量","en":"Quality"}', 1)`,
  );
}

async function beginPlay(backend: TestBackend, members: Cast): Promise<Play> {
  const told: Told[] = [];
  const recorder = { tell: (one: Told) => void told.push(one), close: () => undefined };
  const books = { recorder, waits: [] };
  const { customers, channels } = backend.services;
  const { token } = await customers.openSession({ channelId: await channels.ownChannel('web') });
  const customer = openCustomer({ client: CUSTOMER, port: backend.port, token, books });
  for (const { desk } of members) desk.clear();
  const numbers = new Map(members.map(({ id }, index) => [id, index + 1]));
  const speakers = members.map((_member, index) => createSpeaker(index + 1, recorder, books.waits));
  const { pool } = backend.database;
  const wrongs: string[] = [];

  async function rows(): Promise<Row[]> {
    const order = `select id, state, owner_id, offered_to, offered_by, closed_by from conversations order by opened_at, id`;
    return (await pool.query<Row>(order)).rows;
  }

  async function command(deed: Deed, conversationId: string): Promise<Result<unknown>> {
    const { by, to, name } = deed;
    const { line } = members[by].desk;
    const toAgentId = members[to].id;
    const disposition = { outcome: 'solved', causeCode: 'quality' };
    switch (name) {
      case 'claim':
        return await claim(deed, conversationId);
      case 'transfer':
        return await line.command('conversation:transfer', { conversationId, toAgentId });
      case 'take-over':
        return await line.command('conversation:take-over', { conversationId, fromAgentId: toAgentId });
      case 'accept':
      case 'decline':
        return await line.command(`offer:${name}`, { conversationId });
      case 'return':
        return await line.command('conversation:return', { conversationId, outcome: 'solved' });
      case 'close':
        return await line.command('conversation:close', { conversationId, disposition });
      case 'reply':
        return await reply(by, conversationId);
      case 'note':
        return await line.command('note:add', { conversationId, text: '备注' });
      case 'release':
      case 'reopen':
        return await line.command(`conversation:${name}`, { conversationId });
      case 'expire':
        return await expire(conversationId);
      case 'vanish':
        return await vanish(members[by]);
    }
  }

  async function claim({ by }: Deed, conversationId: string): Promise<Result<unknown>> {
    const from = Date.now();
    const answer = await members[by].desk.line.command('conversation:claim', { conversationId });
    const owner = answer.ok ? by + 1 : numbers.get(ownerOf(answer.error.details) ?? '');
    const conversation = numberOf(conversationId);
    if (owner !== undefined)
      recorder.tell({ type: 'claimed', client: by + 1, conversation, owner, from, until: Date.now() });
    return answer;
  }

  async function reply(by: Staff, conversationId: string): Promise<Result<unknown>> {
    const input = { conversationId, seenSeq: null };
    return await (speakers[by] as Speaker).say({ line: members[by].desk.line, input });
  }

  async function revise({ name, by }: Reviser, message: Said, isAlone: boolean): Promise<Result<unknown>> {
    const { id: entryId, n } = message;
    const asked = { name: '', input: {} };
    const onAsked = (request: string, input: object) => Object.assign(asked, { name: request, input });
    const line = by === 'customer' ? customer.line : members[by].desk.line;
    const answer =
      by === 'customer'
        ? await customer.recall({ entryId, n }, onAsked)
        : await (speakers[by] as Speaker).revise({
            ...{ line, name, entryId, n, onAsked },
            input: { conversationId: (await rows())[message.talk]?.id },
          });
    if (answer === null) throw new Error('There was nothing to revise');
    if (!isAlone || !answer.ok) return answer;
    const again = await line.ask(asked.name, asked.input);
    if (!isDeepStrictEqual(again, answer))
      wrongs.push(
        `${name} of ${entryId} by ${by} was answered ${JSON.stringify(answer)}, then ${JSON.stringify(again)}`,
      );
    return answer;
  }

  /** A minute passes for the offer alone. */
  async function expire(conversationId: string): Promise<Result<unknown>> {
    const { rows } = await pool.query<{ offer_expires_at: Date | null }>(
      'select offer_expires_at from conversations where id = $1',
      [conversationId],
    );
    await backend.services.handoff.expireOffer({
      conversationId: conversationId as ConversationId,
      expiresAt: rows[0]?.offer_expires_at?.toISOString() ?? '',
    });
    return { ok: true, data: {} };
  }

  /** The line is lost for longer than grace and lease, and then back. */
  async function vanish({ id }: Member): Promise<Result<unknown>> {
    const set = 'update agents set presence = $2, presence_at = $3 where id = $1';
    const presence = 'select 1 from agents where id = $1 and presence = $2';
    let at: Date;
    // Who was cut off just before may come back at this very moment, and then has not vanished.
    do {
      at = new Date();
      await pool.query(set, [id, 'offline', at]);
      await backend.services.handoff.releaseVanishedAgent(id as never, at.toISOString());
    } while ((await pool.query(presence, [id, 'offline'])).rowCount === 0);
    await pool.query(set, [id, 'online', at]);
    return { ok: true, data: {} };
  }

  function staffOf(id: string | null): Staff | null {
    return id === null ? null : (((numbers.get(id) ?? 0) - 1) as Staff);
  }

  function talkOf(row: Row): Talk {
    const [to, from] = [staffOf(row.offered_to), staffOf(row.offered_by)];
    return {
      state: row.state,
      owner: staffOf(row.owner_id),
      offer: to === null || from === null ? null : { to, from },
      closer: staffOf(row.closed_by),
    };
  }

  return {
    async act(deed, number) {
      const row = (await rows())[number];
      if (row === undefined) throw new Error(`There is no conversation ${number}`);
      return await command(deed, row.id);
    },
    say: () => customer.say(),
    async regret() {
      await customer.say();
      return await customer.recall();
    },
    revise,
    messages: () => readSaid(backend, staffOf),
    async pass() {
      // How old a message is says when the database took the command that brought it.
      await pool.query(`update commands set at = at - interval '121 seconds'`);
    },
    async wish() {
      await customer.line.command('handoff:request', {});
    },
    async read() {
      let now = await rows();
      if (now.some(({ state }) => state === 'bot')) {
        await backend.idle();
        now = await rows();
      }
      return now.map(talkOf);
    },
    disconnect: (who) => (who === 'customer' ? customer.line : members[who].desk.line).vanish(1),
    sync: (who) => members[who].desk.catchUp(),
    async end() {
      await backend.idle();
      const judged = await judge({ backend, members, numbers, told, customer });
      wrongs.push(...judged.wrongs);
      customer.line.close();
      await clear(backend);
      if (wrongs.length > 0) throw new Error(wrongs.join('\n'));
      return judged.revisions;
    },
  };
}

type Row = {
  id: string;
  state: Talk['state'];
  owner_id: string | null;
  offered_to: string | null;
  offered_by: string | null;
  closed_by: string | null;
};

function ownerOf(details: Record<string, unknown> | undefined): string | undefined {
  return (details?.['owner'] as { id?: string } | undefined)?.id;
}
