import fc from 'fast-check';
import { sql } from 'kysely';
import { Client } from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ConversationId } from '#shared/domain/ids';
import type { Conversation } from '../../backend/modules/conversations/index.ts';
import type { CustomerActor } from '../../backend/runtime/actor.ts';
import type { CommandKey } from '../../backend/runtime/command.ts';
import { command, type Floor, logOf, on, openFloor, speak, waitingCustomer } from './floor.ts';

/** What many write at the same moment is committed together: as if one had come after the other, and nobody pays for another's fault. */

/** Customers of whom each has an open conversation, so that what they say goes the fast way. */
async function openConversations(floor: Floor, count: number) {
  const customers = await Promise.all(Array.from({ length: count }, () => floor.addCustomer()));
  return await Promise.all(
    customers.map(async (customer) => {
      const { conversation } = await speak(floor, customer, '在吗');
      return { customer, id: conversation.id };
    }),
  );
}

function say(floor: Floor, customer: CustomerActor, said: string | { text: string; key: CommandKey }) {
  const { identityId, channelId } = customer;
  const { text, key } = typeof said === 'string' ? { text: said, key: command(customer, said) } : said;
  return floor.conversations.receiveMessage({ identityId, channelId, text, key });
}

/** What a conversation is apart from its names: by whom, when and under which ids it came to be. */
function substance(row: Conversation | null) {
  if (row === null) throw new Error('There is no such conversation');
  const { mood, worstScore, unread, seq, customerSeq, version, state, firstLine, last, hasAskedForPerson } =
    row;
  return { mood, worstScore, unread, seq, customerSeq, version, state, firstLine, last, hasAskedForPerson };
}

function textsOf(log: Awaited<ReturnType<typeof logOf>>): string[] {
  return log.flatMap(({ body }) =>
    body.type === 'message' && body.content.type === 'text' ? [body.content.text] : [],
  );
}

/** The log is dense, and whoever says the same in its order, each word after the last one's answer, comes to the same conversation. */
async function expectAsSaidInTurn(floor: Floor, serial: Floor, id: ConversationId): Promise<void> {
  const log = await logOf(floor, id);
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_entry, index) => index + 1));
  const again = await serial.addCustomer();
  for (const text of textsOf(log)) await speak(serial, again, text);
  const copy = await serial.store.conversations.findCurrentOf(again.customerId);
  expect(substance(await floor.store.conversations.find(id))).toEqual(substance(copy));
}

const WORDS = ['在吗', '我要投诉！', '谢谢', '转人工', 'Where is my parcel?', '还没到，气死我了', 'ok 👍'];

