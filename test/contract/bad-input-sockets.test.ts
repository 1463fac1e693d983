import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { entryIdSchema } from '#shared/domain/ids';
import { agentRequests } from '#shared/protocol/agent-requests';
import { customerRequests } from '#shared/protocol/customer-requests';
import { type ProtocolError, protocolErrorSchema } from '#shared/protocol/errors';
import { PASSWORD, startBackend, type TestBackend } from '../support/backend.ts';
import {
  type AgentClient,
  type CustomerClient,
  clientId,
  connectAgent,
  connectionRefusal,
  openSession,
  signIn,
} from '../support/clients.ts';
import { fingerprintDatabase } from '../support/database-fingerprint.ts';
import { sendRaw } from '../support/raw-http.ts';
import { SOON } from '../support/soon.ts';
import { type Objects, spoil, validAgentInputs, validCustomerInputs } from '../support/valid-inputs.ts';

/** Bad input at every door (rule T3): a typed error that names the field, and nothing changed. */

let backend: TestBackend;
let linToken: string;
let lin: AgentClient;
let customer: CustomerClient;
let other: CustomerClient;
let objects: Objects;

beforeAll(async () => {
  backend = await startBackend({ hasShop: true });
  customer = await connectKnownCustomer();
  other = await backend.customer();
  lin = await signInLin();
  const { entry } = await customer.ask('message:send', { clientId: clientId(), text: '我要转人工' });
  await vi.waitFor(() => expect(lin.heard('workspace:changed')).not.toHaveLength(0), SOON);
  const { conversation } = await lin.ask('conversation:claim', {
    clientId: clientId(),
    conversationId: entry.conversationId,
  });
  objects = {
    conversationId: conversation.id,
    customerId: conversation.customer.id,
    entryId: entry.id,
    agentId: conversation.owner?.id ?? backend.seeded.agents['lin'] ?? expect.fail('no agent'),
  };
  await backend.idle();
});
afterAll(() => backend.stop());

async function signInLin(): Promise<AgentClient> {
  linToken = await signIn(backend.url, 'lin', PASSWORD);
  return await connectAgent(backend.url, linToken);
}

async function connectKnownCustomer(): Promise<CustomerClient> {
  const identityToken = await backend.identityToken('known-1');
  return await backend.customer(await openSession(backend.url, { identityToken }));
}

async function unchanged(work: () => Promise<void>): Promise<void> {
  const before = await fingerprintDatabase(backend.database);
  await work();
  expect(await fingerprintDatabase(backend.database)).toEqual(before);
}

function expectNamed(error: ProtocolError, field: string | null, how: string): void {
  expect(protocolErrorSchema.safeParse(error).success, how).toBe(true);
  expect(error.code, how).toBe('invalid-input');
  if (field !== null) expect(error.field?.split('.')[0] ?? '', `${how}: ${error.message}`).toBe(field);
}

// A new session for each test below: how much one may ask in a second is not what is tried here.

describe('T3 spoiled inputs over the agents’ socket', () => {
  beforeEach(async () => {
    lin.close();
    lin = await signInLin();
  });

  it.each(Object.keys(agentRequests))('%s', async (name) => {
    const valid = validAgentInputs(objects)[name as keyof typeof agentRequests];
    await unchanged(async () => {
      for (const { how, input, field } of spoil(valid)) {
        expectNamed(await lin.refusal(name, input), field, `${name} with ${how}`);
      }
    });
  });
});

describe('T3 spoiled inputs over the customers’ socket and over HTTP', () => {
  beforeEach(async () => {
    customer.close();
    customer = await connectKnownCustomer();
  });

  it.each(Object.keys(customerRequests))('%s', async (name) => {
    const valid = validCustomerInputs(objects)[name as keyof typeof customerRequests];
    const token = await openSession(backend.url);
    await unchanged(async () => {
      for (const { how, input, field } of spoil(valid)) {
        expectNamed(await customer.refusal(name, input), field, `${name} with ${how}`);
        const path = `/api/customer/${name.replace(':', '/')}`;
        const asked = { method: 'POST', path, body: input, token };
        const { error } = await sendRaw(backend.url, asked);
        expectNamed(error, field, `POST ${path} with ${how}`);
      }
    });
  });
});

describe('T1 what a customer may not know of looks as if it were not', () => {
  const asking: [string, (named: Objects) => object][] = [
    ['entry:list', ({ conversationId }) => ({ conversationId })],
    ['receipt:set', ({ conversationId }) => ({ conversationId, seq: 1, state: 'read' })],
    ['card:act', ({ entryId }) => ({ clientId: clientId(), entryId, action: 'buy' })],
  ];
  it.each(asking)('%s', async (name, input) => {
    const unknown = {
      ...objects,
      conversationId: clientId() as never,
      entryId: entryIdSchema.parse(clientId()),
    };
    await unchanged(async () => {
      const foreign = await other.refusal(name, input(objects));
      const missing = await other.refusal(name, input(unknown));
      expect(foreign).toEqual(missing);
      expect(foreign.code).toBe('not-found');
      expect(foreign.field).toMatch(/^(conversationId|entryId)$/);
    });
  });
});

describe('T3 things that are no request', () => {
  it.each(['nothing:here', 'error', '__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])(
    'the event %s gets a typed answer',
    async (name) => {
      await unchanged(async () => {
        expect((await lin.refusal(name, {})).code).toBe('not-found');
        expect((await customer.refusal(name, {})).code).toBe('not-found');
      });
    },
  );

  it('bytes instead of a text are refused by name', async () => {
    const input = { clientId: clientId(), text: Buffer.from('text') };
    expect(await customer.refusal('message:send', input)).toMatchObject({
      code: 'invalid-input',
      field: 'text',
    });
  });

  it('a frame larger than the limit ends the connection, not the server', async () => {
    const victim = await backend.customer(await openSession(backend.url));
    const cut = new Promise((resolve) => victim.socket.once('disconnect', resolve));
    victim.socket.emit('message:send', { clientId: clientId(), text: 'x'.repeat(200_000) });
    await cut;
    expect((await customer.ask('session:read', {})).customerId).toBeTruthy();
  });
});

describe('T3 connections', () => {
  it.each([
    ['no handshake', {}, 'invalid-input', 'protocol'],
    ['a text for the version', { protocol: '1' }, 'invalid-input', 'protocol'],
    ['another version', { protocol: 2, token: 'x' }, 'version-mismatch', 'protocol'],
    ['no token', { protocol: 1 }, 'unauthenticated', undefined],
    ['a wrong token', { protocol: 1, token: 'wrong' }, 'unauthenticated', undefined],
    ['an object for the token', { protocol: 1, token: { $ne: '' } }, 'invalid-input', 'token'],
  ])('%s', async (...[, auth, code, field]) => {
    for (const namespace of ['/agent', '/customer']) {
      const error = await connectionRefusal(`${backend.url}${namespace}`, auth);
      expect(error.code).toBe(code);
      expect(error.field).toBe(field);
    }
  });

  it('the customer’s token opens no console, and the agent’s no chat', async () => {
    const console = await connectionRefusal(`${backend.url}/agent`, { protocol: 1, token: customer.token });
    const chat = await connectionRefusal(`${backend.url}/customer`, { protocol: 1, token: linToken });
    expect([console.code, chat.code]).toEqual(['unauthenticated', 'unauthenticated']);
  });

  it('other namespaces do not exist', async () => {
    expect((await connectionRefusal(backend.url, { protocol: 1 })).code).toBe('not-found');
  });
});
