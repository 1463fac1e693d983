import type { DispositionService } from '../../modules/dispositions/index.ts';
import type { InsightsService } from '../../modules/insights/index.ts';
import type { AgentHandlers } from '../handler.ts';

/** Root causes and the figures of the day. */
export function outcomeHandlers(ports: { dispositions: DispositionService; insights: InsightsService }) {
  const { dispositions, insights } = ports;
  return {
    'disposition:tree': async () => ({ causes: await dispositions.readTree() }),
    'disposition:suggest': async (_context, { conversationId }) => ({
      suggestions: await dispositions.suggest(conversationId),
    }),
    'insights:today': ({ actor }) => insights.readToday(actor.agentId),
  } satisfies Partial<AgentHandlers>;
}
