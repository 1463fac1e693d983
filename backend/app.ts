import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { agentHandlers, customerHandlers, jobHandlers } from './app/handlers.ts';
import { createServices, type Services } from './app/services.ts';
import { createWebhookReceiver } from './channels/webhook/webhook-receiver.ts';
import { type Cluster, joinCluster } from './cluster/index.ts';
import { createHttpServer } from './http/http-server.ts';
import { createOriginCheck } from './http/origins.ts';
import { addPictureRoutes } from './http/picture-routes.ts';
import { addShopRoutes } from './http/shop-routes.ts';
import { createAuthorize } from './modules/access/index.ts';
import { type DeliveryTerms, deliveryTerms } from './modules/delivery/index.ts';
import { createDispatcher } from './realtime/dispatcher.ts';
import { openGateway } from './realtime/gateway.ts';
import { createToldMemory, type ToldMemory } from './realtime/told.ts';
import type { Clock } from './runtime/clock.ts';
import type { Config } from './runtime/config.ts';
import { createFactBus, type FactBus } from './runtime/facts.ts';
import type { Log } from './runtime/log.ts';
import { createMetrics, type Metrics } from './runtime/metrics.ts';
import { type Counters, createCounters } from './runtime/rate-limit.ts';
import { createShutdown } from './runtime/shutdown.ts';
import { openStorage, type Storage } from './storage/index.ts';

export type { Services } from './app/services.ts';

/** All that a backend is made of which is not the same everywhere. */
export type BackendParts = {
  config: Config;
  log: Log;
  clock: Clock;
  /** A running PostgreSQL, 15 or later; the schema is brought up to date. */
  databaseUrl: string;
  /** The database is this process's own: nobody else works on it, and whoever did before is gone. By default others may. */
  isAlone?: boolean;
  /** Whether the demo shop's page and its API are served. */
  hasShop: boolean;
  /** What must be there before the first request, such as the demo shop. */
  prepare?: (services: Services) => Promise<void>;
  /** The built pages; by default what the build makes. */
  folders?: { console: string; widget: string };
  /** How channels are tried, where a test can't wait as long as production does. */
  deliveryTerms?: DeliveryTerms;
  /** Check every answer against its schema: for tests. */
  isCheckingAnswers?: boolean;
};

/** A running backend. */
export type Backend = {
  /** Where it listens. */
  url: string;
  port: number;
  services: Services;
  /** Drains and stops everything but the database server: refuses the new, finishes what was begun, loses nothing. */
  stop(): Promise<void>;
};

const OUT = join(import.meta.dirname, '../out');

