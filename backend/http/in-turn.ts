import { createFairTurns } from '../runtime/fair-turns.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { AgentSessionPorts } from './agent-session-routes.ts';
import type { CustomerRoutePorts } from './customer-routes.ts';
import type { ReceiveWebhook } from './webhook-routes.ts';

type Doors = AgentSessionPorts & CustomerRoutePorts & { metrics: Metrics; receiveWebhook: ReceiveWebhook };

const TURNS = { atOnce: 16, atOnceEach: 8, waiting: 500, waitingEach: 250, standingWaitMs: 1000 };

/**
 * The same doors, with what reaches the database or burns the processor before anybody is known taking turns: signing in, opening a customer's session,
 * a partner's message. Beyond what may wait it is `overloaded`, with `Retry-After` (rule D8).
 */
export function inTurn<P extends Doors>(ports: P): P {
  const { agents, customers, metrics, receiveWebhook } = ports;
  const turns = createFairTurns(TURNS, metrics.turnsAt('http'));
  return {
    ...ports,
    agents: { ...agents, signIn: (request) => turns.run('sign-in', () => agents.signIn(request)) },
    customers: {
      ...customers,
      openSession: (request) => turns.run('session', () => customers.openSession(request)),
    },
    receiveWebhook: (delivery) => turns.run('webhook', () => receiveWebhook(delivery)),
  };
}
