import type { AgentId } from '#shared/domain/ids';
import type { Services } from '../../../../backend/app.ts';
import { type AgentActor, authorKey, type CustomerActor } from '../../../../backend/runtime/actor.ts';
import type { CommandKey } from '../../../../backend/runtime/command.ts';
import { newId } from '../../../../backend/runtime/ids.ts';

/** `isSilent`: customers have only a session, and said nothing. */
export type FloorSize = { customers: number; agents: number; isSilent?: boolean };

/** Who works and who writes: the logins of the agents, the customers' tokens and conversations. Customer `n` is served by agent `n % agents`. */
export type Floor = { logins: string[]; password: string; customers: string[]; conversations: string[] };

const PASSWORD = 'a password for measuring only';
const AT_ONCE = 8;

/** Makes staff, and customers each of whom said something and was taken over, through the services that the product uses. */
export async function makeFloor(services: Services, size: FloorSize): Promise<Floor> {
  const agents: AgentActor[] = [];
  const logins = Array.from({ length: size.agents }, (_, at) => `agent-${at}`);
  for (const login of logins) {
    const agentId: AgentId = await services.agents.addAccount({
      login,
      name: { zh: login, en: login },
      role: 'agent',
      capacity: 10_000,
      password: PASSWORD,
    });
    agents.push({ kind: 'agent', agentId, role: 'agent', sessionId: newId() });
  }
  const channelId = await services.channels.ownChannel('web');
  const customers: string[] = Array.from({ length: size.customers }, () => '');
  const conversations = [...customers];

  async function addCustomer(at: number): Promise<void> {
    const actor = agents[at % agents.length];
    if (actor === undefined) return;
    const { token } = await services.customers.openSession({ channelId, language: 'zh' });
    const session = await services.customers.readSession(token);
    if (session === null) throw new Error('A session that was just opened is gone');
    customers[at] = token;
    if (size.isSilent) return;
    const { id: sessionId, customerId, identityId } = session;
    const { conversation } = await services.conversations.receiveMessage({
      identityId,
      channelId,
      text: '你好，我的订单到哪里了？',
    });
    const customer: CustomerActor = { kind: 'customer', customerId, sessionId, channelId, identityId };
    await services.handoff.requestByCustomer({ actor: customer, key: keyOf(customer) });
    await services.handoff.claim({ actor, key: keyOf(actor), conversationId: conversation.id });
    conversations[at] = conversation.id;
  }

  const rest = customers.keys();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const at of rest) await addCustomer(at);
    }),
  );
  return { logins, password: PASSWORD, customers, conversations };
}

function keyOf(actor: AgentActor | CustomerActor): CommandKey {
  return { authorKey: authorKey(actor), clientId: newId(), fingerprint: Buffer.alloc(32) };
}
