import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ConversationId } from '#shared/domain/ids';
import { type AgentClient, type CustomerClient, clientId } from '../support/clients.ts';
import { startCluster, type TestCluster } from '../support/cluster.ts';
import { SOON } from '../support/soon.ts';

/** One conversation over two nodes: whatever is committed on one is heard by the sockets of the other, and by nobody who may not. */

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await startCluster();
  await cluster.linked();
});
afterAll(() => cluster.stop());

async function waiting(node: number): Promise<{ customer: CustomerClient; conversationId: ConversationId }> {
  const customer = await cluster.customer(node);
  await customer.ask('message:send', { clientId: clientId(), text: '你好' });
  const { conversation } = await customer.ask('handoff:request', { clientId: clientId() });
  return { customer, conversationId: conversation.id };
}

function rowsOf(client: AgentClient, id: ConversationId) {
  return client
    .heard('workspace:changed')
    .flatMap((event) => event.conversations)
    .filter((row) => row.id === id);
}

function removalsOf(client: AgentClient, id: ConversationId) {
  return client
    .heard('workspace:changed')
    .flatMap((event) => event.removed)
    .filter((departure) => departure.id === id);
}

function textsOf(client: CustomerClient) {
  return client
    .heard('entry:appended')
    .flatMap((event) => event.entries)
    .flatMap(({ content }) => (content.type === 'text' ? [content.text] : []));
}

describe('T10 an account over two nodes', () => {
  it('T10 shut on one node, its sockets on all are cut at once, and its sessions open nothing anywhere', async () => {
    const [lead, here, there] = await Promise.all([
      cluster.agent(0, 'wang'),
      cluster.agent(0, 'chen'),
      cluster.agent(1, 'chen'),
    ]);
    const cut = [here, there].map(
      ({ socket }) => new Promise((resolve) => socket.once('disconnect', resolve)),
    );
    const { accounts } = await lead.ask('account:list', {});
    const chen = accounts.find(({ login }) => login === 'chen') ?? expect.fail('no Chen');
    await lead.ask('account:set-active', { clientId: clientId(), agentId: chen.id, isActive: false });
    await Promise.all(cut);
    for (const one of [here, there]) expect(one.heard('session:ended')).toEqual([{ reason: 'deactivated' }]);
    await expect(cluster.agent(1, 'chen')).rejects.toMatchObject({ error: { code: 'unauthenticated' } });
    await lead.ask('account:set-active', { clientId: clientId(), agentId: chen.id, isActive: true });
    (await cluster.agent(1, 'chen')).close();
    lead.close();
  });
});

