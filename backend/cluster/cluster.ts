import type { Clock } from '../runtime/clock.ts';
import type { FactBus } from '../runtime/facts.ts';
import { newId } from '../runtime/ids.ts';
import type { Log } from '../runtime/log.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { SharedCounts } from '../runtime/rate-limit.ts';
import { type Interest, noInterest } from '../runtime/topics.ts';
import { topicsOf } from './fact-topics.ts';
import { createPeers, type Peers } from './peers.ts';
import { type LinkState, openRedisLink, type RedisLink } from './redis-link.ts';
import { readContent, readSeal, rememberCopies, type Sealed, seal, type Telegram } from './wire.ts';

export type ClusterParts = {
  /** Null: this node is the only one. */
  redisUrl: string | null;
  /** Keeps shops apart that share a Redis. */
  prefix: string;
  facts: FactBus;
  clock: Clock;
  log: Log;
  metrics: Metrics;
};

/** How this node stands to the others. `degraded`: it may not hear of what they do, and looks into the database instead. */
export type ClusterState = 'alone' | LinkState;

/** The other nodes. */
export type Cluster = {
  /** This node's own name, a new one with every start. */
  nodeId: string;
  state(): ClusterState;
  interest: Interest;
  /** Where what is counted is counted over all nodes; null where there are no others. */
  shared: SharedCounts | null;
  /**
   * Told when something may have been missed, and again when the link is whole: then what was missed can be found in the database, and from
   * then on nothing more is missed.
   */
  onDoubt(listener: () => void): void;
  close(): Promise<void>;
};

/** Grows when nodes of two versions would misunderstand one another: then they find what the other does in the database. */
const WIRE = 1;
/** How long the start waits for the link; without it this node serves all the same. */
const START_WAIT_MS = 2000;

/**
 * Joins the other nodes: what is committed here is told to those who have somebody for it, and what they commit is told here. Without a
 * Redis there are none, and nothing is done.
 */
export async function joinCluster(parts: ClusterParts): Promise<Cluster> {
  const { redisUrl, facts, clock } = parts;
  const nodeId = newId();
  if (redisUrl === null) return alone(nodeId);
  const doubts = new Set<() => void>();
  const doubt = (): void => {
    for (const listener of doubts) listener();
  };
  const hearing = createHearing(nodeId, { ...parts, doubt });
  const { link, send, linked } = openTelegraph({ ...parts, redisUrl, nodeId, doubt }, hearing);
  parts.metrics.linkChanged(false);
  await link.interest.add('nodes');
  const leave = facts.subscribe((fact, origin) => {
    if (origin === 'here' && link.state() === 'linked') send(topicsOf(fact, clock.now()), { fact });
  });
  await Promise.race([linked, new Promise((resolve) => setTimeout(resolve, START_WAIT_MS).unref())]);
  return {
    nodeId,
    state: link.state,
    interest: link.interest,
    shared: { client: link.client, prefix: parts.prefix },
    onDoubt: (listener) => void doubts.add(listener),
    async close() {
      leave();
      hearing.peers.stop();
      send(['nodes'], { word: 'leaving' });
      await link.close();
    },
  };
}

function alone(nodeId: string): Cluster {
  return {
    nodeId,
    state: () => 'alone',
    interest: noInterest,
    shared: null,
    onDoubt: () => undefined,
    close: () => Promise.resolve(),
  };
}

type TelegraphParts = ClusterParts & { redisUrl: string; nodeId: string; doubt: () => void };

/** The link, and what this node says of itself on it. `linked` resolves when the others are heard for the first time. */
function openTelegraph({ nodeId, doubt, metrics, log, ...parts }: TelegraphParts, hearing: NodeHearing) {
  const linked = Promise.withResolvers<void>();
  let sent = 0;
  function send(topics: Parameters<RedisLink['publish']>[0], telegram: Telegram): void {
    sent += 1;
    link.publish(topics, seal(nodeId, sent, telegram));
  }
  const link = openRedisLink({
    url: parts.redisUrl,
    nodeId,
    prefix: `${parts.prefix}:${WIRE}`,
    onMessage: hearing.take,
    onState(state) {
      metrics.linkChanged(state === 'linked');
      log.warn({ state }, state === 'linked' ? 'The other nodes are heard' : 'The other nodes are not heard');
      if (state === 'linked') {
        linked.resolve();
        send(['nodes'], { word: 'look-yourselves' });
      } else hearing.peers.forgetAll();
      doubt();
    },
    onBeat(ms) {
      metrics.linkBeat(ms);
      send(['nodes'], { word: 'alive' });
    },
    onError: (error) => log.debug({ error }, 'Redis'),
  });
  return { link, send, linked: linked.promise };
}

type NodeHearing = { take(message: string): void; peers: Peers };

/** What is done with each message: one's own echo and copies are dropped, facts are told to this node's listeners. */
function createHearing(
  nodeId: string,
  { facts, log, metrics, doubt }: ClusterParts & { doubt: () => void },
): NodeHearing {
  const copies = rememberCopies();
  const peers = createPeers((sender) => {
    copies.forget(sender);
    doubt();
  });

  function read(sealed: Sealed): void {
    const telegram = readContent(sealed);
    if ('fact' in telegram) {
      metrics.factHeard();
      facts.receive(telegram.fact);
    }
    if ('word' in telegram && telegram.word === 'look-yourselves') doubt();
    if ('word' in telegram && telegram.word === 'leaving') {
      peers.left(sealed.sender);
      copies.forget(sealed.sender);
    }
  }

  return {
    peers,
    take(message) {
      const sealed = readSeal(message);
      if (sealed === null || sealed.sender === nodeId || !copies.isNew(sealed)) return;
      peers.heard(sealed.sender);
      try {
        read(sealed);
      } catch (error) {
        log.error({ error }, 'What another node told could not be read');
      }
    },
  };
}
