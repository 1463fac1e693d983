import type { AgentId } from '#shared/domain/ids';
import type { Today } from '#shared/protocol/agent-requests';
import type { Clock } from '../../runtime/clock.ts';
import { startOfDay } from './day.ts';
import { figuresOf } from './definitions.ts';
import type { InsightsRepository } from './ports.ts';

export type InsightsService = {
  /** The figures of the shop's present day, for this member of staff. */
  readToday(agentId: AgentId): Promise<Today>;
};

/** Figures over the log of handoffs. */
export function createInsightsService(ports: {
  store: { insights: InsightsRepository };
  /** The shop's time zone: where its day begins. */
  timeZone: () => Promise<string>;
  clock: Clock;
}): InsightsService {
  return {
    async readToday(agentId) {
      const since = startOfDay(ports.clock.now(), await ports.timeZone());
      return figuresOf(await ports.store.insights.readDay(since), agentId);
    },
  };
}
