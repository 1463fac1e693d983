import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCheck } from '../checker/check.ts';
import { createRecorder, type Recorder, readRecording } from '../checker/recording.ts';
import type { Verdict } from '../checker/verdict.ts';
import { createFaultProxy, type FaultProxy } from '../proxy/fault-proxy.ts';
import { createRandom, type Random } from '../random.ts';
import type { Campaign, CampaignReport, Say } from './campaign.ts';
import { type Contender, openContender } from './clients/contender.ts';
import { askAsCustomer, openCustomerSession, signInAgent } from './clients/sign-in.ts';
import { disturb, nodeTrouble } from './disturbance.ts';
import { type Fleet, startFleet } from './fleet.ts';
import { noRaces, type RaceCounts, race, type Track } from './races.ts';
import { brokenPromises, percentile } from './report.ts';
import { describeFleet, watchStandstill } from './standstill.ts';
import { readStored, untilJobsAreDone } from './stored.ts';
import { startWeather, type Weather } from './weather.ts';

type Options = {
  races: number;
  claimers: string;
  nodes: number;
  agents: number;
  conversations: number;
  atOnce: number;
  seed: number;
  faultEveryMs: number;
  killEveryMs: number;
};

/** Case R4: agents on several nodes race for conversations, also by the queue, from a colleague's hands, and from who vanished. */
export const claims: Campaign<Options> = {
  name: 'claims',
  summary:
    'agents race for conversations on several nodes: one owner each, and the losers are told who (R4, H3, H5)',
  defaults: {
    races: 2000,
    claimers: '2-50',
    nodes: 2,
    agents: 52,
    conversations: 100,
    atOnce: 32,
    seed: 1,
    faultEveryMs: 2000,
    killEveryMs: 60_000,
  },
  run,
};

async function run(options: Options, say: Say): Promise<CampaignReport> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-faults-'));
  const recording = join(folder, 'told.txt');
  const fleet = await startFleet({
    nodes: options.nodes,
    agents: options.agents,
    hasLead: true,
    environment: { BATON_OFFLINE_AFTER_SECONDS: '1', BATON_LEASE_SECONDS: '1' },
  });
  const recorder = createRecorder(recording);
  const stage = await setStage(fleet, options, recorder);
  const counts = noRaces();
  const progress = setInterval(() => say(`${counts.races} of ${options.races} races`), 10_000);
  const standstill = watchStandstill({
    progress: () => counts.races,
    describe: async () => [...describeContenders(stage.contenders), ...(await describeFleet(fleet))],
    say,
  });
  const random = createRandom(options.seed);
  let weathers: Weather[] = [];
  try {
    const conversations = await makeWaiting(fleet, options.conversations);
    if (options.faultEveryMs > 0) {
      weathers = stage.proxies.map((proxy, index) =>
        startWeather(proxy, random.fork(`weather ${index}`), options.faultEveryMs),
      );
    }
    const kills = disturb(
      options.killEveryMs,
      random.fork('kills'),
      nodeTrouble(fleet, options.nodes, random.fork('nodes')),
    );
    const startedAt = performance.now();
    const track = { contenders: stage.contenders, random, terms: readRange(options.claimers), counts };
    await Promise.race([runRaces(options, track, conversations), kills.failed, standstill.failed]);
    const seconds = (performance.now() - startedAt) / 1000;
    await kills.stop();
    for (const weather of weathers) weather.stop();
    for (const { line } of stage.contenders) line.close();
    await fleet.stopNodes();
    recorder.close();
    const verdict = await judge(fleet, recording);
    return {
      figures: {
        ...figuresOf(counts, verdict, seconds),
        'losers told within ms, p50': percentile([stage.waits], 0.5),
        'losers told within ms, p99': percentile([stage.waits], 0.99),
        ...kills.figures,
      },
      violations: brokenPromises(verdict),
    };
  } finally {
    clearInterval(progress);
    standstill.stop();
    for (const weather of weathers) weather.stop();
    for (const { line } of stage.contenders) line.close();
    for (const proxy of stage.proxies) await proxy.stop();
    await fleet.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Stage = { proxies: FaultProxy[]; contenders: Contender[]; waits: number[] };

/** One proxy before each node, so that every race is run on all of them; a node that is down is down for its agents. */
async function setStage(fleet: Fleet, options: Options, recorder: Recorder): Promise<Stage> {
  const proxies = await Promise.all(
    Array.from({ length: options.nodes }, (_, node) =>
      createFaultProxy({ target: () => fleet.portOf(node) ?? NOBODY_LISTENS, seed: options.seed + node }),
    ),
  );
  const waits: number[] = [];
  const arena = {
    recorder,
    numbers: numbersOf(fleet),
    lost(ms: number) {
      const slot = Math.ceil(Math.log2(Math.max(1, ms)));
      waits[slot] = (waits[slot] ?? 0) + 1;
    },
  };
  const door = () => fleet.ports()[0] ?? NOBODY_LISTENS;
  const contenders = await Promise.all(
    fleet.accounts.map(async (account, index) => {
      const client = index + 1;
      const token = await signInAgent(door, client, account);
      const port = proxies[index % proxies.length]?.port ?? NOBODY_LISTENS;
      return openContender({ client, account, port, token, arena });
    }),
  );
  return { proxies, contenders, waits };
}

const NOBODY_LISTENS = 1;

function numbersOf({ accounts }: Fleet): Map<string, number> {
  return new Map(accounts.map(({ id }, index) => [id as string, index + 1]));
}

/** Customers who want a person; the bot has had its say. */
async function makeWaiting(fleet: Fleet, count: number): Promise<string[]> {
  const door = () => fleet.ports()[0] ?? NOBODY_LISTENS;
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const token = await openCustomerSession(door, 100_000 + index);
    await askAsCustomer({ door, token }, 'message/send', { clientId: randomUUID(), text: '你好' });
    const { conversation } = await askAsCustomer<{ conversation: { id: string } }>(
      { door, token },
      'handoff/request',
      {
        clientId: randomUUID(),
      },
    );
    ids.push(conversation.id);
  }
  await untilJobsAreDone(fleet.database);
  return ids;
}

