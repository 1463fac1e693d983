export type { Purchase, RecommendationRepository, TalkContext } from './ports.ts';
export { learnPurchases, type PurchaseModel } from './purchase-model.ts';
export {
  createRecommendationService,
  type RecommendationPorts,
  type RecommendationService,
  type Taste,
} from './recommendation-service.ts';
