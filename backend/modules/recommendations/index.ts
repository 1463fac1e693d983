export type { Purchase, RecommendationRepository, TalkContext } from './ports.ts';