describe('D16 a conversation over two nodes', () => {
  it('H3 who waits on one node is seen on the other; a claim there takes it from everybody else’s list, wherever they are', async () => {
    const [lin, chen, wang] = await Promise.all([
      cluster.agent(1, 'lin'),
      cluster.agent(0, 'chen'),
      cluster.agent(0, 'wang'),
    ]);
    const { customer, conversationId } = await waiting(0);
    await vi.waitFor(() => expect(rowsOf(lin, conversationId).at(-1)?.state).toBe('waiting'), SOON);
    await vi.waitFor(() => expect(rowsOf(chen, conversationId).at(-1)?.state).toBe('waiting'), SOON);
    const { conversation } = await lin.ask('conversation:claim', { clientId: clientId(), conversationId });
    await vi.waitFor(() => expect(removalsOf(chen, conversationId)).toHaveLength(1), SOON);
    expect(removalsOf(chen, conversationId)).toEqual([{ id: conversationId, takenBy: conversation.owner }]);
    await vi.waitFor(() => expect(rowsOf(wang, conversationId).at(-1)?.state).toBe('agent'), SOON);
    await vi.waitFor(
      () => expect(customer.heard('conversation:changed').at(-1)?.conversation.status).toBe('agent'),
      SOON,
    );
    const rowsBefore = rowsOf(chen, conversationId).length;
    await lin.ask('message:send', { clientId: clientId(), conversationId, text: '我来帮您', seenSeq: null });
    await vi.waitFor(() => expect(textsOf(customer)).toContain('我来帮您'), SOON);
    expect(rowsOf(chen, conversationId)).toHaveLength(rowsBefore);
    for (const client of [lin, chen, wang, customer]) client.close();
  });

  it('D3 a customer on one node and an agent on the other speak in order, each once', async () => {
    const { customer, conversationId } = await waiting(0);
    const lin = await cluster.agent(1, 'lin');
    await lin.ask('conversation:claim', { clientId: clientId(), conversationId });
    await lin.ask('conversation:open', { conversationId });
    const said: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      said.push(`第 ${round} 句`);
      await customer.ask('message:send', { clientId: clientId(), text: `第 ${round} 句` });
      await lin.ask('message:send', {
        clientId: clientId(),
        conversationId,
        text: `回 ${round}`,
        seenSeq: null,
      });
    }
    await vi.waitFor(
      () => expect(textsOf(customer).filter((text) => text.startsWith('回'))).toHaveLength(20),
      SOON,
    );
    const heard = () =>
      lin
        .heard('entry:appended')
        .flatMap((event) => event.entries)
        .filter((entry) => entry.conversationId === conversationId && entry.author.kind === 'customer');
    await vi.waitFor(
      () =>
        expect(
          heard().map(
            ({ body }) => body.type === 'message' && body.content.type === 'text' && body.content.text,
          ),
        ).toEqual(said),
      SOON,
    );
    lin.close();
    customer.close();
  });

  it('typing, transfer and a close cross nodes', async () => {
    const { customer, conversationId } = await waiting(0);
    const lin = await cluster.agent(0, 'lin');
    const chen = await cluster.agent(1, 'chen');
    await lin.ask('conversation:claim', { clientId: clientId(), conversationId });
    const toAgentId = cluster.seeded.agents['chen'] ?? expect.fail('no chen');
    await lin.ask('conversation:transfer', { clientId: clientId(), conversationId, toAgentId });
    await vi.waitFor(() => expect(rowsOf(chen, conversationId).at(-1)?.state).toBe('offered'), SOON);
    await chen.ask('offer:accept', { clientId: clientId(), conversationId });
    await vi.waitFor(() => expect(removalsOf(lin, conversationId)).not.toEqual([]), SOON);
    await chen.ask('conversation:open', { conversationId });
    await customer.ask('typing:set', { isTyping: true });
    await vi.waitFor(
      () =>
        expect(chen.heard('typing:changed')).toContainEqual({
          conversationId,
          by: 'customer',
          isTyping: true,
        }),
      SOON,
    );
    await chen.ask('typing:set', { conversationId, isTyping: true });
    await vi.waitFor(
      () => expect(customer.heard('typing:changed')).toContainEqual({ by: 'agent', isTyping: true }),
      SOON,
    );
    const disposition = { outcome: 'solved' as const, causeCode: null, comment: '' };
    await chen.ask('conversation:close', { clientId: clientId(), conversationId, disposition });
    await vi.waitFor(
      () => expect(customer.heard('conversation:changed').at(-1)?.conversation.status).toBe('closed'),
      SOON,
    );
    for (const client of [lin, chen, customer]) client.close();
  });

  it('A3 a session that ends on one node is void on the other', async () => {
    const here = await cluster.customer(0);
    const there = await cluster.customer(1, here.token);
    const cut = new Promise((resolve) => there.socket.once('disconnect', resolve));
    await here.ask('session:end', { clientId: clientId() });
    await cut;
    expect(there.heard('session:ended')).toEqual([{}]);
  });

  it('I2 a merge on one node moves the chat on the other to the kept customer', async () => {
    const identityToken = await cluster.nodes[0]?.identityToken('shop-9', '李雷');
    if (identityToken === undefined) expect.fail('no token');
    const phone = await cluster.customer(0);
    await phone.ask('identity:link', { clientId: clientId(), identityToken });
    const laptop = await cluster.customer(1);
    await laptop.ask('message:send', { clientId: clientId(), text: '还没登录' });
    await laptop.ask('identity:link', { clientId: clientId(), identityToken });
    await phone.ask('message:send', { clientId: clientId(), text: '手机上接着说' });
    await vi.waitFor(() => expect(textsOf(laptop)).toContain('手机上接着说'), SOON);
    phone.close();
    laptop.close();
  });
});
