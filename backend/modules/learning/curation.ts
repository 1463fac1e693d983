import type {
  ArticleContent,
  BrokenAnswer,
  Candidate,
  CandidateId,
  CandidateState,
  KnowledgeArticle,
} from '#shared/domain/learning';
import type { Clock } from '../../runtime/clock.ts';
import type { CommandLog } from '../../runtime/command.ts';
import { conflict, Fault } from '../../runtime/fault.ts';
import type { Transact } from '../../runtime/transact.ts';
import type { KnowledgeRepository, KnowledgeService } from '../knowledge/index.ts';
import { brokenAnswers } from './broken-answers.ts';
import { gatherCandidates, presentCandidates } from './candidates.ts';
import type { LearningCommand } from './corrections.ts';
import type { LearningRepository } from './ports.ts';

export type CurationPorts = {
  transact: Transact<{
    learning: LearningRepository;
    knowledge: KnowledgeRepository;
    commands: CommandLog;
  }>;
  knowledge: KnowledgeService;
  clock: Clock;
};

/** An article as it is now, and the questions with a known answer that the knowledge base gets wrong with it. */
type SavedArticle = { article: KnowledgeArticle; broken: BrokenAnswer[] };
type Command = LearningCommand;

/** People's decisions on what the knowledge base says. */
export type Curation = {
  listCandidates(
    state: CandidateState,
  ): Promise<{ candidates: Candidate[]; counts: Record<CandidateState, number> }>;
  /** Makes it an article, a new one or a part of one that exists; effective on all channels at once. `conflict` once it is decided. */
  approve(
    command: Command & {
      candidateId: CandidateId;
      target: { id: string; version: number } | null;
      content: ArticleContent;
    },
  ): Promise<SavedArticle>;
  /** Its questions are not proposed again. */
  reject(command: Command & { candidateId: CandidateId; comment: string }): Promise<void>;
  saveArticle(
    command: Command & { target: { id: string; version: number } | null; content: ArticleContent },
  ): Promise<SavedArticle>;
  removeArticle(command: Command & { target: { id: string; version: number } }): Promise<void>;
  /** Sorts what is unsorted; a job that comes by the clock. */
  gather(): Promise<void>;
};

/** Curation over the candidates and the articles. */
export function createCuration(ports: CurationPorts): Curation {
  const { transact, knowledge, clock } = ports;
  async function withBroken(article: KnowledgeArticle): Promise<SavedArticle> {
    knowledge.forget();
    const lessons = await transact(({ learning }) => learning.listAnswerLessons());
    return { article, broken: await brokenAnswers(knowledge, lessons) };
  }

  return {
    listCandidates: (state) => listCandidates(ports, state),
    approve: async (command) => await withBroken(await approve(ports, command)),
    async reject({ actor, key, candidateId, comment }) {
      await transact(({ commands, learning }) =>
        commands.once(key, async () => {
          const { articleId } = await requireOpen(learning, candidateId);
          const by = actor.agentId;
          await learning.decide(candidateId, { state: 'rejected', articleId, by, at: clock.now(), comment });
          return {};
        }),
      );
    },
    async saveArticle({ actor, key, target, content }) {
      const change = { target, content, by: actor.agentId, at: clock.now() };
      return await withBroken(
        await transact(({ commands, knowledge: articles }) =>
          commands.once(key, () => write(articles, change)),
        ),
      );
    },
    async removeArticle({ actor, key, target }) {
      await transact(({ commands, knowledge: articles }) =>
        commands.once(key, async () => {
          const change = { target, content: null, by: actor.agentId, at: clock.now() };
          await write(articles, change);
          return {};
        }),
      );
      knowledge.forget();
    },
    async gather() {
      const now = clock.now();
      await transact(({ learning }) => gatherCandidates({ learning, knowledge, now }));
    },
  };
}

async function listCandidates({ transact }: CurationPorts, state: CandidateState) {
  const { all, members } = await transact(async ({ learning }) => {
    const rows = await learning.listCandidates(null);
    const shown = rows.filter((row) => row.state === state).map(({ id }) => id);
    return { all: rows, members: await learning.listMembers(shown) };
  });
  const count = (one: CandidateState) => all.filter((row) => row.state === one).length;
  return {
    candidates: presentCandidates(
      all.filter((row) => row.state === state),
      members,
    ),
    counts: { open: count('open'), approved: count('approved'), rejected: count('rejected') },
  };
}

async function approve(
  { transact, clock }: CurationPorts,
  { actor, key, candidateId, target, content }: Parameters<Curation['approve']>[0],
): Promise<KnowledgeArticle> {
  const by = actor.agentId;
  const at = clock.now();
  return await transact(({ commands, learning, knowledge: articles }) =>
    commands.once(key, async () => {
      await requireOpen(learning, candidateId);
      const saved = await write(articles, { target, content, by, at });
      await learning.decide(candidateId, { state: 'approved', articleId: saved.id, by, at, comment: '' });
      return saved;
    }),
  );
}

async function requireOpen(learning: LearningRepository, id: CandidateId) {
  const candidate = await learning.lockCandidate(id);
  if (candidate === null)
    throw new Fault('not-found', 'There is no such candidate', { field: 'candidateId' });
  if (candidate.state === 'open') return candidate;
  throw conflict('decided', 'Somebody has decided on this', { details: { state: candidate.state } });
}

async function write(
  articles: KnowledgeRepository,
  change: Parameters<KnowledgeRepository['writeVersion']>[0],
): Promise<KnowledgeArticle> {
  const saved = await articles.writeVersion(change);
  if (saved !== null) return saved;
  throw conflict('newer-version', 'Somebody has changed this article since', { field: 'target.version' });
}
