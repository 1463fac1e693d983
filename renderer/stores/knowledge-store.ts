import { create } from 'zustand';
import type {
  BrokenAnswer,
  Candidate,
  CandidateId,
  CandidateState,
  KnowledgeArticle,
  ModelVersion,
} from '#shared/domain/learning';

/** The parts of the page. */
export type KnowledgeTab = 'candidates' | 'articles' | 'models';

type KnowledgeState = {
  tab: KnowledgeTab;
  /** How the reading of the tab that is shown stands. */
  status: 'loading' | 'ready' | 'failed';
  decided: CandidateState;
  candidates: readonly Candidate[];
  counts: Record<CandidateState, number>;
  candidateId: CandidateId | null;
  articles: readonly KnowledgeArticle[];
  /** The article that is open; `new` for one that is being written. */
  articleId: string | null;
  versions: readonly KnowledgeArticle[];
  models: readonly ModelVersion[];
  /** What the last change has broken, to be looked at. */
  broken: readonly BrokenAnswer[];
};

const nothing: KnowledgeState = {
  tab: 'candidates',
  status: 'loading',
  decided: 'open',
  candidates: [],
  counts: { open: 0, approved: 0, rejected: 0 },
  candidateId: null,
  articles: [],
  articleId: null,
  versions: [],
  models: [],
  broken: [],
};

/** The knowledge base and what it learns, for leads. */
export const useKnowledgeStore = create<KnowledgeState>()(() => nothing);

/** Shows a part of the page. */
export function showKnowledgeTab(tab: KnowledgeTab): void {
  useKnowledgeStore.setState({ tab, status: 'loading', broken: [] });
}

/** Shows open, approved or rejected candidates. */
export function showDecided(decided: CandidateState): void {
  useKnowledgeStore.setState({ decided, status: 'loading', candidateId: null, broken: [] });
}

/** Opens a candidate. */
export function openCandidate(candidateId: CandidateId): void {
  useKnowledgeStore.setState({ candidateId, broken: [] });
}

/** Opens an article; `new` begins one. */
export function openArticle(articleId: string | null): void {
  useKnowledgeStore.setState({ articleId, versions: [], broken: [] });
}
