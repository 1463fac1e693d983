import { createRecorder } from '../checker/recording.ts';
import { createFaultProxy } from '../proxy/fault-proxy.ts';
import { createRandom } from '../random.ts';
import {
  type AgentClient,
  type Books,
  type CustomerClient,
  claim,
  giveBack,
  openAgent,
  openCustomer,
  reply,
  revise,
} from './clients/pair.ts';
import { openCustomerSession, signInAgent } from './clients/sign-in.ts';
import { startWeather } from './weather.ts';

/** A share of the clients of the messages campaign, in a process of its own, with its own proxy before the nodes. */
export type MessagesShare = {
  type: 'begin';
  seed: number;
  ports: number[];
  recording: string;
  /** Each agent with the customers whom they serve. */
  desks: { client: number; login: string; password: string; customers: number[] }[];
  /** How many messages each customer and their agent say together, and how many of them in one stretch with the agent. */
  messages: number;
  stretch: number;
  /** Mean time between faults, and 0 for none. */
  faultEveryMs: number;
};
export type ToMessagesWorker = MessagesShare | { type: 'ports'; ports: number[] } | { type: 'catch-up' };
export type FromMessagesWorker =
  | { type: 'progress'; acknowledged: number }
  | { type: 'said' }
  | { type: 'done'; stats: MessagesStats };
export type MessagesStats = {
  repeats: number;
  connects: number;
  /** How many entries views lacked before the last catching up. */
  late: number;
  waits: number[];
  faults: Record<string, number>;
};

const NOBODY_LISTENS = 1;
/** So that the bot is heard as often as it is cut short. */
const PATIENT_CHANCE = 0.7;
const MOST_PATIENCE_MS = 2500;
/** How often somebody edits or takes back what they just said (rule D19). */
const REGRET_CHANCE = 0.04;
let ports: number[] = [];
let caughtUp: () => void = () => undefined;

// Whoever started it is gone: nobody wants the rest.
process.once('disconnect', () => process.exit());
process.on('message', (message: ToMessagesWorker) => {
  if (message.type === 'ports') ports = message.ports;
  if (message.type === 'catch-up') caughtUp();
  if (message.type === 'begin') {
    run(message).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    });
  }
});

function tell(message: FromMessagesWorker): void {
  process.send?.(message);
}

async function run(share: MessagesShare): Promise<void> {
  ({ ports } = share);
  const random = createRandom(share.seed);
  const choice = random.fork('nodes');
  const target = () => (ports.length === 0 ? NOBODY_LISTENS : choice.pick(ports));
  const proxy = await createFaultProxy({ target, seed: share.seed });
  const recorder = createRecorder(share.recording);
  const books: Books = { recorder, waits: [] };
  const desks = await Promise.all(share.desks.map((desk) => openDesk(desk, proxy.port, books)));
  const isFaulty = share.faultEveryMs > 0;
  const weather = isFaulty ? startWeather(proxy, random.fork('weather'), share.faultEveryMs) : null;
  const timer = setInterval(() => tell({ type: 'progress', acknowledged: count(books.waits) }), 1000);

  await Promise.all(
    desks.flatMap(({ agent, customers }) => customers.map((customer) => talk(agent, customer, share))),
  );
  const asked = new Promise<void>((resolve) => {
    caughtUp = resolve;
  });
  clearInterval(timer);
  tell({ type: 'progress', acknowledged: count(books.waits) });
  tell({ type: 'said' });
  await asked;
  weather?.stop();
  const views = desks.flatMap(({ agent, customers }) => [
    ...agent.views.values(),
    ...customers.flatMap((customer) => [...customer.views.values()]),
  ]);
  const before = sum(views.map((view) => view.last()));
  await Promise.all(views.map((view) => view.catchUp()));
  const late = sum(views.map((view) => view.last())) - before;
  const lines = desks.flatMap(({ agent, customers }) => [agent.line, ...customers.map(({ line }) => line)]);
  recorder.close();
  const repeats = sum(lines.map(({ stats }) => stats.repeats));
  const connects = sum(lines.map(({ stats }) => stats.connects));
  tell({
    type: 'done',
    stats: { repeats, connects, late, waits: [...books.waits], faults: weather?.counts ?? {} },
  });
  for (const line of lines) line.close();
  await proxy.stop();
  process.disconnect();
}

type Desk = { agent: AgentClient; customers: CustomerClient[] };

async function openDesk(desk: MessagesShare['desks'][number], port: number, books: Books): Promise<Desk> {
  const door = () => ports[0] ?? NOBODY_LISTENS;
  const agent = openAgent({
    client: desk.client,
    port,
    token: await signInAgent(door, desk.client, desk),
    books,
  });
  const customers = await Promise.all(
    desk.customers.map(async (client) =>
      openCustomer({ client, port, token: await openCustomerSession(door, client), books }),
    ),
  );
  return { agent, customers };
}

/**
 * A customer talks with the bot, wants a person at once or a little later, gets one while the bot may still be composing, both talk at once, the
 * bot is back; and again, until all is said. In the end the agent has the conversation.
 */
async function talk(agent: AgentClient, customer: CustomerClient, share: MessagesShare): Promise<void> {
  let left = share.messages;
  const random = createRandom(share.seed).fork(customer.client);
  const say = async (most: number, speak: () => Promise<void>) => {
    for (let said = 0; said < most && left > 0; said += 1) {
      left -= 1;
      await speak();
    }
  };
  /** Now and then one regrets what one said. */
  const speak = async () => {
    await customer.say();
    if (random.next() < REGRET_CHANCE) await customer.recall();
  };
  const answer = async () => {
    await reply(agent, customer);
    if (random.next() < REGRET_CHANCE) await revise(agent, customer, random.next() < 0.5 ? 'edit' : 'recall');
  };
  await customer.say();
  left -= 1;
  for (;;) {
    await say(1, () => customer.say());
    if (random.next() < PATIENT_CHANCE) await pause(random.int(0, MOST_PATIENCE_MS));
    await claim(agent, customer);
    await Promise.all([say(share.stretch, speak), say(share.stretch, answer)]);
    if (left <= 0) return;
    await giveBack(agent, customer.conversationId());
    await say(1, speak);
  }
}

function count(waits: readonly (number | undefined)[]): number {
  return sum(waits.map((waited) => waited ?? 0));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
