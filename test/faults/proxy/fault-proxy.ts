import { connect, createServer, type Server, type Socket } from 'node:net';
import { createRandom, type Random } from '../random.ts';
import { createLink, type Link } from './link.ts';
import type { Direction, Dose } from './toxic.ts';

/** A server's port on this machine, asked for anew for each connection: it may have moved, or there are several. */
export type Target = () => number;

/** A TCP proxy that does to connections what networks do to them. */
export type FaultProxy = {
  port: number;
  /** Connections now. */
  size(): number;
  /** From now on, on connections that are there and that come; returns what takes it away again. */
  add(dose: Dose): () => void;
  /** Takes all toxics away and lets connections in again. */
  heal(): void;
  /** `down`: refuses new connections and cuts those that are there. */
  setDown(isDown: boolean): void;
  /** Resets each connection with this chance, as when a cable is pulled. Returns how many. */
  cut(chance: number): number;
  stop(): Promise<void>;
};

type Connection = {
  links: Record<Direction, Link>;
  random: Random;
  reset(): void;
  destroy(): void;
};

/** Opens a proxy on a free port of this machine. */
export async function createFaultProxy({
  target,
  seed,
}: {
  target: Target;
  seed: number;
}): Promise<FaultProxy> {
  const random = createRandom(seed);
  const connections = new Set<Connection>();
  const doses = new Set<Dose>();
  let isDown = false;
  let count = 0;

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    if (isDown) {
      client.resetAndDestroy();
      return;
    }
    count += 1;
    const connection = open(client, target(), random.fork(count));
    connections.add(connection);
    client.once('close', () => connections.delete(connection));
    for (const dose of doses) befall(connection, dose);
  });
  await listen(server);

  function befall({ links, random: own }: Connection, { toxic, direction, toxicity = 1 }: Dose): void {
    if (own.next() < toxicity) links[direction].befall(toxic);
  }

  function remove(dose: Dose): void {
    doses.delete(dose);
    for (const { links } of connections) links[dose.direction].relieve(dose.toxic);
  }

  return {
    port: portOf(server),
    size: () => connections.size,
    add(given) {
      // A toxic of its own, so that the same one given twice can be taken away once.
      const dose = { ...given, toxic: { ...given.toxic } };
      doses.add(dose);
      for (const connection of connections) befall(connection, dose);
      return () => remove(dose);
    },
    heal() {
      isDown = false;
      for (const dose of doses) remove(dose);
    },
    setDown(now) {
      isDown = now;
      if (now) for (const connection of connections) connection.reset();
    },
    cut(chance) {
      const hit = [...connections].filter(() => random.next() < chance);
      for (const connection of hit) connection.reset();
      return hit.length;
    },
    async stop() {
      for (const connection of connections) connection.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function open(client: Socket, port: number, random: Random): Connection {
  const upstream = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
  const close = () => {
    client.destroy();
    upstream.destroy();
  };
  const reset = () => {
    client.resetAndDestroy();
    upstream.resetAndDestroy();
  };
  const ends = { close, reset };
  const links = {
    upstream: createLink(client, upstream, { random: random.fork('up'), ends }),
    downstream: createLink(upstream, client, { random: random.fork('down'), ends }),
  };
  join(client, upstream, { reading: links.upstream, writing: links.downstream });
  join(upstream, client, { reading: links.downstream, writing: links.upstream });
  return { links, random, reset, destroy: close };
}

/**
 * What breaks on one side breaks on the other; so does a server that is not there. What ends in order is passed on by the link that reads it,
 * in its own time.
 */
function join(one: Socket, other: Socket, { reading, writing }: Record<'reading' | 'writing', Link>): void {
  one.on('error', () => other.resetAndDestroy());
  one.once('close', (hadError) => {
    writing.stop();
    if (!hadError && one.readableEnded) return;
    reading.stop();
    other.destroy();
  });
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, resolve);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy does not listen on a port');
  return address.port;
}
