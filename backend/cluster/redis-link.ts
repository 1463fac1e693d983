import { createClient } from '@redis/client';
import type { Interest, Topic } from '../runtime/topics.ts';

/** Whether what this node publishes reaches the others, and theirs reaches it. */
export type LinkState = 'linked' | 'degraded';

export type RedisLinkParts = {
  url: string;
  /** This node's own name, unlike any other's. */
  nodeId: string;
  /** Keeps shops apart that share a Redis. */
  prefix: string;
  onMessage(message: string): void;
  /** Called with every change. After `degraded` something may have been lost in either direction. */
  onState(state: LinkState): void;
  /** How long the way over Redis and back took, in milliseconds; told about every second. */
  onBeat(ms: number): void;
  onError(error: Error): void;
};

/** Topics over Redis publish and subscribe: at most once, in order from each node. */
export type RedisLink = {
  state(): LinkState;
  interest: Interest;
  /** Sends to whoever is subscribed to any of the topics, once per topic. Drops it while the link is down. */
  publish(topics: readonly Topic[], message: string): void;
  /** The connection for other uses; it refuses at once while there is none. */
  client: ReturnType<typeof openClient>;
  close(): Promise<void>;
};

/** Each second a beat goes through Redis and comes back: only that shows that the whole way is open, both connections and the server. */
const BEAT_MS = 1000;
/** A beat that takes longer means that the link is down, whatever the sockets say. */
const LATE_MS = 3000;
/** A connection on which nothing comes for so long, though a beat is sent every second, is opened anew. */
const SILENT_MS = 5000;
const CONNECT_MS = 2000;
const LONGEST_RETRY_MS = 2000;
/** What may wait to be written; beyond this Redis is too slow and what is published is given up. */
const MOST_WAITING = 20_000;

/** Opens the link and goes on opening it for as long as it takes; begins `degraded`. */
export function openRedisLink(parts: RedisLinkParts): RedisLink {
  const publisher = openClient(parts.url, {
    disableOfflineQueue: true,
    commandsQueueMaxLength: MOST_WAITING,
  });
  const subscriber = openClient(parts.url, {});
  const wanted = new Map<Topic, number>();
  const channelOf = (topic: string) => `${parts.prefix}:${topic}`;
  const beatChannel = channelOf(`beat:${parts.nodeId}`);
  let state: LinkState = 'degraded';
  let isClosed = false;
  let beatSentAt: number | null = null;

  function change(next: LinkState): void {
    if (next === state || isClosed) return;
    state = next;
    parts.onState(next);
  }

  function takeBeat(): void {
    if (beatSentAt === null) return;
    parts.onBeat(performance.now() - beatSentAt);
    beatSentAt = null;
    if (state === 'degraded') void restore();
  }

  /** Whatever was to be heard and could not be subscribed while the line was down is subscribed first. */
  async function restore(): Promise<void> {
    try {
      if (wanted.size > 0) await subscriber.subscribe([...wanted.keys()].map(channelOf), parts.onMessage);
      change('linked');
    } catch {
      // The line is down again; the next beat tries again.
    }
  }

  function beat(): void {
    const now = performance.now();
    if (beatSentAt !== null && now - beatSentAt > LATE_MS) {
      beatSentAt = null;
      change('degraded');
    }
    if (!publisher.isReady || !subscriber.isReady) return;
    beatSentAt ??= now;
    publisher.publish(beatChannel, '').catch(() => undefined);
  }

  for (const client of [publisher, subscriber]) {
    client.on('error', (error: Error) => {
      beatSentAt = null;
      change('degraded');
      if (!isClosed) parts.onError(error);
    });
    client.on('reconnecting', () => change('degraded'));
    client.on('ready', beat);
    client.connect().catch(() => undefined);
  }
  subscriber.subscribe(beatChannel, takeBeat).catch(() => undefined);
  const timer = setInterval(beat, BEAT_MS);
  timer.unref();

  return {
    state: () => state,
    client: publisher,
    interest: {
      add(topic) {
        const count = wanted.get(topic) ?? 0;
        wanted.set(topic, count + 1);
        const subscribed = subscriber.subscribe(channelOf(topic), parts.onMessage).catch(() => undefined);
        // Who connects while the link is down must not wait for it: the database is asked instead.
        return state === 'linked' ? subscribed : Promise.resolve();
      },
      remove(topic) {
        const count = wanted.get(topic) ?? 0;
        if (count > 1) {
          wanted.set(topic, count - 1);
          return;
        }
        wanted.delete(topic);
        subscriber.unsubscribe(channelOf(topic), parts.onMessage).catch(() => undefined);
      },
    },
    publish(topics, message) {
      if (state === 'degraded') return;
      for (const topic of topics) {
        // What Redis did not take is lost to the others: they are told to look for themselves once the link is whole again.
        publisher.publish(channelOf(topic), message).catch(() => change('degraded'));
      }
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      for (const client of [publisher, subscriber]) if (client.isOpen) client.destroy();
    },
  };
}

function openClient(url: string, more: { disableOfflineQueue?: boolean; commandsQueueMaxLength?: number }) {
  return createClient({
    url,
    ...more,
    socket: {
      connectTimeout: CONNECT_MS,
      socketTimeout: SILENT_MS,
      reconnectStrategy: (retries) =>
        Math.min(50 * 2 ** retries, LONGEST_RETRY_MS) * (0.5 + Math.random() / 2),
    },
  });
}
