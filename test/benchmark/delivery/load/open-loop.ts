import type { Socket } from 'socket.io-client';
import { seededRandom } from '../../../../backend/demo/content/random.ts';
import type { Crew } from './crew.ts';
import { type Answer, createLedger, type Ledger, type Tally } from './ledger.ts';
import { drawMessage, drawSchedule } from './messages.ts';

export type LoadTerms = {
  perSecond: number;
  seconds: number;
  seed: number;
  drainMs: number;
  /** Whether what is refused as too much is sent again with the same id when the server said, and a little later, as clients do. */
  isRepeating?: boolean;
};

/** What one generator saw. Times in µs from the moment at which each message was due, by one clock: customers and agents live in one process. */
export type LoadReport = Tally & {
  /** What was taken at the first try. */
  seenUs: Int32Array;
  /** What was put off and taken later. */
  laterUs: Int32Array;
  ackedUs: Int32Array;
  /** How late the generator itself sent. */
  lateUs: Int32Array;
  /** Share of a core that the generator used, without what it spent waiting awake for the next message. */
  cpuShare: number;
};

/** The last part of a wait is spent awake, because timers are a millisecond coarse. */
const AWAKE_MS = 1.5;

/**
 * Sends at scheduled times, whatever comes back (open loop), the customers in turn; afterwards waits until everything sent has become of
 * something, at most `drainMs`.
 */
export async function runLoad(crew: Crew, terms: LoadTerms): Promise<LoadReport> {
  const random = seededRandom(terms.seed);
  const due = drawSchedule(random, terms);
  const texts = Array.from({ length: Math.min(due.length, 500) }, () => drawMessage(random));
  const ledger = createLedger(crew, due);
  const cpu = process.cpuUsage();
  const from = performance.now();
  ledger.begin(from);
  const { awakeMs, lateUs } = await sendAll({ due, from }, (at) =>
    send(crew.customers[at % crew.customers.length], {
      at,
      text: texts[at % texts.length] ?? '',
      ledger,
      isRepeating: terms.isRepeating ?? false,
    }),
  );
  await ledger.settled(terms.drainMs);
  const elapsed = performance.now() - from;
  const used = process.cpuUsage(cpu);
  const cpuMs = (used.user + used.system) / 1000 - awakeMs;
  return { ...ledger.close(), lateUs, cpuShare: Math.max(0, cpuMs / elapsed) };
}

type Sending = { at: number; text: string; ledger: Ledger; isRepeating: boolean };

const TOO_MUCH = ['overloaded', 'rate-limited'];

function send(socket: Socket | undefined, sending: Sending): void {
  const { at, text, ledger, isRepeating } = sending;
  socket?.emit('message:send', { clientId: ledger.idOf(at), text }, (result: Answer) => {
    if (!isRepeating || result.ok || !TOO_MUCH.includes(result.error?.code ?? '')) {
      ledger.answered(at, result);
      return;
    }
    ledger.putOff(at);
    const waitMs = (result.error?.retryAfterMs ?? 1000) * (1 + Math.random() / 2);
    setTimeout(() => send(socket, sending), waitMs);
  });
}

async function sendAll(
  { due, from }: { due: Float64Array; from: number },
  sendOne: (at: number) => void,
): Promise<{ awakeMs: number; lateUs: Int32Array }> {
  const lateUs = new Int32Array(due.length);
  let awakeMs = 0;
  let next = 0;
  while (next < due.length) {
    for (let now = performance.now() - from; next < due.length && (due[next] ?? 0) <= now; next += 1) {
      lateUs[next] = (now - (due[next] ?? 0)) * 1000;
      sendOne(next);
    }
    const wait = (due[next] ?? 0) - (performance.now() - from);
    if (wait > AWAKE_MS + 1) await new Promise((resolve) => setTimeout(resolve, wait - AWAKE_MS));
    else {
      const turnMs = await timeTurn();
      if (turnMs < EMPTY_TURN_MS) awakeMs += turnMs;
    }
  }
  return { awakeMs, lateUs };
}

/** A turn of the event loop that was shorter did nothing but wait. */
const EMPTY_TURN_MS = 0.015;

async function timeTurn(): Promise<number> {
  const from = performance.now();
  await new Promise((resolve) => setImmediate(resolve));
  return performance.now() - from;
}
