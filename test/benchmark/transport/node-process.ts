import type { AgentId, CustomerId } from '#shared/domain/ids';
import type { Topic } from '../../../backend/runtime/topics.ts';
import { answerQuestions } from '../harness/pinned-process.ts';
import { summarise } from '../harness/samples.ts';
import { contestants, type Places, type Transport } from './contestants.ts';

/** One node of the benchmark: it publishes facts at a rate, or hears those of the other. */

const CUSTOMERS = 1000;
const AGENTS = 200;
/** About what a changed conversation with one new entry weighs. */
const BODY = JSON.stringify({ fact: { type: 'conversation-changed', filler: 'x'.repeat(1900) } });

let transport: Transport | undefined;
let times: number[] = [];
let heard = 0;

answerQuestions({
  async open({ name, places }: { name: string; places: Places }) {
    transport = await contestants[name]?.(places, take);
  },
  /** Every second customer and every second agent has a socket here. */
  async subscribe() {
    const topics: Topic[] = [];
    for (let i = 1; i < CUSTOMERS; i += 2) topics.push(customerTopic(i));
    for (let i = 1; i < AGENTS; i += 2) topics.push(agentTopic(i));
    await transport?.subscribe(topics);
  },
  publish: ({ rate, seconds, sender }: { rate: number; seconds: number; sender: string }) =>
    publish(rate, seconds, sender),
  async collect() {
    const { user, system } = process.cpuUsage();
    const result = { heard, summary: summarise(times), cpuUs: user + system };
    times = [];
    heard = 0;
    return result;
  },
  cpu() {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
  stop: () => transport?.close(),
});

function take(message: string): void {
  const end = message.indexOf('\n');
  const [, , due] = message.slice(end + 1, end + 60).split('|');
  JSON.parse(message.slice(message.indexOf('{', end)));
  heard += 1;
  times.push(Number(process.hrtime.bigint()) / 1e6 - Number(due));
}

/** Open loop: each message is due at its time, whatever became of those before; times count from then. Gives how many have a hearer. */
async function publish(
  rate: number,
  seconds: number,
  sender: string,
): Promise<{ sent: number; wanted: number }> {
  const startedAt = Number(process.hrtime.bigint()) / 1e6;
  const total = Math.round(rate * seconds);
  let sent = 0;
  let wanted = 0;
  await new Promise<void>((done) => {
    const timer = setInterval(() => {
      const now = Number(process.hrtime.bigint()) / 1e6;
      while (sent < total && startedAt + (sent / rate) * 1000 <= now) {
        const customer = sent % CUSTOMERS;
        const agent = Math.floor(sent / 2) % AGENTS;
        if (customer % 2 === 1 || agent % 2 === 1) wanted += 1;
        const due = startedAt + (sent / rate) * 1000;
        sent += 1;
        transport?.publish(
          [customerTopic(customer), agentTopic(agent), 'overseers'],
          `${sender} ${sent}\n||${due}|${BODY}`,
        );
      }
      if (sent < total) return;
      clearInterval(timer);
      done();
    }, 1);
  });
  return { sent, wanted };
}

function customerTopic(index: number): Topic {
  return `customer:${index as unknown as CustomerId}`;
}

function agentTopic(index: number): Topic {
  return `agent:${index as unknown as AgentId}`;
}
