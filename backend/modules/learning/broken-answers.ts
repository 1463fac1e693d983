import type { Language } from '#shared/domain/language';
import type { BrokenAnswer } from '#shared/domain/learning';
import type { KnowledgeService } from '../knowledge/index.ts';

/** A question with the article that people chose for it. */
export type AnswerLesson = { question: string; language: Language; articleId: string };

/** Most that are named; who breaks more has seen enough. */
const MOST = 50;

/** The regression set of answers against the knowledge base as it is now: what it gets wrong. */
export async function brokenAnswers(
  knowledge: Pick<KnowledgeService, 'search'>,
  lessons: readonly AnswerLesson[],
): Promise<BrokenAnswer[]> {
  const broken: BrokenAnswer[] = [];
  for (const { question, language, articleId } of lessons) {
    const [best] = await knowledge.search(question, { language, limit: 1 });
    if (best?.id === articleId) continue;
    broken.push({ question, language, expected: articleId, got: best?.id ?? null });
    if (broken.length === MOST) break;
  }
  return broken;
}
