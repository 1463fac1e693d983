import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Presence } from '#shared/domain/agent';
import type { ConversationId } from '#shared/domain/ids';
import { PASSWORD, startBackend, type TestBackend } from '../support/backend.ts';
import { type AgentClient, type CustomerClient, clientId, connectAgent, signIn } from '../support/clients.ts';
import { SOON } from '../support/soon.ts';

/** Who is there, and what becomes of the conversations of who is gone (rule H5); what customers' clients hear beside messages. */

let backend: TestBackend;
let wang: AgentClient;
beforeAll(async () => {
  backend = await startBackend({
    environment: { BATON_OFFLINE_AFTER_SECONDS: '2', BATON_LEASE_SECONDS: '5' },
  });
  wang = await backend.agent('wang');
});
afterAll(() => backend.stop());

function presenceOf(login: string): Presence | undefined {
  const id = backend.seeded.agents[login];
  return wang.heard('agent:changed').findLast(({ agent }) => agent.id === id)?.agent.presence;
}

async function waiting(): Promise<{ customer: CustomerClient; conversationId: ConversationId }> {
  const customer = await backend.customer();
  await customer.ask('message:send', { clientId: clientId(), text: '你好' });
  const { conversation } = await customer.ask('handoff:request', { clientId: clientId() });
  return { customer, conversationId: conversation.id };
}

describe('H5 presence', () => {
  it('follows the connection, after a grace, and what the agent said', async () => {
    const token = await signIn(backend.url, 'lin', PASSWORD);
    const first = await connectAgent(backend.url, token);
    await vi.waitFor(() => expect(presenceOf('lin')).toBe('online'), SOON);
    await first.ask('presence:set', { clientId: clientId(), presence: 'away' });
    await vi.waitFor(() => expect(presenceOf('lin')).toBe('away'), SOON);

    first.close();
    const second = await connectAgent(backend.url, token);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(presenceOf('lin')).toBe('away');

    second.close();
    await vi.waitFor(() => expect(presenceOf('lin')).toBe('offline'), SOON);
  });

  it('a vanished agent’s conversations go back to the queue, near the top; one who comes back in time keeps them', async () => {
    const token = await signIn(backend.url, 'chen', PASSWORD);
    const gone = await connectAgent(backend.url, token);
    const { conversationId, customer } = await waiting();
    await gone.ask('conversation:claim', { clientId: clientId(), conversationId });
    gone.close();
    await vi.waitFor(() => expect(presenceOf('chen')).toBe('offline'), SOON);
    const back = await connectAgent(backend.url, token);
    await new Promise((resolve) => setTimeout(resolve, 7500));
    const { conversation } = await back.ask('conversation:open', { conversationId });
    expect(conversation.state).toBe('agent');

    back.close();
    await vi.waitFor(() => {
      const rows = wang.heard('workspace:changed').flatMap((event) => event.conversations);
      const row = rows.findLast(({ id }) => id === conversationId);
      expect(row?.state).toBe('waiting');
      expect(row?.place?.reasons.map(({ code }) => code)).toContain('queue.returned');
    }, SOON);
    await vi.waitFor(
      () => expect(customer.heard('conversation:changed').at(-1)?.conversation.status).toBe('waiting'),
      SOON,
    );
    customer.close();
  });

  it('everybody sees how busy everybody is', async () => {
    const lin = await backend.agent('lin');
    const { conversationId, customer } = await waiting();
    const load = () =>
      wang.heard('agent:changed').findLast(({ agent }) => agent.id === backend.seeded.agents['lin'])?.agent
        .activeConversations;
    const before = load() ?? 0;
    await lin.ask('conversation:claim', { clientId: clientId(), conversationId });
    await vi.waitFor(() => expect(load()).toBe(before + 1), SOON);
    await lin.ask('conversation:release', { clientId: clientId(), conversationId });
    await vi.waitFor(() => expect(load()).toBe(before), SOON);
    lin.close();
    customer.close();
  });
});

describe('what customers’ clients hear', () => {
  it('a note, which changes nothing for them, makes no event', async () => {
    const lin = await backend.agent('lin');
    const { conversationId, customer } = await waiting();
    await lin.ask('conversation:claim', { clientId: clientId(), conversationId });
    await vi.waitFor(
      () => expect(customer.heard('conversation:changed').at(-1)?.conversation.status).toBe('agent'),
      SOON,
    );
    const before = [customer.heard('conversation:changed').length, customer.heard('entry:appended').length];
    await lin.ask('note:add', { clientId: clientId(), conversationId, text: 'only for us' });
    await lin.ask('message:send', { clientId: clientId(), conversationId, text: 'for you', seenSeq: null });
    await vi.waitFor(() => expect(customer.heard('entry:appended')).toHaveLength((before[1] ?? 0) + 1), SOON);
    const seqs = customer.heard('entry:appended').flatMap((event) => event.entries.map(({ seq }) => seq));
    expect(seqs).toEqual(seqs.map((_seq, index) => (seqs[0] ?? 0) + index));
    expect(JSON.stringify(customer.heard('entry:appended'))).not.toContain('only for us');
    lin.close();
    customer.close();
  });

  it('typing goes both ways, to those who are in the conversation', async () => {
    const lin = await backend.agent('lin');
    const { conversationId, customer } = await waiting();
    await lin.ask('conversation:claim', { clientId: clientId(), conversationId });
    await lin.ask('conversation:open', { conversationId });
    await lin.ask('typing:set', { conversationId, isTyping: true });
    await customer.ask('typing:set', { isTyping: true });
    await vi.waitFor(() => {
      expect(customer.heard('typing:changed')).toContainEqual({ by: 'agent', isTyping: true });
      expect(lin.heard('typing:changed')).toContainEqual({ conversationId, by: 'customer', isTyping: true });
    }, SOON);
    expect(wang.heard('typing:changed').filter((event) => event.conversationId === conversationId)).toEqual(
      [],
    );
    lin.close();
    customer.close();
  });

  it('I2 a merge moves the running chat to the kept customer and tells its clients', async () => {
    const identityToken = await backend.identityToken('shop-1', '李雷');
    const phone = await backend.customer();
    await phone.ask('identity:link', { clientId: clientId(), identityToken });
    const laptop = await backend.customer();
    await laptop.ask('message:send', { clientId: clientId(), text: '还没登录就先问一句' });
    const { customerId: guestId } = await laptop.ask('session:read', {});
    const linked = await laptop.ask('identity:link', { clientId: clientId(), identityToken });
    const { customerId } = await phone.ask('session:read', {});
    expect(linked.customerId).toBe(customerId);
    expect(customerId).not.toBe(guestId);
    await vi.waitFor(() => expect(laptop.heard('customer:merged')).toHaveLength(1), SOON);
    await phone.ask('message:send', { clientId: clientId(), text: '手机上接着说' });
    await vi.waitFor(() => {
      const heard = laptop
        .heard('entry:appended')
        .flatMap((event) => event.entries.map(({ content }) => content));
      expect(heard).toContainEqual(expect.objectContaining({ text: '手机上接着说' }));
    }, SOON);
    phone.close();
    laptop.close();
  });

  it('a session that was ended, by socket or over HTTP, is void', async () => {
    const customer = await backend.customer();
    const cut = new Promise((resolve) => customer.socket.once('disconnect', resolve));
    await customer.ask('session:end', { clientId: clientId() });
    await cut;
    expect(customer.heard('session:ended')).toEqual([{}]);
    await expect(backend.customer(customer.token)).rejects.toThrow('Nobody is signed in');
  });
});
