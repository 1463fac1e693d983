export { createKnowledgeService, type KnowledgeHit, type KnowledgeService } from './knowledge-service.ts';
export type { Article, ArticleChange, KnowledgeRepository } from './ports.ts';
export { createRespelling, type Respelling } from './respelling.ts';
export { createRetrieval, type Retrieval, type RetrievalDocument, type RetrievalHit } from './retrieval.ts';
