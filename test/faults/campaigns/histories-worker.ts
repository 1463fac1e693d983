import fc from 'fast-check';
import { anyStep, emptyModel } from './histories/commands.ts';
import { openStage } from './histories/stage.ts';

/** A share of the histories, in a process with a backend and a database of its own. */
export type HistoriesShare = {
  type: 'begin';
  databaseUrl: string;
  count: number;
  seed: number;
  steps: number;
};
export type FromHistoriesWorker =
  | { type: 'progress'; histories: number }
  | { type: 'done'; histories: number; steps: number; revisions: number; failure: string | null };

// Whoever started it is gone: nobody wants the rest.
process.once('disconnect', () => process.exit());
process.on('message', (share: HistoriesShare) => {
  run(share).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
});

function tell(message: FromHistoriesWorker): void {
  process.send?.(message);
}

async function run({ databaseUrl, count, seed, steps: maxCommands }: HistoriesShare): Promise<void> {
  const stage = await openStage(databaseUrl);
  let histories = 0;
  let steps = 0;
  let revisions = 0;
  const timer = setInterval(() => tell({ type: 'progress', histories }), 1000);
  const property = fc.asyncProperty(
    fc.commands(anyStep(), { maxCommands, size: 'max' }),
    async (commands) => {
      const play = await stage.begin();
      try {
        await fc.asyncModelRun(() => ({ model: emptyModel(), real: play }), commands);
      } finally {
        histories += 1;
        steps += String(commands).split(',').length;
        revisions += await play.end();
      }
    },
  );
  const details = await fc.check(property, { numRuns: count, seed });
  clearInterval(timer);
  const report = await fc.asyncDefaultReportMessage(details);
  const failure = details.failed ? `${report}\n${String(details.errorInstance)}` : null;
  tell({ type: 'done', histories, steps, revisions, failure });
  await stage.stop();
  process.disconnect();
}
