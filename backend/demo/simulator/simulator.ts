import type { Clock } from '../../runtime/clock.ts';
import { type Cast, castScenario, type DemoCustomer, type Random, seededRandom } from '../content/index.ts';
import { miniProgramId } from '../seed-customers.ts';
import type { Door } from './door.ts';
import type { Phone } from './phone.ts';
import { pause, visit } from './visitor.ts';
import { openWebDoor } from './web-door.ts';

export type SimulatorParts = {
  /** The shop's public address: the simulated customers come through the same doors as real ones. */
  url: string;
  phone: Phone;
  customers: readonly DemoCustomer[];
  /** What the shop's server signs when one of its customers is signed in. */
  signIdentity: (customer: { key: string; name: string }) => Promise<string>;
  /** The same seed brings the same people in the same order with the same words. */
  seed: number;
  clock: Clock;
  /** 1 is a person's speed, less is faster. */
  pace: number;
  /** How many wait for a person now. */
  countWaiting: () => Promise<number>;
  onError: (error: unknown) => void;
};

/** So many may wait before newcomers stay away, and below so many they hurry. */
const MOST_WAITING = 11;
const FEW_WAITING = 5;
const MOST_VISITORS = 30;
/** Of those who talk to the bot, this share will end up waiting for a person. */
const SHARE_WAITING = 0.7;
/** Customers rest for so many others before they come again. */
const RESTING = 80;

/** Lets customers keep arriving until it is stopped. */
export function startSimulator(parts: SimulatorParts): { stop(): Promise<void> } {
  const controller = new AbortController();
  const visits = new Set<Promise<void>>();
  const run = arrive(parts, { signal: controller.signal, visits }).catch(parts.onError);
  return {
    async stop() {
      controller.abort();
      await run;
      await Promise.allSettled(visits);
    },
  };
}

type Run = { signal: AbortSignal; visits: Set<Promise<void>> };

async function arrive(parts: SimulatorParts, { signal, visits }: Run): Promise<void> {
  const random = seededRandom(parts.seed);
  const busy = new Set<string>();
  const rested: string[] = [];
  while (!signal.aborted) {
    const waiting = await parts.countWaiting().catch(() => MOST_WAITING);
    const talking = Math.max(0, visits.size - waiting);
    const hasRoom = waiting + talking * SHARE_WAITING < MOST_WAITING && visits.size < MOST_VISITORS;
    const cast = hasRoom
      ? castScenario(random, { customers: parts.customers, busy, now: parts.clock.now() })
      : null;
    if (cast) {
      busy.add(cast.customer.key);
      const visiting: Promise<void> = welcome(parts, cast, {
        random: seededRandom(random() * 2 ** 32),
        signal,
      })
        .catch(parts.onError)
        .finally(() => {
          visits.delete(visiting);
          rested.push(cast.customer.key);
          if (rested.length > RESTING) busy.delete(rested.shift() ?? '');
        });
      visits.add(visiting);
    }
    await pause(gapMs(random, waiting + talking) * parts.pace, signal);
  }
}

function gapMs(random: Random, present: number): number {
  return present < FEW_WAITING ? 2_000 + random() * 3_000 : 9_000 + random() * 16_000;
}

async function welcome(
  parts: SimulatorParts,
  cast: Cast,
  by: { random: Random; signal: AbortSignal },
): Promise<void> {
  const door = await openDoor(parts, cast, by.random);
  await visit({ cast, door, pace: parts.pace, ...by });
}

/** One of the customer's own channels. Who speaks of an order is mostly signed in, who only asks often is not. */
async function openDoor(parts: SimulatorParts, { customer, order }: Cast, random: Random): Promise<Door> {
  const { key, name, language, channels } = customer;
  const channel = channels[Math.floor(random() * channels.length)] ?? 'web';
  const isSignedIn = random() < (order === null ? 0.6 : 0.92);
  const identityToken = isSignedIn ? await parts.signIdentity({ key, name }) : null;
  if (channel === 'mini-program')
    return parts.phone.open({ id: miniProgramId(key), name, language, identityToken });
  return await openWebDoor({ url: parts.url, channel, language, identityToken });
}
