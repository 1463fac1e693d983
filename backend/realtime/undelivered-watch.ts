import type { AgentId } from '#shared/domain/ids';
import { isOverseer } from '../modules/conversations/index.ts';
import type { DeliveryService } from '../modules/delivery/index.ts';
import type { FactBus } from '../runtime/facts.ts';
import type { AgentAudience, AgentOutlet, AgentSeat } from './audience.ts';

export type UndeliveredWatchPorts = {
  facts: FactBus;
  delivery: Pick<DeliveryService, 'count'>;
  audience: AgentAudience;
  toAgents: AgentOutlet;
  onError: (error: unknown) => void;
};

/** Many messages fail together when a channel goes down: their count is told once for all. */
const TOGETHER_MS = 500;

/** Tells how many messages did not arrive, whenever a delivery has moved: leads and admins of all, an owner of their own. Gives the end of it. */
export function watchUndelivered(ports: UndeliveredWatchPorts): () => void {
  const { facts, delivery, audience, toAgents, onError } = ports;
  let timer: NodeJS.Timeout | null = null;
  let owners = new Set<AgentId>();

  async function tell(): Promise<void> {
    const concerned = owners;
    timer = null;
    owners = new Set();
    const byCount = new Map<AgentId | null, AgentSeat[]>();
    for (const seat of audience.all()) {
      const of = isOverseer(seat.actor) ? null : seat.actor.agentId;
      if (of === null || concerned.has(of)) byCount.set(of, [...(byCount.get(of) ?? []), seat]);
    }
    for (const [of, seats] of byCount) {
      const socketIds = seats.map(({ socketId }) => socketId);
      toAgents(socketIds, 'undelivered:changed', { total: await delivery.count(of) });
    }
  }

  const stop = facts.subscribe((fact) => {
    if (fact.type !== 'conversation-changed') return;
    const hasMoved = fact.entries.some(({ body }) => body.type === 'delivery');
    const hasPassed = fact.before?.ownerId !== fact.after.ownerId;
    if (!hasMoved && !hasPassed) return;
    for (const id of [fact.before?.ownerId, fact.after.ownerId]) if (id) owners.add(id);
    timer ??= setTimeout(() => void tell().catch(onError), TOGETHER_MS).unref();
  });
  return () => {
    stop();
    if (timer !== null) clearTimeout(timer);
  };
}
