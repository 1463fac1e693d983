import type { IntentName } from '#shared/domain/intent';
import type { Language } from '#shared/domain/language';
import { type LearnedTask, learnedTaskSchema, type ModelVersion } from '#shared/domain/learning';
import type { MoodLabel } from '#shared/domain/mood';
import { flowOfClass } from '../../backend/modules/intent/flows.ts';
import { createKnowledgeService } from '../../backend/modules/knowledge/index.ts';
import {
  createLearningService,
  createServedModels,
  type DevRows,
  type LearningService,
} from '../../backend/modules/learning/index.ts';
import { systemClock } from '../../backend/runtime/clock.ts';
import { connect } from '../../backend/storage/connection.ts';
import { createRepositories } from '../../backend/storage/repositories/index.ts';
import { createTransact } from '../../backend/storage/transaction.ts';
import { databaseAddress, type ShopOptions } from '../scripts/database-address.ts';
import { readRows } from './data.ts';

/** Runs work on what a shop has learned. */
async function withShop<T>(
  options: ShopOptions,
  work: (learning: LearningService) => Promise<T>,
): Promise<T> {
  const { db, close } = connect({ url: databaseAddress(options), poolSize: 3 });
  try {
    const noJobs = { enqueue: () => Promise.reject(new Error('Jobs belong to the running server')) };
    const transact = createTransact(db, (handle) => createRepositories(handle, () => noJobs));
    const knowledge = createKnowledgeService({ transact, clock: systemClock });
    const models = createServedModels();
    return await work(createLearningService({ transact, knowledge, models, clock: systemClock }));
  } finally {
    await close();
  }
}

/** What a shop has learned, newest first, a line each. */
export async function listLearned(options: ShopOptions): Promise<string[]> {
  const versions = await withShop(options, (learning) => learning.listVersions());
  return versions.length === 0
    ? ['Nothing was learned yet: the shipped models serve.']
    : versions.map(lineOf);
}

/** Learns anew and says how it went. With rows of `--dev`, being no worse on them is asked for too. */
export async function retrainShop(
  options: ShopOptions,
  dev: { task: string | undefined; language: string; files: string | undefined },
): Promise<string[]> {
  const rows = dev.files ? [devRowsOf(dev.task, dev.language === 'en' ? 'en' : 'zh', dev.files)] : [];
  const versions = await withShop(options, (learning) => learning.retrainNow(rows));
  return versions.length === 0 ? ['Too few corrections to learn from.'] : versions.map(lineOf);
}

/** Lets the version before the active one serve; the shipped model where there is none. A running server follows within 15 seconds. */
export async function rollBackShop(
  options: ShopOptions,
  task: string | undefined,
  language: string,
): Promise<string> {
  const known = learnedTaskSchema.parse(task);
  const of: Language = language === 'en' ? 'en' : 'zh';
  return await withShop(options, async (learning) => {
    const to = await learning.rollBack(known, of);
    return to === null
      ? `${known} ${of}: the shipped model serves.`
      : `${known} ${of}: version ${to.number} serves.`;
  });
}

/** Development rows in the form of corrections: `{"text","label"}`, intents by their class's flow. */
function devRowsOf(task: string | undefined, language: Language, files: string): DevRows {
  const rows = files
    .split(',')
    .flatMap((file) => readRows<{ text: string; label: unknown; intent?: string }>(file));
  const known: LearnedTask = learnedTaskSchema.parse(task);
  if (known === 'mood') {
    return {
      task: known,
      language,
      rows: rows.map(({ text, label }) => ({ text, label: String(label) as MoodLabel })),
    };
  }
  const flows = flowOfClass(language);
  const intentOf = (name: string): IntentName => flows.get(name) ?? 'other';
  return {
    task: known,
    language,
    rows: rows.map(({ text, label, intent }) => ({ text, intent: intentOf(intent ?? String(label)) })),
  };
}

function lineOf({ task, language, number, state, corrections, before, after, at }: ModelVersion): string {
  const parts = (['learned', 'heldOut', 'regression', 'dev'] as const).flatMap((part) => {
    const [was, is] = [before[part], after[part]];
    return was && is && is.rows > 0 ? [`${part} ${was.right} → ${is.right} of ${is.rows}`] : [];
  });
  return `${at.slice(0, 16)}  ${task} ${language} ${number}  ${state.padEnd(8)}  ${corrections} corrections: ${parts.join(', ')}`;
}
