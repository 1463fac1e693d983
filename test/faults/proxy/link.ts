import type { Socket } from 'node:net';
import type { Random } from '../random.ts';
import type { Toxic } from './toxic.ts';

/** What a link may do to the whole connection. */
export type Ends = { close(): void; reset(): void };

/** One way of one connection: takes what the source says and passes it on, as the toxics that befall it allow. */
export type Link = {
  befall(toxic: Toxic): void;
  /** A black hole that goes takes the connection along: what fell into it is gone, and a stream with a hole is none. */
  relieve(toxic: Toxic): void;
  stop(): void;
};

type Piece = { bytes: Buffer; cameAt: number };

/** So much may wait in a link before the source is no longer read. */
const MAX_WAITING_BYTES = 1 << 20;

/** Passes on from one socket to the other. */
export function createLink(from: Socket, to: Socket, { random, ends }: { random: Random; ends: Ends }): Link {
  const toxics = new Set<Toxic>();
  const timers = new Map<Toxic, NodeJS.Timeout>();
  const passed = new Map<Toxic, number>();
  let waiting: Piece[] = [];
  let waitingBytes = 0;
  let isPumping = false;
  let isEnded = false;
  let isStopped = false;

  from.on('data', take);
  from.on('end', () => {
    isEnded = true;
    void pump();
  });

  function take(bytes: Buffer): void {
    if (isHole()) return;
    if (toxics.size === 0 && !isPumping && waiting.length === 0) {
      if (!to.write(bytes)) holdBack();
      return;
    }
    waiting.push({ bytes, cameAt: performance.now() });
    waitingBytes += bytes.length;
    if (waitingBytes > MAX_WAITING_BYTES) from.pause();
    void pump();
  }

  function holdBack(): void {
    from.pause();
    to.once('drain', () => from.resume());
  }

  async function pump(): Promise<void> {
    if (isPumping) return;
    isPumping = true;
    while (!isStopped) {
      const piece = waiting.shift();
      if (piece === undefined) break;
      await pass(piece);
      waitingBytes -= piece.bytes.length;
      if (waitingBytes <= MAX_WAITING_BYTES) from.resume();
    }
    isPumping = false;
    if (isEnded && !isStopped && !isHole()) await end();
  }

  async function end(): Promise<void> {
    const slow = find('slow_close');
    if (slow) await pause(slow.delayMs);
    if (!isStopped) to.end();
  }

  async function pass({ bytes, cameAt }: Piece): Promise<void> {
    const late = find('latency');
    if (late) await pause(cameAt + jittered(late.latencyMs, late.jitterMs) - performance.now());
    const slicer = find('slicer');
    for (const slice of slicer ? cut(bytes, slicer) : [bytes]) {
      const narrow = find('bandwidth');
      if (narrow) await pause((slice.length / narrow.bytesPerSecond) * 1000);
      if (isStopped || isHole() || !(await write(slice))) return;
      if (slicer) await pause(slicer.delayMs);
    }
  }

  /** False when the connection has had all that it may have. */
  async function write(bytes: Buffer): Promise<boolean> {
    const limit = find('limit_data');
    const before = limit ? (passed.get(limit) ?? 0) : 0;
    const allowed = limit ? bytes.subarray(0, Math.max(0, limit.bytes - before)) : bytes;
    if (limit) passed.set(limit, before + allowed.length);
    if (to.destroyed) return false;
    const isTaken = allowed.length === 0 || to.write(allowed);
    if (limit && allowed.length < bytes.length) {
      to.end(() => ends.close());
      return false;
    }
    if (!isTaken) await new Promise<void>((done) => to.once('drain', done).once('close', done));
    return true;
  }

  function* cut(bytes: Buffer, { averageSize, sizeVariation }: Extract<Toxic, { type: 'slicer' }>) {
    for (let at = 0; at < bytes.length; ) {
      const size = Math.max(1, jittered(averageSize, sizeVariation));
      yield bytes.subarray(at, at + size);
      at += size;
    }
  }

  function find<T extends Toxic['type']>(type: T): Extract<Toxic, { type: T }> | undefined {
    for (const toxic of toxics) if (toxic.type === type) return toxic as Extract<Toxic, { type: T }>;
    return undefined;
  }

  function isHole(): boolean {
    return toxics.size > 0 && (find('timeout') ?? find('reset_peer')) !== undefined;
  }

  function jittered(middle: number, spread: number): number {
    return Math.round(middle + (random.next() * 2 - 1) * spread);
  }

  return {
    befall(toxic) {
      toxics.add(toxic);
      if (toxic.type === 'timeout' && toxic.timeoutMs > 0)
        timers.set(toxic, setTimeout(ends.close, toxic.timeoutMs));
      if (toxic.type === 'reset_peer') timers.set(toxic, setTimeout(ends.reset, toxic.timeoutMs));
    },
    relieve(toxic) {
      if (!toxics.delete(toxic)) return;
      clearTimeout(timers.get(toxic));
      if (toxic.type === 'timeout' || toxic.type === 'reset_peer') ends.close();
    },
    stop() {
      isStopped = true;
      waiting = [];
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

function pause(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();
}
