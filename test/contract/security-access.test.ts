import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ConversationId, CustomerId } from '#shared/domain/ids';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { type AgentClient, type CustomerClient, clientId, openSession } from '../support/clients.ts';

/** Rules T1 and I1, cases A1 and A3: ways round the door by which somebody else's conversation could be read. */

let backend: TestBackend;
let lin: AgentClient;
let chen: AgentClient;
let wang: AgentClient;
beforeAll(async () => {
  backend = await startBackend();
  lin = await backend.agent('lin');
  chen = await backend.agent('chen');
  wang = await backend.agent('wang');
});
afterAll(() => backend.stop());

/** Says it, gets a person, and that person is the agent given. */
async function talkWith(agent: AgentClient, customer: CustomerClient, text: string): Promise<ConversationId> {
  const { entry } = await customer.ask('message:send', { clientId: clientId(), text });
  await backend.idle();
  await customer.ask('handoff:request', { clientId: clientId() });
  await agent.ask('conversation:claim', { clientId: clientId(), conversationId: entry.conversationId });
  return entry.conversationId;
}

async function close(agent: AgentClient, conversationId: ConversationId): Promise<void> {
  const disposition = { outcome: 'solved', causeCode: null, comment: '' } as const;
  await agent.ask('conversation:close', { clientId: clientId(), conversationId, disposition });
}

describe('T1 A1 a customer’s past', () => {
  /** One customer, whose older conversation is running again with Lin, and whose newer one is over and so open to all staff. */
  async function pastThatRuns(): Promise<{
    customerId: CustomerId;
    running: ConversationId;
    over: ConversationId;
  }> {
    const customer = await backend.customer();
    const running = await talkWith(lin, customer, '谢谢小雨，外套很好看');
    await close(lin, running);
    const over = await talkWith(lin, customer, '谢谢，裤子也很好看');
    await close(lin, over);
    await lin.ask('conversation:reopen', { clientId: clientId(), conversationId: running });
    return { customerId: (await customer.ask('session:read', {})).customerId, running, over };
  }

  it('A1 does not show what a colleague is in the middle of, by timeline or by profile', async () => {
    const { customerId, running, over } = await pastThatRuns();
    const timeline = { customerId, olderThan: over, limit: 20 };
    expect(JSON.stringify(await chen.ask('customer:timeline', timeline))).not.toContain(
      '谢谢小雨，外套很好看',
    );
    const { customer } = await chen.ask('customer:read', { customerId });
    expect(customer.conversations.map(({ id }) => id)).toEqual([over]);
    // Who may read it still finds it in both places.
    for (const reader of [lin, wang]) {
      const { conversations } = await reader.ask('customer:timeline', timeline);
      expect(conversations.map(({ conversation }) => conversation.id)).toEqual([running]);
      const profile = (await reader.ask('customer:read', { customerId })).customer;
      expect(profile.conversations.map(({ id }) => id)).toEqual([over, running]);
    }
  });
});

describe('T1 search', () => {
  it('I1 finds by phone and address without telling them: the profile masks them, so does the search', async () => {
    const customer = await backend.customer();
    await talkWith(lin, customer, '你好');
    const { customerId } = await customer.ask('session:read', {});
    const kinds = { phone: '13900004711', email: 'somebody.private@shop.example' };
    for (const [type, value] of Object.entries(kinds)) {
      const identity = {
        id: crypto.randomUUID(),
        customer_id: customerId,
        type: type as 'phone' | 'email',
        channel_id: null,
        value,
        is_verified: true,
        first_seen_at: new Date(),
      };
      await backend.database.db.insertInto('identities').values(identity).execute();
    }
    for (const query of ['13900004711', '4711', 'somebody.private', 'SHOP.EXAMPLE']) {
      const { hits } = await lin.ask('conversation:search', { query });
      expect(hits.map(({ conversation }) => conversation.customer.id)).toEqual([customerId]);
      expect(hits[0]?.snippet).toMatch(/^(139\*\*\*\*4711|s\*\*\*@shop\.example)$/);
    }
  });
});

describe('I1 A3 a device that two people share', () => {
  it('T1 every connection of a session follows it to the next person, also when told so over HTTP', async () => {
    const token = await openSession(backend.url, { identityToken: await backend.identityToken('shared-1') });
    const tabs = [await backend.customer(token), await backend.customer(token)];
    const [first, second] = tabs as [CustomerClient, CustomerClient];
    await talkWith(lin, first, '你好，我是第一个人');
    await first.ask('identity:link', {
      clientId: clientId(),
      identityToken: await backend.identityToken('shared-2'),
    });
    await vi.waitFor(async () => {
      for (const tab of tabs) expect((await tab.ask('session:read', {})).name).toBe('shared-2');
    });
    expect((await second.ask('conversation:list', {})).conversations).toEqual([]);

    const body = { clientId: clientId(), identityToken: await backend.identityToken('shared-3') };
    const answer = await fetch(`${backend.url}/api/customer/identity/link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
    await vi.waitFor(async () => {
      for (const tab of tabs) expect((await tab.ask('session:read', {})).name).toBe('shared-3');
    });
  });
});
