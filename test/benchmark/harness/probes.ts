import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PinnedProcess, startPinned } from './pinned-process.ts';
import { summarise } from './samples.ts';

/** What the machine itself takes, in µs: a durable write of 4 KiB, and a word there and back over TCP between the two sets of cores. */
export type Probe = { fdatasyncUs: number; echoUs: number };

/** Measures the machine before and after each round, so that a round in which it changed can be thrown away. */
export type Probes = { measure(): Promise<Probe>; stop(): Promise<void> };

const SYNCS = 200;
const ECHOES = 1500;
/** Woken cores answer faster; what is measured are those. */
const WARM_UP_MS = 150;
const BLOCK = Buffer.alloc(4096, 'x');

/** Beyond this the two probes around a round do not speak of the same machine. */
const MOVED = 1.5;

/** Whether the machine changed between two probes. */
export function hasMoved(before: Probe, after: Probe): boolean {
  const isFar = (a: number, b: number) => Math.max(a, b) > MOVED * Math.min(a, b);
  return isFar(before.fdatasyncUs, after.fdatasyncUs) || isFar(before.echoUs, after.echoUs);
}

/** Probes between the cores of the servers and those of a generator. */
export async function startProbes(cores: {
  servers: string | null;
  generators: readonly (string | null)[];
}): Promise<Probes> {
  const file = join(import.meta.dirname, 'probe-process.ts');
  const server = await startPinned(file, { cores: cores.servers });
  const client = await startPinned(file, { cores: cores.generators[0] ?? null });
  const port = await server.ask<number>('listen');
  return {
    async measure() {
      const fdatasyncUs = await server.ask<number>('fdatasync');
      return { fdatasyncUs, echoUs: await client.ask<number>('echo', port) };
    },
    async stop() {
      await Promise.all([server, client].map((one: PinnedProcess) => one.stop()));
    },
  };
}

/** Listens and sends back what comes. Gives the port. */
export async function listenForEchoes(): Promise<number> {
  const server = createServer({ noDelay: true }, (line) => line.pipe(line));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** The middle time of a word there and back, in µs. */
export async function timeEchoes(port: number): Promise<number> {
  const line = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => line.once('connect', resolve).once('error', reject));
  const times: number[] = [];
  const warmUntil = performance.now() + WARM_UP_MS;
  while (times.length < ECHOES) {
    const from = performance.now();
    line.write('.');
    await new Promise((resolve) => line.once('data', resolve));
    if (from > warmUntil) times.push((performance.now() - from) * 1000);
  }
  line.destroy();
  return summarise(times).p50;
}

/** The middle time to write 4 KiB in place and have them on the disk, in µs. */
export function timeSyncs(): number {
  const path = join(tmpdir(), `baton-probe-${process.pid}`);
  const file = openSync(path, 'w');
  try {
    writeSync(file, BLOCK, 0, BLOCK.length, 0);
    fdatasyncSync(file);
    const times = Array.from({ length: SYNCS }, () => {
      const from = performance.now();
      writeSync(file, BLOCK, 0, BLOCK.length, 0);
      fdatasyncSync(file);
      return (performance.now() - from) * 1000;
    });
    return summarise(times).p50;
  } finally {
    closeSync(file);
    rmSync(path);
  }
}
