import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ConversationId } from '#shared/domain/ids';
import { type AgentRequestName, agentRequests } from '#shared/protocol/agent-requests';
import { customerRequests } from '#shared/protocol/customer-requests';
import { agentMatrix, customerMatrix, routeMatrix } from '../../backend/modules/access/index.ts';
import { PASSWORD, startBackend, type TestBackend } from '../support/backend.ts';
import { type AgentClient, type CustomerClient, clientId, connectAgent, signIn } from '../support/clients.ts';
import { sendRaw } from '../support/raw-http.ts';
import { SOON } from '../support/soon.ts';
import { type Objects, validAgentInputs } from '../support/valid-inputs.ts';

/** Rule T1, case A1: every row of the matrix, tried with every role on objects of all standings. */

let backend: TestBackend;
const staff: Record<string, AgentClient> = {};
let owned: Objects;
let waiting: Objects;
let withBot: Objects;

beforeAll(async () => {
  backend = await startBackend();
  await signInAgain();
  owned = await converse('agent');
  waiting = await converse('waiting');
  withBot = await converse('bot');
});
afterAll(() => backend.stop());

/** New sockets, so that how much one may ask in a second is not what is tried. */
async function signInAgain(): Promise<void> {
  for (const login of ['lin', 'chen', 'wang', 'admin']) {
    staff[login]?.close();
    staff[login] = await connectAgent(backend.url, await signIn(backend.url, login, PASSWORD));
  }
}

function as(login: string): AgentClient {
  return staff[login] ?? expect.fail(`${login} is not signed in`);
}

/** A conversation in the given state; where an agent has it, it is Lin. */
async function converse(state: 'bot' | 'waiting' | 'agent'): Promise<Objects> {
  const customer: CustomerClient = await backend.customer();
  const { entry } = await customer.ask('message:send', { clientId: clientId(), text: '你好' });
  const { customerId } = await customer.ask('session:read', {});
  const { conversationId } = entry;
  await backend.idle();
  if (state !== 'bot') await customer.ask('handoff:request', { clientId: clientId() });
  if (state === 'agent') await as('lin').ask('conversation:claim', { clientId: clientId(), conversationId });
  const lin = backend.seeded.agents['lin'] ?? expect.fail('no Lin');
  return { conversationId, customerId, entryId: entry.id, agentId: lin };
}

const naming = (Object.keys(agentMatrix) as AgentRequestName[]).filter(
  (name) => agentMatrix[name].object !== 'none',
);

describe('T1 the matrix', () => {
  it('has a row for every request of both namespaces, and none for what does not exist', () => {
    expect(Object.keys(agentMatrix).toSorted()).toEqual(Object.keys(agentRequests).toSorted());
    expect(Object.keys(customerMatrix).toSorted()).toEqual(Object.keys(customerRequests).toSorted());
  });

  it('names an object in every row of a request that takes one', () => {
    const named = (Object.keys(agentMatrix) as AgentRequestName[]).filter((name) => {
      const input = validAgentInputs(owned)[name];
      return 'conversationId' in input || 'customerId' in input;
    });
    expect(named.filter((name) => name !== 'conversation:leave')).toEqual(naming);
  });
});

describe('T1 A1 what one may not know of looks as if it were not', () => {
  it.each(naming)('%s', async (name) => {
    await signInAgain();
    const nothing: Objects = {
      conversationId: clientId() as never,
      customerId: clientId() as never,
      entryId: clientId() as never,
      agentId: owned.agentId,
    };
    const missing = await as('chen').refusal(name, validAgentInputs(nothing)[name]);
    expect(missing.code).toBe('not-found');
    // Another agent's conversation, and one that is still the bot's.
    for (const foreign of [owned, withBot]) {
      const refused = await as('chen').refusal(name, validAgentInputs(foreign)[name]);
      // Who is too late to a claim learns who was faster (rule H3); all else looks as if it were not.
      if (name === 'conversation:claim' && foreign === owned) expect(refused.code).toBe('already-taken');
      else expect(refused).toEqual(missing);
    }
  });

  it('A1 an entry named with somebody else’s conversation is not there', async () => {
    const input = {
      clientId: clientId(),
      conversationId: waiting.conversationId,
      entryId: owned.entryId,
      label: 'neutral',
    };
    expect(await as('chen').refusal('mood:correct', input)).toMatchObject({
      code: 'not-found',
      field: 'entryId',
    });
  });

  it('A1 a customer’s past is not read through a conversation of another', async () => {
    const input = { customerId: waiting.customerId, olderThan: owned.conversationId };
    expect(await as('chen').refusal('customer:timeline', input)).toMatchObject({
      code: 'not-found',
      field: 'olderThan',
    });
  });
});

