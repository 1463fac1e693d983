import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCheck } from '../checker/check.ts';
import { readRecording } from '../checker/recording.ts';
import type { Verdict } from '../checker/verdict.ts';
import { createRandom } from '../random.ts';
import type { CampaignReport, Say } from './campaign.ts';
import type { Disturbance } from './disturbance.ts';
import { type Fleet, type FleetOptions, startFleet } from './fleet.ts';
import type {
  FromMessagesWorker,
  MessagesShare,
  MessagesStats,
  ToMessagesWorker,
} from './messages-worker.ts';
import { brokenPromises, percentile } from './report.ts';
import { describeFleet, watchStandstill } from './standstill.ts';
import { findWords, readStored, untilJobsAreDone } from './stored.ts';
import { startWorkers, type Workers } from './workers.ts';

/** How many messages of how many clients, and what goes wrong meanwhile. */
export type MessageOptions = {
  messages: number;
  clients: number;
  nodes: number;
  workers: number;
  seed: number;
  stretch: number;
  faultEveryMs: number;
};

/** One of so many clients is an agent, who serves the customers between. */
const AGENT_EVERY = 10;

/** What a campaign adds to it: where the fleet stands, and what troubles it beside the network. */
export type Particulars = {
  fleet?: Partial<FleetOptions>;
  trouble: (fleet: Fleet) => Disturbance;
};

/** Lets customers and agents talk through a bad network until all is said, and judges what all of them wrote down. */
export async function runMessages(
  options: MessageOptions,
  say: Say,
  particulars: Particulars,
): Promise<CampaignReport> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-faults-'));
  const recordings = Array.from({ length: options.workers }, (_, index) => join(folder, `told-${index}.txt`));
  const desks = planDesks(options);
  const acknowledged = recordings.map(() => 0);
  const workers = startWorkers<ToMessagesWorker, FromMessagesWorker>(
    new URL('./messages-worker.ts', import.meta.url),
    options.workers,
    (message, index) => {
      if (message.type === 'progress') acknowledged[index] = message.acknowledged;
    },
  );
  const onPorts = (ports: number[]) => workers.send({ type: 'ports', ports });
  const fleet = await startFleet({
    nodes: options.nodes,
    agents: desks.length,
    onPorts,
    ...particulars.fleet,
  });
  const progress = setInterval(() => say(`${sum(acknowledged)} of ${options.messages} messages`), 10_000);
  const standstill = watchStandstill({
    progress: () => sum(acknowledged),
    describe: () => describeFleet(fleet),
    say,
  });
  try {
    const startedAt = performance.now();
    begin({ options, fleet, workers, recordings, desks });
    const disturbance = particulars.trouble(fleet);
    const done = workers.all('done');
    await Promise.race([workers.all('said'), disturbance.failed, standstill.failed]);
    standstill.stop();
    const seconds = (performance.now() - startedAt) / 1000;
    await disturbance.stop();
    await untilJobsAreDone(fleet.database);
    workers.send({ type: 'catch-up' });
    const stats = (await done).map((message) => message.stats);
    say('all said; judging');
    // Whose agents have gone goes back to the queue after a while: nothing may change any more.
    await fleet.stopNodes();
    const verdict = await judge(fleet, { desks, recordings });
    return {
      figures: { ...figuresOf(verdict, stats, seconds), ...disturbance.figures },
      violations: brokenPromises(verdict),
    };
  } finally {
    clearInterval(progress);
    standstill.stop();
    workers.stop();
    await fleet.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Agents' numbers come first, so that an agent's number is their place in the list of accounts. */
function planDesks({ clients }: MessageOptions): { client: number; customers: number[] }[] {
  const agents = Math.max(1, Math.round(clients / AGENT_EVERY));
  const desks = Array.from({ length: agents }, (_, index) => ({
    client: index + 1,
    customers: [] as number[],
  }));
  for (let client = agents + 1; client <= Math.max(clients, agents + 1); client += 1) {
    desks[client % agents]?.customers.push(client);
  }
  return desks;
}

type Beginning = {
  options: MessageOptions;
  fleet: Fleet;
  workers: Workers<ToMessagesWorker, FromMessagesWorker>;
  recordings: readonly string[];
  desks: ReturnType<typeof planDesks>;
};

function begin({ options, fleet, workers, recordings, desks }: Beginning): void {
  const pairs = sum(desks.map(({ customers }) => customers.length));
  for (const [index, recording] of recordings.entries()) {
    const own = desks.filter((_desk, at) => at % options.workers === index);
    const share: MessagesShare = {
      type: 'begin',
      seed: createRandom(options.seed)
        .fork(`worker ${index}`)
        .int(0, 2 ** 31),
      ports: fleet.ports(),
      recording,
      messages: Math.ceil(options.messages / pairs),
      stretch: options.stretch,
      faultEveryMs: options.faultEveryMs,
      desks: own.map((desk) => {
        const { login = '', password = '' } = fleet.accounts[desk.client - 1] ?? {};
        return { ...desk, login, password };
      }),
    };
    workers.send(share, index);
  }
}

async function judge(
  fleet: Fleet,
  { desks, recordings }: { desks: ReturnType<typeof planDesks>; recordings: readonly string[] },
): Promise<Verdict> {
  const customers = new Set(desks.flatMap((desk) => desk.customers));
  const agents = new Map(fleet.accounts.map(({ id }, index) => [id as string, index + 1]));
  const check = createCheck(customers);
  const views: { client: number; conversation: number }[] = [];
  for await (const stored of readStored(fleet.database, agents)) {
    check.takeStored(stored);
    for (const { body } of stored.entries) {
      if (body.type !== 'said' || !customers.has(body.client)) continue;
      views.push({ client: body.client, conversation: stored.conversation });
      if (stored.owner !== null) views.push({ client: stored.owner, conversation: stored.conversation });
      break;
    }
  }
  for (const found of await findWords(fleet.database)) check.takeFound(found);
  for (const recording of recordings) for (const told of readRecording(recording)) check.takeTold(told);
  return check.finish(views);
}

function figuresOf(
  { counts }: Verdict,
  stats: readonly MessagesStats[],
  seconds: number,
): CampaignReport['figures'] {
  const waits = stats.map((one) => one.waits);
  const faults: Record<string, number> = {};
  for (const { faults: own } of stats) {
    for (const [name, count] of Object.entries(own)) faults[name] = (faults[name] ?? 0) + count;
  }
  return {
    ...counts,
    'messages per second': Math.round(counts.acknowledged / seconds),
    'acknowledged within ms, p50': percentile(waits, 0.5),
    'acknowledged within ms, p99': percentile(waits, 0.99),
    repeats: sum(stats.map(({ repeats }) => repeats)),
    connections: sum(stats.map(({ connects }) => connects)),
    'read only by the last catching up': sum(stats.map(({ late }) => late)),
    ...Object.fromEntries(Object.entries(faults).map(([name, count]) => [`fault ${name}`, count])),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
