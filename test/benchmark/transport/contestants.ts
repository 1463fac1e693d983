import { createServer, type Server as HttpServer } from 'node:http';
import { createClient } from '@redis/client';
import { createShardedAdapter } from '@socket.io/redis-adapter';
import { createAdapter as createStreamsAdapter } from '@socket.io/redis-streams-adapter';
import { Client } from 'pg';
import { Server } from 'socket.io';
import { openRedisLink } from '../../../backend/cluster/redis-link.ts';
import { readSeal, rememberCopies } from '../../../backend/cluster/wire.ts';
import type { Topic } from '../../../backend/runtime/topics.ts';

/** Where the contestants find what carries them. */
export type Places = { redisUrl: string; databaseUrl: string; nodeId: string };

/** A way from node to node. A message is a line of text that begins with what tells it apart from all others, and a line break. */
export type Transport = {
  /** To every node that subscribed to one of the topics. */
  publish(topics: readonly Topic[], message: string): void;
  subscribe(topics: readonly Topic[]): Promise<void>;
  close(): Promise<void>;
};

type Open = (places: Places, onMessage: (message: string) => void) => Promise<Transport>;

/** All that are compared. */
export const contestants: Readonly<Record<string, Open>> = {
  'own topics, Redis pub/sub': openOwnTopics,
  'Socket.IO, sharded pub/sub': openSharded,
  'Socket.IO, Redis streams': openStreams,
  'PostgreSQL NOTIFY': openNotify,
};

/** What the backend uses, as it uses it: copies of one message that come by several topics are dropped unread. */
async function openOwnTopics(
  { redisUrl, nodeId }: Places,
  onMessage: (message: string) => void,
): Promise<Transport> {
  const copies = rememberCopies();
  const linked = Promise.withResolvers<void>();
  const link = openRedisLink({
    url: redisUrl,
    nodeId,
    prefix: 'bench',
    onMessage(message) {
      const sealed = readSeal(message);
      if (sealed !== null && copies.isNew(sealed)) onMessage(message);
    },
    onState: (state) => state === 'linked' && linked.resolve(),
    onBeat: () => undefined,
    onError: (error) => console.error(error.message),
  });
  await linked.promise;
  return {
    publish: link.publish,
    subscribe: async (topics) => void (await Promise.all(topics.map(link.interest.add))),
    close: link.close,
  };
}

async function openSharded(places: Places, onMessage: (message: string) => void): Promise<Transport> {
  const clients = [await connectRedis(places), await connectRedis(places)] as const;
  return openSocketIo(createShardedAdapter(...clients), { onMessage, clients });
}

async function openStreams(places: Places, onMessage: (message: string) => void): Promise<Transport> {
  const client = await connectRedis(places);
  return openSocketIo(createStreamsAdapter(client), { onMessage, clients: [client] });
}

type Redis = Awaited<ReturnType<typeof connectRedis>>;

async function connectRedis({ redisUrl }: Places) {
  const client = createClient({ url: redisUrl, RESP: 2 });
  client.on('error', (error: Error) => console.error(error.message));
  return await client.connect();
}

/** A server of Socket.IO whose rooms hold one socket that only takes what would be written to it. */
function openSocketIo(
  adapter: ConstructorParameters<typeof Server>[1] extends infer Options
    ? NonNullable<Options extends { adapter?: infer Adapter } ? Adapter : never>
    : never,
  { onMessage, clients }: { onMessage: (message: string) => void; clients: readonly Redis[] },
): Transport {
  const http: HttpServer = createServer();
  const io = new Server(http, { adapter, serveClient: false });
  const place = io.of('/');
  const taker = {
    notifyOutgoingListeners: ({ data }: { data: [string, string] }) => onMessage(data[1]),
    client: { writeToEngine: () => undefined },
  };
  place.sockets.set('taker', taker as never);
  return {
    publish: (topics, message) => void place.to([...topics]).emit('fact', message),
    async subscribe(topics) {
      await place.adapter.addAll('taker', new Set(topics));
      await new Promise((resolve) => setTimeout(resolve, 300));
    },
    async close() {
      place.sockets.delete('taker');
      await place.adapter.close();
      for (const client of clients) if (client.isOpen) client.destroy();
      http.close();
    },
  };
}

/** One statement after the other, each with all that was said since the last. */
async function openNotify({ databaseUrl }: Places, onMessage: (message: string) => void): Promise<Transport> {
  const speaking = new Client({ connectionString: databaseUrl });
  const hearing = new Client({ connectionString: databaseUrl });
  await Promise.all([speaking.connect(), hearing.connect()]);
  const seen = rememberCopies();
  hearing.on('notification', ({ payload = '' }) => {
    const sealed = readSeal(payload);
    if (sealed !== null && seen.isNew(sealed)) onMessage(payload);
  });
  let waiting: [topic: string, message: string][] = [];
  let isSpeaking = false;
  async function speak(): Promise<void> {
    isSpeaking = true;
    while (waiting.length > 0) {
      const now = waiting;
      waiting = [];
      const [topics, messages] = [now.map(([topic]) => topic), now.map(([, message]) => message)];
      await speaking.query({
        name: 'notify',
        text: 'select pg_notify(t, m) from unnest($1::text[], $2::text[]) as all_of (t, m)',
        values: [topics, messages],
      });
    }
    isSpeaking = false;
  }
  return {
    publish(topics, message) {
      for (const topic of topics) waiting.push([topic, message]);
      if (!isSpeaking) void speak();
    },
    async subscribe(topics) {
      for (const topic of topics) await hearing.query(`listen "${topic}"`);
    },
    async close() {
      await Promise.all([speaking.end(), hearing.end()]);
    },
  };
}