describe('T1 what each role may see', () => {
  const seen = async (login: string, { conversationId }: Objects): Promise<boolean> => {
    const page = as(login).ask('conversation:open', { conversationId });
    return await page.then(
      () => true,
      () => false,
    );
  };
  it.each([
    ['lin', { owned: true, waiting: true, withBot: false }],
    ['chen', { owned: false, waiting: true, withBot: false }],
    ['wang', { owned: true, waiting: true, withBot: true }],
    ['admin', { owned: true, waiting: true, withBot: true }],
  ])('%s', async (login, expected) => {
    const found = {
      owned: await seen(login, owned),
      waiting: await seen(login, waiting),
      withBot: await seen(login, withBot),
    };
    expect(found).toEqual(expected);
  });
});

describe('A2 access taken away during a stream', () => {
  it('ends what the socket hears within a second, in every transition', async () => {
    await signInAgain();
    const stream = await converse('waiting');
    const { conversationId } = stream;
    const customer = await customerOf(stream);
    await as('chen').ask('conversation:open', { conversationId });
    await as('lin').ask('conversation:claim', { clientId: clientId(), conversationId });
    await vi.waitFor(() => expect(removedFor('chen')).toContain(conversationId), SOON);
    const before = as('chen').heard('entry:appended').length;
    await customer();
    await vi.waitFor(() => expect(last(as('lin'), conversationId)).toBe('still here'), SOON);
    expect(as('chen').heard('entry:appended').slice(before)).toEqual([]);
    expect(
      as('chen')
        .heard('workspace:changed')
        .filter((event) =>
          event.conversations.some(({ id, state }) => id === conversationId && state === 'agent'),
        ),
    ).toEqual([]);
  });

  it('a deactivated account’s sockets are told and cut', async () => {
    await signInAgain();
    const cut = new Promise((resolve) => as('chen').socket.once('disconnect', resolve));
    await backend.services.agents.deactivate(backend.seeded.agents['chen'] ?? expect.fail('no Chen'));
    await cut;
    expect(as('chen').heard('session:ended')).toEqual([{ reason: 'deactivated' }]);
    await expect(signIn(backend.url, 'chen', PASSWORD)).rejects.toMatchObject({
      error: { code: 'unauthenticated' },
    });
  });

  function removedFor(login: string): ConversationId[] {
    return as(login)
      .heard('workspace:changed')
      .flatMap((event) => event.removed.map(({ id }) => id));
  }

  function last(client: AgentClient, conversationId: ConversationId): string | undefined {
    const entries = client
      .heard('entry:appended')
      .filter((event) => event.conversationId === conversationId)
      .flatMap((event) => event.entries);
    const body = entries.findLast((entry) => entry.body.type === 'message')?.body;
    return body?.type === 'message' && body.content.type === 'text' ? body.content.text : undefined;
  }

  /** Says something more as that customer. */
  async function customerOf({ conversationId }: Objects): Promise<() => Promise<void>> {
    const row = await backend.database.db
      .selectFrom('conversations')
      .select(['identity_id', 'channel_id'])
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow();
    return async () => {
      await backend.services.conversations.receiveMessage({
        identityId: row.identity_id,
        channelId: row.channel_id,
        text: 'still here',
      });
    };
  }
});

describe('T1 HTTP routes', () => {
  const protectedRoutes = Object.entries(routeMatrix).filter(([, access]) => access !== 'anyone');
  it.each(protectedRoutes)('%s is closed to who bears nothing', async (route) => {
    const [method = '', path = ''] = route.replace(':noun/:verb', 'session/read').split(' ');
    const { status } = await sendRaw(backend.url, {
      method,
      path,
      ...(method === 'POST' ? { body: {} } : {}),
    });
    expect([401, 404]).toContain(status);
  });
});
