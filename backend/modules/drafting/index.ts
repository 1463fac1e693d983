export { createDraftingService, type DraftingService } from './drafting-service.ts';
export { type LanguageModel, ModelError, type ModelRequest } from './ports.ts';
