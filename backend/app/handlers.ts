import { createSender } from '../channels/sender.ts';
import { createTurnJob } from '../modules/bot/index.ts';
import { conversationHandlers } from '../realtime/agent-handlers/conversations.ts';
import { deliveryHandlers } from '../realtime/agent-handlers/deliveries.ts';
import { draftHandlers } from '../realtime/agent-handlers/drafts.ts';
import { handoffHandlers } from '../realtime/agent-handlers/handoffs.ts';
import { learningHandlers } from '../realtime/agent-handlers/learning.ts';
import { outcomeHandlers } from '../realtime/agent-handlers/outcomes.ts';
import { sessionHandlers } from '../realtime/agent-handlers/session.ts';
import { shopHandlers } from '../realtime/agent-handlers/shop.ts';
import { customerConversationHandlers } from '../realtime/customer-handlers/conversations.ts';
import { customerSessionHandlers } from '../realtime/customer-handlers/session.ts';
import type { AgentHandlers, CustomerHandlers } from '../realtime/handler.ts';
import type { ToldMemory } from '../realtime/told.ts';
import type { Clock } from '../runtime/clock.ts';
import type { FactBus } from '../runtime/facts.ts';
import type { JobHandlers } from '../runtime/jobs.ts';
import type { Log } from '../runtime/log.ts';

import type { Services } from './services.ts';

/** Every request of the agents' namespace has its handler here, or this does not compile. */
export function agentHandlers(
  services: Services,
  more: { facts: FactBus; clock: Clock; told: ToldMemory },
): AgentHandlers {
  return {
    ...sessionHandlers({ ...services, ...more }),
    ...conversationHandlers({ ...services, ...more, listAgents: services.agents.listStatus }),
    ...deliveryHandlers(services),
    ...handoffHandlers(services),
    ...outcomeHandlers(services),
    ...shopHandlers(services),
    ...draftHandlers(services),
    ...learningHandlers(services),
  };
}

/** The same for the customers' namespace. */
export function customerHandlers(services: Services, facts: FactBus): CustomerHandlers {
  return {
    ...customerSessionHandlers({ ...services, facts }),
    ...customerConversationHandlers({ ...services, facts }),
  };
}

/** What is done for each kind of stored job. */
export function jobHandlers(services: Services, log: Log): JobHandlers {
  return {
    'bot-turn': createTurnJob({
      ...services,
      onFailure: (error, next) => log.error({ error, next }, 'The bot failed at a turn'),
    }),
    'bot-rescue': async ({ conversationId }) => {
      await services.handoff.requestHandoff({ conversationId, trigger: 'bot-failed' });
    },
    'channel-send': createSender(services),
    'undelivered-retry': ({ until, ...asked }) =>
      services.delivery.retryFailed({ ...asked, until: new Date(until) }),
    'offer-expiry': (offer) => services.handoff.expireOffer(offer),
    'lease-expiry': async ({ agentId, presenceAt }) => {
      await services.handoff.releaseVanishedAgent(agentId, presenceAt);
    },
    'idle-closing': async () => {
      await services.handoff.closeIdle();
    },
    'learning-gathering': () => services.learning.gather(),
    'model-retraining': async () => {
      await services.learning.retrainNow();
    },
  };
}
