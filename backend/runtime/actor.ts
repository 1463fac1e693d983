import type { AgentRole } from '#shared/domain/agent';
import type { AgentId, ChannelId, CustomerId } from '#shared/domain/ids';

/** Whoever asks for something, as the server established it; never taken from the input (rule T2). */
export type AgentActor = { kind: 'agent'; agentId: AgentId; role: AgentRole; sessionId: string };
/** `identityId` is the one that the session was opened for: where a new conversation is opened, it speaks for this identity. */
export type CustomerActor = {
  kind: 'customer';
  customerId: CustomerId;
  sessionId: string;
  channelId: ChannelId;
  identityId: string;
};
export type ChannelActor = { kind: 'channel'; channelId: ChannelId };
export type AnonymousActor = { kind: 'anonymous' };
export type Actor = AgentActor | CustomerActor | ChannelActor | AnonymousActor;

/** The key under which an actor's client ids are unique (rule D1). Customers' keys outlive merges because they name the session. */
export function authorKey(actor: AgentActor | CustomerActor): string {
  return actor.kind === 'agent' ? `agent:${actor.agentId}` : `customer-session:${actor.sessionId}`;
}
