export type { DayLog } from './definitions.ts';
export { createInsightsService, type InsightsService } from './insights-service.ts';
export type { InsightsRepository } from './ports.ts';
