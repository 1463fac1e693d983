import type { BrokenAnswer, KnowledgeArticle } from '#shared/domain/learning';
import type { AgentOutput } from '#shared/protocol/agent-requests';
import { useKnowledgeStore } from '../stores/knowledge-store.ts';

/** The part of the door for facts (incoming.ts) that only the knowledge page uses. */

/** Candidates of the state that the page shows; the first is opened where the one that was open is gone. */
export function takeCandidates({ candidates, counts }: AgentOutput<'candidate:list'>): void {
  useKnowledgeStore.setState(({ candidateId }) => ({
    status: 'ready',
    candidates,
    counts,
    candidateId: candidates.some(({ id }) => id === candidateId) ? candidateId : (candidates[0]?.id ?? null),
  }));
}

/** The knowledge base as it is. */
export function takeArticles(articles: readonly KnowledgeArticle[]): void {
  useKnowledgeStore.setState({ status: 'ready', articles });
}

/** All that the open article ever said. */
export function takeArticleVersions(id: string, versions: readonly KnowledgeArticle[]): void {
  if (useKnowledgeStore.getState().articleId === id) useKnowledgeStore.setState({ versions });
}

/** What was learned. */
export function takeModels({ versions }: AgentOutput<'model:list'>): void {
  useKnowledgeStore.setState({ status: 'ready', models: versions });
}

/** What a change has broken. */
export function takeBroken(broken: readonly BrokenAnswer[]): void {
  useKnowledgeStore.setState({ broken });
}

/** That what the page shows could not be read. */
export function takeKnowledgeFailure(): void {
  useKnowledgeStore.setState({ status: 'failed' });
}
