import { setTimeout as pause } from 'node:timers/promises';
import type { Interest, Topic } from '../runtime/topics.ts';
import { openRedisClient, type RedisClient } from './redis-client.ts';

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
  client: RedisClient;
  close(): Promise<void>;
};

/** Each second a beat goes through Redis and comes back: only that shows that the whole way is open, both connections and the server. */
const BEAT_MS = 1000;
/** A beat that takes longer means that the link is down, whatever the sockets say. */
const LATE_MS = 3000;
/** How long what was published last has to leave. */
const LAST_WORDS_MS = 500;

/** Opens the link and goes on opening it for as long as it takes; begins `degraded`. */
export function openRedisLink(parts: RedisLinkParts): RedisLink {
  const publisher = openRedisClient(parts.url, { isWaiting: false });
  const subscriber = openRedisClient(parts.url, { isWaiting: true });
  const channelOf = (topic: string) => `${parts.prefix}:${topic}`;
  const wanted = createWanted(subscriber, { channelOf, onMessage: parts.onMessage });
  let state: LinkState = 'degraded';
  let isClosed = false;
  let goesDown = Promise.withResolvers<void>();

  function change(next: LinkState): void {
    if (next === state || isClosed) return;
    state = next;
    if (next === 'linked') goesDown = Promise.withResolvers();
    else goesDown.resolve();
    parts.onState(next);
  }

  const pulse = startPulse({ publisher, subscriber, channel: channelOf(`beat:${parts.nodeId}`) }, (ms) => {
    if (ms === null) {
      change('degraded');
      return;
    }
    parts.onBeat(ms);
    // The line may go down again meanwhile; then the next beat tries again.
    if (state === 'degraded')
      wanted.subscribeAll().then(
        () => change('linked'),
        () => undefined,
      );
  });
  for (const client of [publisher, subscriber]) {
    client.on('error', (error: Error) => {
      pulse.miss();
      if (!isClosed) parts.onError(error);
    });
    client.on('ready', pulse.beat);
    client.connect().catch(() => undefined);
  }

  return {
    state: () => state,
    client: publisher,
    interest: {
      add(topic) {
        const subscribed = wanted.add(topic);
        // Who connects while the link is down must not wait for it: the database is asked instead.
        return state === 'linked' ? Promise.race([subscribed, goesDown.promise]) : Promise.resolve();
      },
      remove: wanted.remove,
    },
    publish(topics, message) {
      if (state === 'degraded') return;
      // What Redis did not take is lost to the others: they are told to look for themselves once the link is whole again.
      publisher.publishToAll(message, topics.map(channelOf)).catch(() => change('degraded'));
    },
    async close() {
      isClosed = true;
      pulse.stop();
      // What was published is answered in order: with this answer all of it has left.
      const hasLeft = publisher.ping().catch(() => undefined);
      if (state === 'linked') await Promise.race([hasLeft, pause(LAST_WORDS_MS)]);
      for (const client of [publisher, subscriber]) if (client.isOpen) client.destroy();
    },
  };
}

/** What is to be heard, counted by how many want it. */
function createWanted(
  subscriber: RedisClient,
  { channelOf, onMessage }: { channelOf: (topic: Topic) => string; onMessage: (message: string) => void },
) {
  const counts = new Map<Topic, number>();
  return {
    async add(topic: Topic): Promise<void> {
      counts.set(topic, (counts.get(topic) ?? 0) + 1);
      // What fails with the line is made up for by `subscribeAll`.
      await subscriber.subscribe(channelOf(topic), onMessage).catch(() => undefined);
    },
    remove(topic: Topic): void {
      const count = counts.get(topic) ?? 0;
      if (count > 1) {
        counts.set(topic, count - 1);
        return;
      }
      counts.delete(topic);
      subscriber.unsubscribe(channelOf(topic), onMessage).catch(() => undefined);
    },
    /** Subscribes to what is wanted and could not be subscribed to before. */
    async subscribeAll(): Promise<void> {
      if (counts.size > 0) await subscriber.subscribe([...counts.keys()].map(channelOf), onMessage);
    },
  };
}

/** Feels the whole way, there and back: tells how long it took, or `null` when it is not open. */
function startPulse(
  { publisher, subscriber, channel }: { publisher: RedisClient; subscriber: RedisClient; channel: string },
  tell: (ms: number | null) => void,
) {
  let sentAt: number | null = null;

  function miss(): void {
    sentAt = null;
    tell(null);
  }

  function beat(): void {
    const now = performance.now();
    if (sentAt !== null && now - sentAt > LATE_MS) miss();
    if (!publisher.isReady || !subscriber.isReady) return;
    sentAt ??= now;
    publisher.publish(channel, '').catch(() => undefined);
  }

  function heard(): void {
    if (sentAt === null) return;
    const ms = performance.now() - sentAt;
    sentAt = null;
    tell(ms);
  }

  subscriber.subscribe(channel, heard).catch(() => undefined);
  const timer = setInterval(beat, BEAT_MS);
  timer.unref();
  return { beat, miss, stop: () => clearInterval(timer) };
}
