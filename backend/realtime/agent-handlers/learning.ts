import type { KnowledgeService } from '../../modules/knowledge/index.ts';
import type { LearningService } from '../../modules/learning/index.ts';
import type { AgentHandlers } from '../handler.ts';

export type LearningHandlerPorts = {
  learning: LearningService;
  knowledge: Pick<KnowledgeService, 'list' | 'listVersions'>;
};

/** What the shop's answers and models learn from what happened, and who decides on it. */
export function learningHandlers({ learning, knowledge }: LearningHandlerPorts) {
  return {
    'intent:correct': async ({ actor, key }, input) => {
      await learning.correctIntent({ actor, key, ...input });
      return {};
    },
    'answer:reject': async ({ actor, key }, input) => {
      await learning.rejectAnswer({ actor, key, ...input });
      return {};
    },
    'candidate:list': (_context, { state }) => learning.listCandidates(state),
    'candidate:approve': ({ actor, key }, input) => learning.approve({ actor, key, ...input }),
    'candidate:reject': async ({ actor, key }, input) => {
      await learning.reject({ actor, key, ...input });
      return {};
    },
    'article:list': async () => ({ articles: await knowledge.list() }),
    'article:versions': async (_context, { id }) => ({ versions: await knowledge.listVersions(id) }),
    'article:save': ({ actor, key }, input) => learning.saveArticle({ actor, key, ...input }),
    'article:remove': async ({ actor, key }, input) => {
      await learning.removeArticle({ actor, key, ...input });
      return {};
    },
    'model:list': async () => ({ versions: await learning.listVersions() }),
    'model:retrain': async ({ actor, key }) => {
      await learning.requestRetraining({ actor, key });
      return {};
    },
    'model:activate': async ({ actor, key }, input) => {
      await learning.activate({ actor, key, ...input });
      return {};
    },
  } satisfies Partial<AgentHandlers>;
}
