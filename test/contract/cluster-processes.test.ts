import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PASSWORD } from '../support/backend.ts';
import { clientId, connectAgent, connectCustomer, signIn } from '../support/clients.ts';
import { type ProcessCluster, startProcessCluster } from '../support/cluster.ts';
import { SOON } from '../support/soon.ts';

/** Nodes as an operator runs them: processes, some of which die. */

let cluster: ProcessCluster;
beforeAll(async () => {
  cluster = await startProcessCluster();
  await cluster.linked();
});
afterAll(() => cluster.stop());

function urlOf(node: number): string {
  return cluster.nodes[node]?.url ?? expect.fail(`There is no node ${node}`);
}

describe('two processes', () => {
  it('D4 hear one another', async () => {
    const lin = await connectAgent(urlOf(1), await signIn(urlOf(0), 'lin', PASSWORD));
    const customer = await connectCustomer(urlOf(0));
    await customer.ask('message:send', { clientId: clientId(), text: '你好' });
    const { conversation } = await customer.ask('handoff:request', { clientId: clientId() });
    const rows = () => lin.heard('workspace:changed').flatMap((event) => event.conversations);
    await vi.waitFor(
      () => expect(rows().find(({ id }) => id === conversation.id)?.state).toBe('waiting'),
      SOON,
    );
    lin.close();
    customer.close();
  });
});
