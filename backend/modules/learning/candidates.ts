import type { ConversationId } from '#shared/domain/ids';
import type { Candidate, CandidateId } from '#shared/domain/learning';
import { newId } from '../../runtime/ids.ts';
import type { KnowledgeService } from '../knowledge/index.ts';
import { redact } from '../language/index.ts';
import { bagsOf, clusterOf, mostTelling } from './clusters.ts';
import type { CandidateRow, LearningRepository, MemberQuestion, OpenQuestion } from './ports.ts';

/** How far back questions are looked at, and how many at once: clustering is quadratic. */
const KEPT_DAYS = 30;
const MOST = 1500;
/** From here on the knowledge base answers the question by now: it needs no candidate. */
const ANSWERED_BY_NOW = 0.6;
const SHOWN_QUESTIONS = 20;
const SHOWN_CONVERSATIONS = 5;

export type GatheringParts = {
  learning: LearningRepository;
  knowledge: Pick<KnowledgeService, 'search'>;
  now: Date;
};

/**
 * Puts the questions that nobody has sorted yet to candidates: to one that exists, open, approved or rejected, where they ask the same, else
 * to a new one. Then proposes for each open candidate what agents have answered. Personal data does not get this far.
 */
export async function gatherCandidates({ learning, knowledge, now }: GatheringParts): Promise<void> {
  const since = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  const questions = (await learning.listOpenQuestions(since)).slice(0, MOST);
  for (const language of ['zh', 'en'] as const) {
    const own = questions.filter((question) => question.language === language);
    const unanswered: OpenQuestion[] = [];
    for (const question of own) {
      const [best] = await knowledge.search(question.text, { language, limit: 1 });
      const isAnswered =
        best !== undefined && best.confidence >= ANSWERED_BY_NOW && best.id !== question.articleId;
      if (!isAnswered) unanswered.push(question);
    }
    await sort(learning, unanswered, now);
  }
  for (const { id } of await learning.listCandidates('open')) {
    const replies = (await learning.listReplies(id)).map((reply) => redact(reply));
    await learning.setProposal(id, mostTelling(replies));
  }
}

async function sort(
  learning: LearningRepository,
  questions: readonly OpenQuestion[],
  now: Date,
): Promise<void> {
  const [language] = questions.map((question) => question.language);
  if (language === undefined) return;
  const known = (await learning.listCandidates(null)).filter((candidate) => candidate.language === language);
  const members = (await learning.listMembers(known.map(({ id }) => id))).slice(0, MOST);
  const hidden = questions.map(({ text }) => redact(text));
  const places = members.map(({ candidateId }) => known.findIndex(({ id }) => id === candidateId));
  const groups = clusterOf(bagsOf([...members.map(({ text }) => text), ...hidden]), [
    ...places,
    ...questions.map(() => null),
  ]);
  for (const group of groups) {
    const added = group.flatMap((at) => (at < members.length ? [] : [at - members.length]));
    const existing = group.find((at) => at < members.length);
    if (added.length === 0) continue;
    const asked = added.flatMap((at) => questions[at] ?? []);
    const id = existing === undefined ? await open(learning, asked, now) : known[places[existing] ?? -1]?.id;
    const rows = added.flatMap((at) => {
      const question = questions[at];
      return question ? [{ answerId: question.answerId, text: hidden[at] ?? '' }] : [];
    });
    if (id) await learning.addMembers(id, rows);
  }
}

async function open(
  learning: LearningRepository,
  asked: readonly OpenQuestion[],
  now: Date,
): Promise<CandidateId> {
  const id = newId<CandidateId>();
  const badly = asked.filter(({ articleId }) => articleId !== null);
  const isBadly = badly.length * 2 > asked.length;
  await learning.addCandidate(
    {
      id,
      language: asked[0]?.language ?? 'zh',
      state: 'open',
      reason: isBadly ? 'badly-answered' : 'unanswered',
      articleId: isBadly ? (badly[0]?.articleId ?? null) : null,
      answer: '',
    },
    now,
  );
  return id;
}

/** Candidates as people see them, most asked first. */
export function presentCandidates(
  rows: readonly CandidateRow[],
  members: readonly MemberQuestion[],
): Candidate[] {
  return rows
    .flatMap((row) => {
      const own = members.filter(({ candidateId }) => candidateId === row.id);
      const newest = own.toSorted((a, b) => b.at.getTime() - a.at.getTime());
      const texts = [...new Set(newest.map(({ text }) => text))];
      const first = mostTelling(texts.slice(0, 100));
      const last = newest[0];
      if (last === undefined) return [];
      const conversations = new Set<ConversationId>(newest.map(({ conversationId }) => conversationId));
      return [
        {
          id: row.id,
          language: row.language,
          state: row.state,
          reason: row.reason,
          questions: [first, ...texts.filter((text) => text !== first)].slice(0, SHOWN_QUESTIONS),
          asked: own.length,
          lastAskedAt: last.at.toISOString(),
          articleId: row.articleId,
          answer: row.answer,
          conversations: [...conversations].slice(0, SHOWN_CONVERSATIONS),
          decided:
            row.decidedBy && row.decidedAt
              ? { by: row.decidedBy, at: row.decidedAt.toISOString(), comment: row.comment }
              : null,
        },
      ];
    })
    .toSorted((a, b) => b.asked - a.asked || (a.lastAskedAt < b.lastAskedAt ? 1 : -1));
}
