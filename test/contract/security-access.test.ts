import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConversationId, CustomerId } from '#shared/domain/ids';
import { startBackend, type TestBackend } from '../support/backend.ts';
import {
  type AgentClient,
  type CustomerClient,
  clientId,
  connectionRefusal,
  openSession,
} from '../support/clients.ts';
import { sendRaw } from '../support/raw-http.ts';

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
  async function link(tab: CustomerClient, shopId: string): Promise<string | null> {
    const identityToken = await backend.identityToken(shopId);
    return (await tab.ask('identity:link', { clientId: clientId(), identityToken })).token;
  }

  it('A3 who copied a visitor’s token has nothing of it after the visitor signs in: neither by socket nor over HTTP', async () => {
    const victim = await backend.customer();
    const thief = await backend.customer(victim.token);
    const isCut = new Promise((resolve) => thief.socket.once('disconnect', resolve));
    await talkWith(lin, victim, '你好，我还没有登录');
    const token = await link(victim, 'fixed-1');
    expect(token).toMatch(/^[\w-]{43}$/);
    await isCut;
    expect(thief.heard('customer:merged')).toEqual([]);
    expect(
      await connectionRefusal(`${backend.url}/customer`, { protocol: 1, token: victim.token }),
    ).toMatchObject({
      code: 'unauthenticated',
    });
    const asked = { method: 'POST', path: '/api/customer/session/read', body: {}, token: victim.token };
    expect(await sendRaw(backend.url, asked)).toMatchObject({ status: 401 });
    // The visitor goes on where they are, and by the new token.
    expect((await victim.ask('session:read', {})).isVerified).toBe(true);
    const again = await backend.customer(token ?? expect.fail('no token'));
    expect((await again.ask('conversation:list', {})).conversations).toHaveLength(1);
    // Who is told again who they are keeps what they have.
    expect(await link(again, 'fixed-1')).toBeNull();
    for (const tab of [victim, again]) tab.close();
  });

  it('T1 the next person on the device gets a session of their own, and the others’ tabs nothing of it', async () => {
    const first = await backend.customer(
      await openSession(backend.url, { identityToken: await backend.identityToken('shared-1') }),
    );
    const second = await backend.customer(first.token);
    const isCut = new Promise((resolve) => second.socket.once('disconnect', resolve));
    await talkWith(lin, first, '你好，我是第一个人');
    const token = await link(first, 'shared-2');
    await isCut;
    expect((await first.ask('session:read', {})).name).toBe('shared-2');
    expect((await first.ask('conversation:list', {})).conversations).toEqual([]);

    const body = { clientId: clientId(), identityToken: await backend.identityToken('shared-3') };
    const isCutToo = new Promise((resolve) => first.socket.once('disconnect', resolve));
    const path = '/api/customer/identity/link';
    const answer = await sendRaw(backend.url, {
      method: 'POST',
      path,
      body,
      token: token ?? expect.fail('no token'),
    });
    expect(answer.status).toBe(200);
    await isCutToo;
  });
});
