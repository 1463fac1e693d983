import type { CannedReplyService } from '../../modules/canned/index.ts';
import type { CustomerService, MergeService } from '../../modules/customers/index.ts';
import type { KnowledgeService } from '../../modules/knowledge/index.ts';
import type { RecommendationService } from '../../modules/recommendations/index.ts';
import type { AgentHandlers } from '../handler.ts';

export type ShopHandlerPorts = {
  customers: CustomerService;
  merges: Pick<MergeService, 'undoNewest'>;
  recommendations: RecommendationService;
  knowledge: KnowledgeService;
  canned: CannedReplyService;
};

/** What the shop knows: its customers, its goods, its answers. */
export function shopHandlers(ports: ShopHandlerPorts) {
  const { customers, merges, recommendations, knowledge, canned } = ports;
  return {
    'customer:read': async ({ actor }, { customerId }) => ({
      customer: await customers.readProfile(actor, customerId),
    }),
    'customer:unmerge': async ({ key }, { customerId }) => {
      const { keptId, mergedId } = await merges.undoNewest(customerId, key);
      return { customerId: keptId, restoredId: mergedId };
    },
    'recommendation:list': (_context, { conversationId }) => recommendations.forConversation(conversationId),
    'product:search': async (_context, { query, limit }) => ({
      items: await recommendations.search(query, limit),
    }),
    'knowledge:search': async (_context, { query, language, limit }) => {
      const hits = await knowledge.search(query, { language, limit });
      return { hits: hits.map(({ id, title, answer, confidence }) => ({ id, title, answer, confidence })) };
    },
    'canned:list': async () => ({ replies: await canned.list() }),
  } satisfies Partial<AgentHandlers>;
}
