import type { ConversationId, EntryId } from '#shared/domain/ids';
import type { IntentName } from '#shared/domain/intent';
import type { Language } from '#shared/domain/language';
import type {
  ArticleContent,
  BrokenAnswer,
  Candidate,
  CandidateId,
  CandidateState,
  KnowledgeArticle,
  LearnedTask,
  ModelVersion,
} from '#shared/domain/learning';
import type { AgentActor } from '../../runtime/actor.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { CommandKey, CommandLog } from '../../runtime/command.ts';
import { conflict, Fault } from '../../runtime/fault.ts';
import type { JobQueue } from '../../runtime/jobs.ts';
import type { Transact } from '../../runtime/transact.ts';
import type { EntryRepository } from '../conversations/index.ts';
import type { KnowledgeRepository, KnowledgeService } from '../knowledge/index.ts';
import { detectLanguage } from '../language/index.ts';
import { brokenAnswers } from './broken-answers.ts';
import { gatherCandidates, presentCandidates } from './candidates.ts';
import type { LearningRepository } from './ports.ts';
import { retrainApart } from './retrain-apart.ts';
import type { Lessons } from './retraining.ts';
import type { ServedModels } from './served-models.ts';

type Repositories = {
  learning: LearningRepository;
  knowledge: KnowledgeRepository;
  commands: CommandLog;
  jobs: JobQueue;
  entries: Pick<EntryRepository, 'find'>;
};

export type LearningPorts = {
  transact: Transact<Repositories>;
  knowledge: KnowledgeService;
  models: ServedModels;
  clock: Clock;
};

type Command = { actor: AgentActor; key: CommandKey };
type OnMessage = Command & { conversationId: ConversationId; entryId: EntryId };
/** An article as it is now, and the questions with a known answer that the knowledge base gets wrong with it. */
export type SavedArticle = { article: KnowledgeArticle; broken: BrokenAnswer[] };

/** How the shop's answers and models grow from what happened (see README.md beside this file). */
export type LearningService = {
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

  /** “It wanted something else” of a customer's message. */
  correctIntent(command: OnMessage & { intent: IntentName }): Promise<void>;
  /** “What the bot answered to this was wrong.” `not-found` where it answered nothing from the knowledge base. */
  rejectAnswer(command: OnMessage): Promise<void>;

  listVersions(): Promise<ModelVersion[]>;
  /** Learns anew as a stored job; the job itself is {@link retrainNow}. */
  requestRetraining(command: Command): Promise<void>;
  activate(
    command: Command & { task: LearnedTask; language: Language; versionId: string | null },
  ): Promise<void>;

  /** Jobs that come by the clock. */
  gather(): Promise<void>;
  retrainNow(): Promise<ModelVersion[]>;
  /** Serves what is active, and looks from time to time whether another node has activated something else. */
  start(): Promise<void>;
  stop(): void;
};

/** How late another node may be in serving newly activated weights. */
const LOOK_EVERY_MS = 15_000;

/** Learning over its tables. */
export function createLearningService(ports: LearningPorts): LearningService {
  const { transact, knowledge, models, clock } = ports;
  let served = '';
  let timer: NodeJS.Timeout | undefined;

  async function serveActive(): Promise<void> {
    const news = await transact(async ({ learning }) => {
      const fingerprint = await learning.readActiveFingerprint();
      return fingerprint === served ? null : { fingerprint, active: await learning.listActiveWeights() };
    });
    if (news === null) return;
    models.serve(news.active);
    served = news.fingerprint;
  }

  async function withBroken(article: KnowledgeArticle): Promise<SavedArticle> {
    knowledge.forget();
    const lessons = await transact(({ learning }) => learning.listAnswerLessons());
    return { article, broken: await brokenAnswers(knowledge, lessons) };
  }

  return {
    async listCandidates(state) {
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
    },
    async approve({ actor, key, candidateId, target, content }) {
      const at = clock.now();
      const article = await transact(({ commands, learning, knowledge: articles }) =>
        commands.once(key, async () => {
          await requireOpen(learning, candidateId);
          const saved = await write(articles, { target, content, by: actor.agentId, at });
          const decision = {
            state: 'approved' as const,
            articleId: saved.id,
            by: actor.agentId,
            at,
            comment: '',
          };
          await learning.decide(candidateId, decision);
          return saved;
        }),
      );
      return await withBroken(article);
    },
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

    async correctIntent({ actor, key, intent, ...message }) {
      await transact(({ commands, learning, entries }) =>
        commands.once(key, async () => {
          const said = await saidByCustomer(entries, message);
          const lesson = { entryId: message.entryId, ...said, intent };
          await learning.addIntentCorrection({ ...lesson, agentId: actor.agentId, at: clock.now() });
          return {};
        }),
      );
    },
    async rejectAnswer({ key, entryId }) {
      await transact(({ commands, learning }) =>
        commands.once(key, async () => {
          if (await learning.markAnswerWrong(entryId)) return {};
          throw new Fault('not-found', 'The bot answered nothing to this message', { field: 'entryId' });
        }),
      );
    },

    listVersions: () => transact(({ learning }) => learning.listVersions()),
    async requestRetraining({ key }) {
      await transact(({ commands, jobs }) =>
        commands.once(key, async () => {
          await jobs.enqueue('model-retraining', {});
          return {};
        }),
      );
    },
    async activate({ key, ...target }) {
      await transact(({ commands, learning }) =>
        commands.once(key, async () => {
          if (await learning.activate(target)) return {};
          throw new Fault('not-found', 'There is no such version', { field: 'versionId' });
        }),
      );
      await serveActive();
    },

    async gather() {
      const now = clock.now();
      await transact(({ learning }) => gatherCandidates({ learning, knowledge, now }));
    },
    async retrainNow() {
      const versions: ModelVersion[] = [];
      for (const learned of await retrainApart(await readLessons(transact))) {
        if (learned === null) continue;
        const { isBetter, ...version } = learned;
        const state = isBetter ? ('active' as const) : ('rejected' as const);
        versions.push(
          await transact(({ learning }) => learning.addVersion({ ...version, state, at: clock.now() })),
        );
      }
      await serveActive();
      return versions;
    },
    async start() {
      await serveActive();
      timer = setInterval(() => void serveActive().catch(() => undefined), LOOK_EVERY_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
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

async function saidByCustomer(
  entries: Pick<EntryRepository, 'find'>,
  { conversationId, entryId }: { conversationId: ConversationId; entryId: EntryId },
): Promise<{ text: string; language: Language }> {
  const entry = await entries.find(entryId);
  const body =
    entry?.conversationId === conversationId && entry.author.kind === 'customer' ? entry.body : null;
  if (body?.type === 'message' && body.content.type === 'text') {
    return { text: body.content.text, language: detectLanguage(body.content.text) };
  }
  throw new Fault('not-found', 'There is no such message of the customer', { field: 'entryId' });
}

async function readLessons(transact: LearningPorts['transact']): Promise<Lessons[]> {
  return await transact(async ({ learning }) => {
    const [moods, intents, active] = await Promise.all([
      learning.listMoodLessons(),
      learning.listIntentLessons(),
      learning.listActiveWeights(),
    ]);
    return (['zh', 'en'] as const).flatMap((language): Lessons[] => {
      const serving = (task: LearnedTask) =>
        active.find((one) => one.task === task && one.language === language)?.weights ?? null;
      const own = (lesson: { language: Language }): boolean => lesson.language === language;
      return [
        { task: 'mood', language, lessons: moods.filter(own), serving: serving('mood') },
        { task: 'intent', language, lessons: intents.filter(own), serving: serving('intent') },
      ];
    });
  });
}