/** Runs so many races at once, each on conversations of its own. */
async function runRaces(
  { races, atOnce }: Options,
  track: Track,
  conversations: readonly string[],
): Promise<void> {
  let left = races;
  async function lane(random: Random, own: readonly string[]): Promise<void> {
    let giveUp = nothing;
    let before = '';
    while (left > 0) {
      left -= 1;
      const conversationId = random.pick(own);
      // Sometimes whoever has it lets go while the others already claim it.
      if (conversationId !== before || random.next() < 0.7) {
        await giveUp();
        giveUp = nothing;
      }
      giveUp = await race({ ...track, random }, conversationId, giveUp);
      before = conversationId;
    }
    await giveUp();
  }
  const lanes = Array.from({ length: Math.min(atOnce, conversations.length) }, (_, index) =>
    lane(
      track.random.fork(`lane ${index}`),
      conversations.filter((_id, at) => at % atOnce === index),
    ),
  );
  await Promise.all(lanes);
}

function nothing(): Promise<void> {
  return Promise.resolve();
}

/** Whoever waits for an answer. */
function describeContenders(contenders: readonly Contender[]): string[] {
  return contenders.flatMap(({ client, line }) =>
    line
      .open()
      .map(
        ({ name, tries, ms }) =>
          `agent ${client} (${line.isUp() ? 'up' : 'down'}) has asked ${name} ${tries + 1} times for ${ms} ms`,
      ),
  );
}

async function judge(fleet: Fleet, recording: string): Promise<Verdict> {
  const check = createCheck(new Set());
  for await (const stored of readStored(fleet.database, numbersOf(fleet))) check.takeStored(stored);
  for (const told of readRecording(recording)) check.takeTold(told);
  return check.finish([]);
}

function figuresOf(
  counts: RaceCounts,
  { counts: judged }: Verdict,
  seconds: number,
): CampaignReport['figures'] {
  return {
    ...counts,
    'races per second': Math.round(counts.races / seconds),
    'answers judged': judged.claims,
    'answers given while a change was being committed': judged.claimsDuringCommit,
    'latest of them, ms after the decision': judged.latestDuringCommit,
    assignments: judged.assignments,
  };
}

/** `2-50`. */
function readRange(text: string): { few: number; most: number } {
  const [few = Number.NaN, most = few] = text.split('-').map(Number);
  if (!(few >= 1 && most >= few)) throw new TypeError(`--claimers is a range such as 2-50, not ${text}`);
  return { few, most };
}
