import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Presence } from '#shared/domain/agent';
import { PASSWORD } from '../support/backend.ts';
import { type AgentClient, clientId, connectAgent, connectCustomer, signIn } from '../support/clients.ts';
import { type ProcessCluster, startProcessCluster } from '../support/cluster.ts';
import { SOON } from '../support/soon.ts';

/** Who is there, when they may be connected to several nodes and nodes die (rule H5). */

let cluster: ProcessCluster;
let wang: AgentClient;
beforeAll(async () => {
  cluster = await startProcessCluster({
    environment: { BATON_OFFLINE_AFTER_SECONDS: '3', BATON_LEASE_SECONDS: '1' },
  });
  await cluster.linked();
  wang = await connect(0, 'wang');
});
afterAll(async () => {
  wang.close();
  await cluster.stop();
});

async function connect(node: number, login: string): Promise<AgentClient> {
  const { url } = cluster.nodes[node] ?? expect.fail(`There is no node ${node}`);
  return await connectAgent(url, await signIn(url, login, PASSWORD));
}

function presenceOf(login: string): Presence | undefined {
  const id = cluster.seeded.agents[login];
  return wang.heard('agent:changed').findLast(({ agent }) => agent.id === id)?.agent.presence;
}

describe('H5 presence over nodes', { timeout: 180_000 }, () => {
  it('who leaves one node and is still connected to another stays; who leaves both goes', async () => {
    const [here, there] = [await connect(0, 'lin'), await connect(1, 'lin')];
    await vi.waitFor(() => expect(presenceOf('lin')).toBe('online'), SOON);
    here.close();
    await pause(5000);
    expect(presenceOf('lin')).toBe('online');
    there.close();
    await vi.waitFor(() => expect(presenceOf('lin')).toBe('offline'), SOON);
  });

  it('who comes back on another node within the grace was never gone', async () => {
    const here = await connect(0, 'lin');
    await vi.waitFor(() => expect(presenceOf('lin')).toBe('online'), SOON);
    await here.ask('presence:set', { clientId: clientId(), presence: 'away' });
    await vi.waitFor(() => expect(presenceOf('lin')).toBe('away'), SOON);
    const { url } = cluster.nodes[1] ?? expect.fail('There is one node');
    const token = await signIn(url, 'lin', PASSWORD);
    here.close();
    const there = await connectAgent(url, token);
    await pause(5000);
    expect(presenceOf('lin')).toBe('away');
    there.close();
  });

  it('the agents of a node that is killed are noticed by the others, and their customers go back to the queue', async () => {
    const chen = await connect(1, 'chen');
    const customer = await connectCustomer(cluster.nodes[0]?.url ?? '');
    await customer.ask('message:send', { clientId: clientId(), text: '你好' });
    const { conversation } = await customer.ask('handoff:request', { clientId: clientId() });
    await chen.ask('conversation:claim', { clientId: clientId(), conversationId: conversation.id });
    await vi.waitFor(() => expect(presenceOf('chen')).toBe('online'), SOON);
    await cluster.nodes[1]?.end('SIGKILL');
    await vi.waitFor(() => expect(presenceOf('chen')).toBe('offline'), SOON);
    await vi.waitFor(() => {
      const rows = wang.heard('workspace:changed').flatMap((event) => event.conversations);
      const row = rows.findLast(({ id }) => id === conversation.id);
      expect(row?.state).toBe('waiting');
      expect(row?.place?.reasons.map(({ code }) => code)).toContain('queue.returned');
    }, SOON);
    await vi.waitFor(
      () => expect(customer.heard('conversation:changed').at(-1)?.conversation.status).toBe('waiting'),
      SOON,
    );
    customer.close();
  });
});
