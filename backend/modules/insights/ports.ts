import type { DayLog } from './definitions.ts';

export type InsightsRepository = {
  /** What happened from that moment on. */
  readDay(since: Date): Promise<DayLog>;
};
