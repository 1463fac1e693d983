import type { AgentStatus, Presence } from '#shared/domain/agent';
import type { AgentId } from '#shared/domain/ids';
import type { AgentActor } from '../../runtime/actor.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { CommandKey } from '../../runtime/command.ts';
import type { FactBus } from '../../runtime/facts.ts';
import { Fault } from '../../runtime/fault.ts';
import type { Transact } from '../../runtime/transact.ts';
import type { AgentStore } from './ports.ts';

export type PresencePorts = {
  transact: Transact<AgentStore>;
  /** The same outside any transaction. */
  store: AgentStore;
  facts: FactBus;
  clock: Clock;
  terms: PresenceTerms;
};

/** Durations in milliseconds: how long an agent may be without connection before being gone, and how long after that they keep what they own. */
export type PresenceTerms = { offlineAfterMs: number; leaseMs: number };

/** Where agents are connected, as one node knows it. */
export type Connections = { nodeId: string; agentIds: readonly AgentId[] };

/**
 * Who is there (rule H5). An agent may be connected to several nodes, and each vouches for them for a while; who is vouched for by none is gone,
 * whichever node looks. So a node that dies needs nobody to speak for it.
 */
export type PresenceService = {
  listStatus(): Promise<AgentStatus[]>;
  setPresence(
    actor: AgentActor,
    presence: Exclude<Presence, 'offline'>,
    key: CommandKey,
  ): Promise<AgentStatus>;
  /** A first connection to this node: who was offline is there again. */
  noteConnected(nodeId: string, agentId: AgentId): Promise<void>;
  /** The last connection to this node has gone: the grace begins. */
  noteDisconnected(connections: Connections): Promise<void>;
  /** They are still connected; the node vouches for so much longer than the grace. Who was taken for gone meanwhile is there again. */
  renew(connections: Connections, aheadMs: number): Promise<void>;
  /** Those for whom no node vouches any more are gone: colleagues see it, and the lease of what they own begins to run out. */
  sweep(): Promise<void>;
  /** Forgets what nodes said that are long gone. */
  forgetOldLeases(): Promise<void>;
  /** Tells colleagues the agent's load anew. */
  announce(agentId: AgentId): Promise<void>;
};

/** Presence over the agents' rows and the nodes' leases. */
export function createPresenceService(ports: PresencePorts): PresenceService {
  const { transact, store, facts, clock, terms } = ports;

  async function announce(agentId: AgentId): Promise<void> {
    const agent = await store.agents.readStatus(agentId);
    if (agent !== null) facts.publish({ type: 'agent-changed', agent });
  }

  async function noteConnected(nodeId: string, agentId: AgentId): Promise<void> {
    if (await arrive(ports, nodeId, agentId)) await announce(agentId);
  }

  return {
    announce,
    noteConnected,
    listStatus: store.agents.listStatus,
    async setPresence({ agentId }, presence, key) {
      const status = await transact(({ agents, commands }) =>
        commands.once(key, async () => {
          await agents.setPresence(agentId, presence, clock.now());
          return await agents.readStatus(agentId);
        }),
      );
      if (status === null) throw new Fault('not-found', 'There is no such agent');
      facts.publish({ type: 'agent-changed', agent: status });
      return status;
    },
    noteDisconnected: ({ nodeId, agentIds }) =>
      transact(({ presenceLeases }) => presenceLeases.shorten(nodeId, agentIds, terms.offlineAfterMs)),
    async renew({ nodeId, agentIds }, aheadMs) {
      const untilMs = terms.offlineAfterMs + aheadMs;
      const offline = await transact(({ presenceLeases }) => presenceLeases.renew(nodeId, agentIds, untilMs));
      for (const agentId of offline) await noteConnected(nodeId, agentId);
    },
    async sweep() {
      for (const agentId of await transact(({ presenceLeases }) => presenceLeases.listVanished())) {
        if (await leave(ports, agentId)) await announce(agentId);
      }
    },
    forgetOldLeases: () => transact(({ presenceLeases }) => presenceLeases.forgetOld()),
  };
}

/** Who connects is online unless they had said “away”. The row is locked first: who looks for the vanished at this moment sees the lease. */
function arrive(
  { transact, clock, terms }: PresencePorts,
  nodeId: string,
  agentId: AgentId,
): Promise<boolean> {
  return transact(async ({ agents, presenceLeases }) => {
    const present = await agents.lockPresence(agentId);
    if (present === null || !present.isActive) return false;
    await presenceLeases.renew(nodeId, [agentId], terms.offlineAfterMs);
    if (present.presence !== 'offline') return false;
    await agents.setPresence(agentId, 'online', clock.now());
    return true;
  });
}

/** Who goes offline starts their lease. The job names the moment, so that it has no effect on who came back in between. */
function leave({ transact, clock, terms }: PresencePorts, agentId: AgentId): Promise<boolean> {
  return transact(async ({ agents, presenceLeases, jobs }) => {
    const present = await agents.lockPresence(agentId);
    const isGone = present === null || present.presence === 'offline';
    if (isGone || (await presenceLeases.isVouchedFor(agentId))) return false;
    const at = clock.now();
    await agents.setPresence(agentId, 'offline', at);
    const lease = { agentId, presenceAt: at.toISOString() };
    await jobs.enqueue('lease-expiry', lease, { delayMs: terms.leaseMs });
    return true;
  });
}
