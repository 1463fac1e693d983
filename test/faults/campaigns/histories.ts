import { startTestPostgres } from '../../support/postgres.ts';
import { createRandom } from '../random.ts';
import type { Campaign, CampaignReport, Say } from './campaign.ts';
import type { FromHistoriesWorker, HistoriesShare } from './histories-worker.ts';
import { startWorkers } from './workers.ts';

type Options = { count: number; steps: number; workers: number; seed: number };

/** Case R5: random histories over the real server against a model, the consoles caught up in the end; what fails is shrunk and printed. */
export const histories: Campaign<Options> = {
  name: 'histories',
  summary:
    'random histories over the real server against a model: no divergence, catching up equals a fresh read (R5, R2, H2, H9, D4)',
  defaults: { count: 200, steps: 25, workers: 2, seed: 1 },
  run,
};

async function run(options: Options, say: Say): Promise<CampaignReport> {
  const postgres = await startTestPostgres();
  const played = Array.from({ length: options.workers }, () => 0);
  const workers = startWorkers<HistoriesShare, FromHistoriesWorker>(
    new URL('./histories-worker.ts', import.meta.url),
    options.workers,
    (message, index) => {
      if (message.type === 'progress') played[index] = message.histories;
    },
  );
  const progress = setInterval(() => say(`${sum(played)} of ${options.count} histories`), 10_000);
  try {
    const random = createRandom(options.seed);
    for (const index of played.keys()) {
      workers.send(
        {
          type: 'begin',
          databaseUrl: await postgres.createDatabase(),
          count: Math.ceil(options.count / options.workers),
          // The first worker has the campaign's own seed, so that a failure is had again with one worker.
          seed: index === 0 ? options.seed : random.fork(index).int(0, 2 ** 30),
          steps: options.steps,
        },
        index,
      );
    }
    const done = await workers.all('done');
    return {
      figures: {
        histories: sum(done.map((one) => one.histories)),
        steps: sum(done.map((one) => one.steps)),
        'edits and recalls': sum(done.map((one) => one.revisions)),
      },
      violations: done.flatMap(({ failure }) => failure ?? []),
    };
  } finally {
    clearInterval(progress);
    workers.stop();
    await postgres.stop();
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
