export { createLearningService, type LearningService } from './learning-service.ts';
export type { LearningRepository, NewVersion } from './ports.ts';
export type { DevRows } from './retraining.ts';
export { createServedModels, type ServedModels } from './served-models.ts';