describe('what is committed together', () => {
  it('D1 D2 D3 is what some order of one after the other would have made of it', async () => {
    const burst = fc.array(
      fc.record({ who: fc.nat(3), word: fc.nat(WORDS.length - 1), isTwice: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 20,
      },
    );
    const floor = await openFloor();
    const serial = await openFloor();
    await fc.assert(
      fc.asyncProperty(fc.array(burst, { minLength: 1, maxLength: 2 }), async (bursts) => {
        floor.facts.length = 0;
        floor.jobs.length = 0;
        const open = await openConversations(floor, 4);
        for (const [round, parts] of bursts.entries()) {
          const sent = parts.flatMap(({ who, word, isTwice }, index) => {
            const { customer } = open[who] as (typeof open)[number];
            const text = `${WORDS[word]} ${round}.${index}`;
            const key = command(customer, text);
            const send = () => say(floor, customer, { text, key });
            return isTwice ? [send(), send()] : [send()];
          });
          await Promise.all(sent);
        }
        await Promise.all(open.map(({ id }) => expectAsSaidInTurn(floor, serial, id)));
        const told = floor.facts.filter((fact) => fact.type === 'conversation-changed');
        const spoken = bursts.flat().length + open.length;
        expect(told).toHaveLength(spoken);
        expect(floor.jobs).toHaveLength(spoken);
      }),
      { numRuns: 4 },
    );
  });

  it('D2 takes no transaction of its own for a message in an open conversation, for the claim, and for the answer', async () => {
    const floor = await openFloor();
    const { customer, conversationId } = await waitingCustomer(floor);
    const agent = await floor.addAgent();
    floor.transactions.begun = 0;
    await say(floor, customer, '还在吗');
    await floor.handoff.claim(on(agent, conversationId));
    await floor.conversations.sendMessage({ ...on(agent, conversationId), text: '您好', seenSeq: null });
    expect(floor.transactions.begun).toBe(0);
    expect(textsOf(await logOf(floor, conversationId)).slice(1)).toEqual(['还在吗', '您好']);
    const { rows } =
      await sql`select agent_id, claimed_at = first_response_at as at_once from handoffs`.execute(floor.db);
    expect(rows).toEqual([{ agent_id: agent.agentId, at_once: true }]);
  });

  it('D2 D7 an answer of who has seen all is one statement: whose name it bears and that nothing more was said stand in the conversation', async () => {
    const floor = await openFloor();
    const { customer, conversationId } = await waitingCustomer(floor);
    const agent = await floor.addAgent();
    const { conversation } = await floor.handoff.claim(on(agent, conversationId));
    const answer = (seenSeq: number) =>
      floor.conversations.sendMessage({ ...on(agent, conversationId), text: '您好', seenSeq });
    const asked = vi.spyOn(Client.prototype, 'query');
    onTestFinished(() => asked.mockRestore());
    const { entry } = await answer(conversation.seq);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(entry.author).toEqual({ kind: 'agent', agentId: agent.agentId, name: conversation.owner?.name });
    await say(floor, customer, '还有一件事');
    await expect(answer(entry.seq)).rejects.toMatchObject({ error: { code: 'stale-view' } });
  });

  it('D3 keeps what one customer says without waiting for answers in the order in which they said it', async () => {
    const floor = await openFloor();
    const customers = await Promise.all(Array.from({ length: 4 }, () => floor.addCustomer()));
    const texts = Array.from({ length: 25 }, (_, at) => `第 ${at} 句`);
    await Promise.all(texts.flatMap((text) => customers.map((customer) => say(floor, customer, text))));
    for (const { customerId } of customers) {
      const { id } = (await floor.store.conversations.findCurrentOf(customerId)) ?? expect.fail('none');
      expect(textsOf(await logOf(floor, id))).toEqual(texts);
    }
  });

  it('D1 keeps one of fifty parallel duplicates within a running conversation, and refuses the same id with other words', async () => {
    const floor = await openFloor();
    const [one] = await openConversations(floor, 1);
    const { customer, id } = one as NonNullable<typeof one>;
    const key = command(customer, '一');
    const other = { ...command(customer, '二'), clientId: key.clientId };
    const same = Array.from({ length: 50 }, () => say(floor, customer, { text: '一', key }));
    const answers = await Promise.all(same);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    await expect(say(floor, customer, { text: '二', key: other })).rejects.toMatchObject({
      error: { code: 'reused-client-id' },
    });
    expect(textsOf(await logOf(floor, id))).toEqual(['在吗', '一']);
  });

  it('D2 one that the database refuses takes nobody with it', async () => {
    const floor = await openFloor();
    const open = await openConversations(floor, 20);
    const outcomes = await Promise.allSettled(
      open.map(({ customer }, index) => say(floor, customer, index === 7 ? 'a\u0000b' : `第 ${index} 句`)),
    );
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(
      open.map((_one, index) => index !== 7),
    );
    for (const [index, { id }] of open.entries()) {
      expect(textsOf(await logOf(floor, id))).toEqual(index === 7 ? ['在吗'] : ['在吗', `第 ${index} 句`]);
    }
  });

  it('D2 one whose conversation is held by somebody else holds up nobody else', async () => {
    const floor = await openFloor();
    const [held, free] = await openConversations(floor, 2);
    if (!held || !free) throw new Error('Nobody is there');
    const holder = await sessionOn(floor);
    await holder.query('begin');
    await holder.query('select from conversations where id = $1 for update', [held.id]);
    const waits = say(floor, held.customer, '一');
    await say(floor, free.customer, '二');
    expect(textsOf(await logOf(floor, held.id))).toEqual(['在吗']);
    await holder.query('commit');
    await waits;
    expect(textsOf(await logOf(floor, held.id))).toEqual(['在吗', '一']);
  });

  it('D1 D2 after sessions that are cut in the middle of commits everything acknowledged is there, and all of it once when it is sent again', async () => {
    const floor = await openFloor();
    const open = await openConversations(floor, 12);
    const killer = await sessionOn(floor);
    const wanted = Array.from({ length: 240 }, (_one, index) => {
      const { customer, id } = open[index % open.length] as (typeof open)[number];
      return { customer, id, text: `第 ${index} 句`, key: command(customer, index) };
    });
    const cut = async () => {
      for (let round = 0; round < 6; round += 1) {
        await killer.query(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`);
      }
    };
    const [outcomes] = await Promise.all([
      Promise.allSettled(wanted.map(({ customer, text, key }) => say(floor, customer, { text, key }))),
      cut(),
    ]);
    const stored = new Set((await Promise.all(open.map(({ id }) => logOf(floor, id)))).flatMap(textsOf));
    for (const [index, { status }] of outcomes.entries())
      if (status === 'fulfilled') expect(stored).toContain(wanted[index]?.text);
    for (const { customer, text, key } of wanted) await say(floor, customer, { text, key });
    for (const { id } of open) {
      const log = await logOf(floor, id);
      const expected = wanted.filter((one) => one.id === id).map(({ text }) => text);
      expect(textsOf(log).toSorted()).toEqual(['在吗', ...expected].toSorted());
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_entry, index) => index + 1));
    }
  });

  it('D3 keeps what an agent says at once in a conversation that this node has not seen in the order in which it was said', async () => {
    const floor = await openFloor();
    const node = await openFloor({ beside: floor });
    const agent = await floor.addAgent();
    const texts = Array.from({ length: 12 }, (_, at) => `第 ${at} 句`);
    for (let round = 0; round < 12; round += 1) {
      const { conversationId } = await waitingCustomer(floor);
      await floor.handoff.claim(on(agent, conversationId));
      const before = textsOf(await logOf(floor, conversationId)).length;
      const send = (text: string) =>
        node.conversations.sendMessage({ ...on(agent, conversationId, text), text, seenSeq: null });
      await Promise.all(texts.map(send));
      expect(textsOf(await logOf(floor, conversationId)).slice(before)).toEqual(texts);
    }
  });

  it('D3 H3 two nodes that write to the same conversations at once number densely, and one of them gets the claim', async () => {
    const here = await openFloor();
    const there = await openFloor({ beside: here });
    for (let round = 0; round < 10; round += 1) {
      const { customer, conversationId } = await waitingCustomer(here);
      const agents = await Promise.all([here.addAgent(), there.addAgent()]);
      const claims = agents.map((agent, index) =>
        [here, there][index]?.handoff.claim(on(agent, conversationId)),
      );
      const spoken = [here, there, here, there].map((floor, index) => say(floor, customer, `第 ${index} 句`));
      const [won] = await Promise.all([Promise.allSettled(claims), Promise.all(spoken)]);
      expect(won.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const log = await logOf(here, conversationId);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_entry, index) => index + 1));
      expect(await here.store.conversations.find(conversationId)).toMatchObject({ seq: log.length });
    }
  });

  it('D12 I2 who speaks is whose the identity is now, not whose it was when the conversation was last written', async () => {
    const floor = await openFloor();
    const [one] = await openConversations(floor, 1);
    const { customer, id } = one as NonNullable<typeof one>;
    const other = await floor.addCustomer();
    await sql`update identities set customer_id = ${other.customerId} where id = ${customer.identityId}`.execute(
      floor.db,
    );
    const { conversation } = await say(floor, customer, '二');
    expect(conversation).toMatchObject({ customer: { id: other.customerId } });
    expect(textsOf(await logOf(floor, id))).toEqual(['在吗']);
  });
});

async function sessionOn({ databaseUrl }: Floor): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}
