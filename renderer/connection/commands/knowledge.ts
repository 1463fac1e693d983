import type { ConversationId, EntryId } from '#shared/domain/ids';
import type { IntentName } from '#shared/domain/intent';
import type { Language } from '#shared/domain/language';
import type { ArticleContent, CandidateId, KnowledgeArticle, LearnedTask } from '#shared/domain/learning';
import type { AgentOutput } from '#shared/protocol/agent-requests';
import { useKnowledgeStore } from '../../stores/knowledge-store.ts';
import { newCommandId } from '../command-id.ts';
import {
  takeArticles,
  takeArticleVersions,
  takeBroken,
  takeCandidates,
  takeKnowledgeFailure,
  takeModels,
} from '../incoming-knowledge.ts';
import { type Answer, request } from './request.ts';

/** An article at the version that the author saw; null for a new one. */
export type ArticleTarget = Pick<KnowledgeArticle, 'id' | 'version'> | null;

/** Reads what the page shows now. The articles are read with the candidates, which may become parts of them. */
export async function readKnowledge(): Promise<void> {
  const { tab, decided } = useKnowledgeStore.getState();
  if (tab === 'models') {
    const models = await request('model:list', {});
    if (models.ok) takeModels(models.data);
    else takeKnowledgeFailure();
    return;
  }
  const articles = await request('article:list', {});
  if (articles.ok) takeArticles(articles.data.articles);
  else takeKnowledgeFailure();
  if (tab === 'articles' || !articles.ok) return;
  const candidates = await request('candidate:list', { state: decided });
  if (!candidates.ok) takeKnowledgeFailure();
  else if (useKnowledgeStore.getState().decided === decided) takeCandidates(candidates.data);
}

/** Reads all versions of an article. */
export async function readArticleVersions(id: string): Promise<void> {
  const answer = await request('article:versions', { id });
  if (answer.ok) takeArticleVersions(id, answer.data.versions);
}

/** Makes a candidate an article, or a part of one. */
export async function approveCandidate(
  candidateId: CandidateId,
  target: ArticleTarget,
  content: ArticleContent,
): Promise<Answer<AgentOutput<'candidate:approve'>>> {
  const ids = { clientId: newCommandId(), candidateId };
  return await changing(request('candidate:approve', { ...ids, target: namedOnly(target), content }));
}

/** Lets a candidate's questions never be proposed again. */
export async function rejectCandidate(
  candidateId: CandidateId,
  comment: string,
): Promise<Answer<AgentOutput<'candidate:reject'>>> {
  const answer = await request('candidate:reject', { clientId: newCommandId(), candidateId, comment });
  await readKnowledge();
  return answer;
}

/** Saves an article. */
export async function saveArticle(
  target: ArticleTarget,
  content: ArticleContent,
): Promise<Answer<AgentOutput<'article:save'>>> {
  return await changing(
    request('article:save', { clientId: newCommandId(), target: namedOnly(target), content }),
  );
}

/** Takes an article out of the knowledge base; its versions stay. */
export async function removeArticle(
  target: NonNullable<ArticleTarget>,
): Promise<Answer<AgentOutput<'article:remove'>>> {
  const { id, version } = target;
  const answer = await request('article:remove', { clientId: newCommandId(), target: { id, version } });
  await readKnowledge();
  return answer;
}

/** Learns the models anew from all corrections, as a job of the server. */
export function retrainModels(): Promise<Answer<AgentOutput<'model:retrain'>>> {
  return request('model:retrain', { clientId: newCommandId() });
}

/** Lets a version serve; null for the shipped model alone. */
export async function activateModel(
  of: { task: LearnedTask; language: Language },
  versionId: string | null,
): Promise<Answer<AgentOutput<'model:activate'>>> {
  const answer = await request('model:activate', { clientId: newCommandId(), ...of, versionId });
  await readKnowledge();
  return answer;
}

/** Says what a customer's message really wanted. */
export function correctIntent(
  message: { conversationId: ConversationId; entryId: EntryId },
  intent: IntentName,
): Promise<Answer<AgentOutput<'intent:correct'>>> {
  return request('intent:correct', { clientId: newCommandId(), ...message, intent });
}

/** Says that what the bot answered to a message was wrong. */
export function rejectAnswer(message: {
  conversationId: ConversationId;
  entryId: EntryId;
}): Promise<Answer<AgentOutput<'answer:reject'>>> {
  return request('answer:reject', { clientId: newCommandId(), ...message });
}

function namedOnly(target: ArticleTarget): ArticleTarget {
  return target && { id: target.id, version: target.version };
}

async function changing<A extends AgentOutput<'article:save'>>(
  asked: Promise<Answer<A>>,
): Promise<Answer<A>> {
  const answer = await asked;
  await readKnowledge();
  if (answer.ok) takeBroken(answer.data.broken);
  return answer;
}