/** Puts a backend together and lets it listen. Production and tests call this same function. When a step fails, what was started is stopped. */
export async function createBackend(parts: BackendParts): Promise<Backend> {
  const { config, log, clock, isAlone = false } = parts;
  const metrics = createMetrics();
  const shutdown = createShutdown((step, error) => log.error({ step, error }, 'A step of stopping failed'));
  const facts = createFactBus((error) => log.error({ error }, 'A fact was not told to everybody'));
  try {
    const storage = await openStorage({ url: parts.databaseUrl, log, metrics, clock, isAlone });
    shutdown.add({ name: 'storage', run: storage.close });
    const cluster = await joinCluster({
      redisUrl: config.redisUrl,
      prefix: `baton:${await storage.identity()}`,
      ...{ facts, clock, log, metrics },
    });
    shutdown.add({ name: 'other nodes', run: cluster.close });
    shutdown.add({ name: 'jobs', run: storage.jobs.stop });
    const counters = createCounters(cluster.shared);
    const address = { url: config.publicUrl ?? '' };
    const services = createServices({
      ...{ config, clock, storage, facts, counters },
      deliveryTerms: parts.deliveryTerms ?? deliveryTerms,
      aloneSince: isAlone ? await storage.store.deliveries.now() : null,
      publicUrl: () => address.url,
    });
    await storage.aloneAtStart(async () => {
      await ensureIdentitySecret(services);
      await services.channels.prepare();
      await parts.prepare?.(services);
    });

    await services.learning.start();
    shutdown.add({ name: 'learning', run: () => Promise.resolve(services.learning.stop()) });

    const told = createToldMemory(clock);
    const stopped = { now: false };
    const { http, dispatcher } = await buildDoors({
      ...parts,
      ...{ metrics, storage, services, facts, stopped, cluster, told, counters },
    });
    shutdown.add({ name: 'http', run: () => http.close() });
    await storage.jobs.work(jobHandlers(services, log));
    const gateway = await openGateway(http.server, {
      ...{ ...services, dispatcher, facts, clock, log, metrics, told, counters, nodes: cluster },
      terms: { isConsoleOrigin: createOriginCheck(config.publicUrl), offlineAfterMs: config.offlineAfterMs },
    });
    shutdown.add({ name: 'sockets', run: gateway.close });
    shutdown.add({ name: 'requests under way', run: gateway.drain });
    shutdown.add({
      name: 'readiness',
      run() {
        stopped.now = true;
      },
    });

    await http.listen({ host: config.host, port: config.port });
    const port = portOf(http);
    const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
    address.url ||= url;
    return { url, port, services, stop: shutdown.run };
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

type DoorParts = BackendParts & {
  metrics: Metrics;
  storage: Storage;
  services: Services;
  facts: FactBus;
  stopped: { now: boolean };
  cluster: Cluster;
  told: ToldMemory;
  counters: Counters;
};

async function buildDoors(parts: DoorParts) {
  const { config, log, clock, metrics, storage, services, facts, hasShop } = parts;
  announceLoad(services, facts, log);
  metrics.watchQueue(storage.countQueue);
  metrics.watchUndelivered(() => services.delivery.count(null));
  const dispatcher = createDispatcher({
    agentHandlers: agentHandlers(services, { facts, clock, told: parts.told }),
    customerHandlers: customerHandlers(services, facts),
    authorize: createAuthorize({ access: storage.store.access, clock }),
    log,
    metrics,
    isCheckingAnswers: parts.isCheckingAnswers ?? false,
  });
  const http = await createHttpServer({
    ...services,
    counters: parts.counters,
    log,
    metrics,
    trustedProxies: config.trustedProxies,
    isConsoleOrigin: createOriginCheck(config.publicUrl),
    isSecure: config.publicUrl?.startsWith('https:') ?? false,
    answer: dispatcher.forCustomer,
    receiveWebhook: createWebhookReceiver({
      ...services,
      clock,
      onRefusedIdentity(reason, channelId) {
        metrics.identityRefused(reason);
        log.warn({ reason, channelId }, 'An identity token of a webhook was not believed');
      },
    }),
    checkReady: async () => {
      if (parts.stopped.now) throw new Error('stopping');
      await storage.ping();
      return { nodes: parts.cluster.state() };
    },
    files: {
      folders: parts.folders ?? { console: join(OUT, 'console'), widget: join(OUT, 'widget') },
      widgetAncestors: config.widgetAncestors,
      hasShop,
    },
    more: [
      (app) => addPictureRoutes(app, services.catalogue),
      ...(hasShop ? [(app: FastifyInstance) => addShopRoutes(app, { ...services, clock })] : []),
    ],
  });
  return { http, dispatcher };
}

/** Who has how many conversations is seen by all; it changes with every change of owner. */
function announceLoad({ agents }: Services, facts: FactBus, log: Log): void {
  facts.subscribe((fact, origin) => {
    if (origin === 'elsewhere' || fact.type !== 'conversation-changed') return;
    if (fact.before?.ownerId === fact.after.ownerId) return;
    for (const id of [fact.before?.ownerId, fact.after.ownerId]) {
      if (id) agents.announce(id).catch((error: unknown) => log.error({ error }, 'A load was not announced'));
    }
  });
}

/** The secret that the shop signs identity tokens with is made on the first start. */
async function ensureIdentitySecret({ settings }: Services): Promise<void> {
  try {
    await settings.read('identity-secret');
  } catch {
    await settings.write('identity-secret', randomBytes(32).toString('base64url'));
  }
}

function portOf(http: FastifyInstance): number {
  const address = http.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
