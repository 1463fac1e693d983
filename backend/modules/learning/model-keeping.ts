import type { Language } from '#shared/domain/language';
import type { LearnedTask, ModelVersion } from '#shared/domain/learning';
import type { Clock } from '../../runtime/clock.ts';
import type { CommandLog } from '../../runtime/command.ts';
import { Fault } from '../../runtime/fault.ts';
import type { JobQueue } from '../../runtime/jobs.ts';
import type { Transact } from '../../runtime/transact.ts';
import type { LearningCommand } from './corrections.ts';
import type { LearningRepository } from './ports.ts';
import { retrainApart } from './retrain-apart.ts';
import type { DevRows, Lessons } from './retraining.ts';
import type { ServedModels } from './served-models.ts';

export type ModelKeepingPorts = {
  transact: Transact<{ learning: LearningRepository; commands: CommandLog; jobs: JobQueue }>;
  models: ServedModels;
  clock: Clock;
};
type Command = LearningCommand;

/** Versions of what corrections have taught, and which of them serves. */
export type ModelKeeping = {
  listVersions(): Promise<ModelVersion[]>;
  /** Learns anew as a stored job; the job itself is {@link retrainNow}. */
  requestRetraining(command: Command): Promise<void>;
  activate(
    command: Command & { task: LearnedTask; language: Language; versionId: string | null },
  ): Promise<void>;
  /** With development rows, being no worse on them is asked for too. */
  retrainNow(dev?: readonly DevRows[]): Promise<ModelVersion[]>;
  /** Lets the version before the active one serve; the shipped model, null, where there is none. */
  rollBack(task: LearnedTask, language: Language): Promise<ModelVersion | null>;
  /** Serves what is active, and looks from time to time whether another node has activated something else. */
  start(): Promise<void>;
  stop(): void;
};

/** How late another node may be in serving newly activated weights. */
const LOOK_EVERY_MS = 15_000;

/** Keeps the models over their table. */
export function createModelKeeping(ports: ModelKeepingPorts): ModelKeeping {
  const { transact, models } = ports;
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

  return {
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
    async retrainNow(dev = []) {
      const versions = await learnAnew(ports, dev);
      await serveActive();
      return versions;
    },
    async rollBack(task, language) {
      const to = await transact(({ learning }) => activateOneBefore(learning, { task, language }));
      await serveActive();
      return to;
    },
    async start() {
      await serveActive();
      timer = setInterval(() => void serveActive().catch(() => undefined), LOOK_EVERY_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}

/** What was learned is kept, version by version; only what is better serves. */
async function learnAnew(
  { transact, clock }: ModelKeepingPorts,
  dev: readonly DevRows[],
): Promise<ModelVersion[]> {
  const versions: ModelVersion[] = [];
  for (const learned of await retrainApart(await readLessons(transact, dev))) {
    if (learned === null) continue;
    const { isBetter, ...version } = learned;
    const state = isBetter ? ('active' as const) : ('rejected' as const);
    versions.push(
      await transact(({ learning }) => learning.addVersion({ ...version, state, at: clock.now() })),
    );
  }
  return versions;
}

async function activateOneBefore(
  learning: LearningRepository,
  of: { task: LearnedTask; language: Language },
): Promise<ModelVersion | null> {
  const versions = (await learning.listVersions()).filter(
    ({ task, language, state }) => task === of.task && language === of.language && state !== 'rejected',
  );
  const active = versions.findIndex(({ state }) => state === 'active');
  const before = active < 0 ? null : (versions[active + 1] ?? null);
  await learning.activate({ ...of, versionId: before?.id ?? null });
  return before;
}

async function readLessons(
  transact: ModelKeepingPorts['transact'],
  dev: readonly DevRows[],
): Promise<Lessons[]> {
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
      const mood = dev.find((rows) => rows.task === 'mood' && rows.language === language);
      const intent = dev.find((rows) => rows.task === 'intent' && rows.language === language);
      return [
        {
          ...{ task: 'mood', language, lessons: moods.filter(own), serving: serving('mood') },
          dev: mood?.task === 'mood' ? mood.rows : [],
        },
        {
          ...{ task: 'intent', language, lessons: intents.filter(own), serving: serving('intent') },
          dev: intent?.task === 'intent' ? intent.rows : [],
        },
      ];
    });
  });
}
