import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createSender } from './channels/sender.ts';
import { createWebAdapter } from './channels/web/web-adapter.ts';
import { createWebhookAdapter } from './channels/webhook/webhook-adapter.ts';
import { createWebhookReceiver } from './channels/webhook/webhook-receiver.ts';
import { createHttpServer } from './http/http-server.ts';
import { createOriginCheck } from './http/origins.ts';
import { addPictureRoutes } from './http/picture-routes.ts';
import { createAuthorize } from './modules/access/index.ts';
import { createAgentService } from './modules/agents/index.ts';
import { createAssignmentService } from './modules/assignment/index.ts';
import { createBot } from './modules/bot/index.ts';
import { createCannedReplyService } from './modules/canned/index.ts';
import { createCardMaker } from './modules/cards/index.ts';
import { createCatalogueService, createProductFinder } from './modules/catalogue/index.ts';
import { createChannelService } from './modules/channels/index.ts';
import { createConversationService } from './modules/conversations/index.ts';
import { createCustomerService, createMergeService } from './modules/customers/index.ts';
import { createDispositionService } from './modules/dispositions/index.ts';
import { createHandoffService } from './modules/handoff/index.ts';
import { createImportService } from './modules/imports/index.ts';
import { createInsightsService } from './modules/insights/index.ts';
import { createIntentModel } from './modules/intent/index.ts';
import { createKnowledgeService } from './modules/knowledge/index.ts';
import { createOrderService } from './modules/orders/index.ts';
import { createRecommendationService } from './modules/recommendations/index.ts';
import { createSentimentModel } from './modules/sentiment/index.ts';
import { createSettingsService } from './modules/settings/index.ts';
import { conversationHandlers } from './realtime/agent-handlers/conversations.ts';
import { handoffHandlers } from './realtime/agent-handlers/handoffs.ts';
import { outcomeHandlers } from './realtime/agent-handlers/outcomes.ts';
import { sessionHandlers } from './realtime/agent-handlers/session.ts';
import { shopHandlers } from './realtime/agent-handlers/shop.ts';
import { customerConversationHandlers } from './realtime/customer-handlers/conversations.ts';
import { customerSessionHandlers } from './realtime/customer-handlers/session.ts';
import { createDispatcher } from './realtime/dispatcher.ts';
import { openGateway } from './realtime/gateway.ts';
import type { AgentHandlers, CustomerHandlers } from './realtime/handler.ts';
import type { Clock } from './runtime/clock.ts';
import type { Config } from './runtime/config.ts';
import { createFactBus, type FactBus } from './runtime/facts.ts';
import type { JobHandlers } from './runtime/jobs.ts';
import type { Log } from './runtime/log.ts';
import { createMetrics, type Metrics } from './runtime/metrics.ts';
import { createShutdown } from './runtime/shutdown.ts';
import { openStorage, type Storage } from './storage/index.ts';

/** All that a backend is made of which is not the same everywhere. */
export type BackendParts = {
  config: Config;
  log: Log;
  clock: Clock;
  /** A running PostgreSQL, 15 or later; the schema is brought up to date. */
  databaseUrl: string;
  /** Whether the demo shop's page and its API are served. */
  hasShop: boolean;
  /** What must be there before the first request, such as the demo shop. */
  prepare?: (services: Services) => Promise<void>;
  /** The built pages; by default what the build makes. */
  folders?: { console: string; widget: string };
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

/** The doors of all modules, wired to one database. */
export type Services = ReturnType<typeof createServices>;

const OUT = join(import.meta.dirname, '../out');

/** Puts a backend together and lets it listen. Production and tests call this same function. When a step fails, what was started is stopped. */
export async function createBackend(parts: BackendParts): Promise<Backend> {
  const { config, log, clock } = parts;
  const metrics = createMetrics();
  const shutdown = createShutdown((step, error) => log.error({ step, error }, 'A step of stopping failed'));
  const facts = createFactBus((error) => log.error({ error }, 'A fact was not told to everybody'));
  try {
    const storage = await openStorage({ url: parts.databaseUrl, log, metrics });
    shutdown.add({ name: 'storage', run: storage.close });
    const address = { url: config.publicUrl ?? '' };
    const services = createServices({ config, clock, storage, facts, publicUrl: () => address.url });
    await ensureIdentitySecret(services);
    await services.channels.prepare();
    await parts.prepare?.(services);

    const stopped = { now: false };
    const stopReadiness = () => {
      stopped.now = true;
    };
    const { http, dispatcher } = await buildDoors({ ...parts, metrics, storage, services, facts, stopped });
    shutdown.add({ name: 'http', run: () => http.close() });
    await storage.jobs.work(jobHandlers(services));
    shutdown.add({ name: 'jobs', run: storage.jobs.stop });
    const gateway = await openGateway(http.server, {
      ...services,
      dispatcher,
      facts,
      clock,
      log,
      metrics,
      terms: { isConsoleOrigin: createOriginCheck(config.publicUrl), offlineAfterMs: config.offlineAfterMs },
    });
    shutdown.add({ name: 'sockets', run: gateway.close });
    shutdown.add({ name: 'requests under way', run: gateway.drain });
    shutdown.add({ name: 'readiness', run: stopReadiness });

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

type ServiceParts = {
  config: Config;
  clock: Clock;
  storage: Storage;
  facts: FactBus;
  publicUrl: () => string;
};

function createServices({ config, clock, storage, facts, publicUrl }: ServiceParts) {
  const { transact, reading, store } = storage;
  const settings = createSettingsService({ transact: reading });
  const catalogue = createCatalogueService({ transact: reading });
  const finder = createProductFinder({ catalogue, clock });
  const orders = createOrderService({ transact: reading, settings, clock });
  const cards = createCardMaker({ catalogue, orders, settings });
  const knowledge = createKnowledgeService({ transact: reading, clock });
  const recommendations = createRecommendationService({
    transact: reading,
    catalogue,
    finder,
    orders,
    settings,
    clock,
  });
  const sentiment = createSentimentModel();
  const conversations = createConversationService({ transact, store, facts, clock, sentiment, cards });
  const handoff = createHandoffService({ transact, store, facts, clock });
  const merges = createMergeService({
    transact,
    identitySecret: () => settings.read('identity-secret'),
    facts,
    clock,
  });
  const adapters = {
    web: createWebAdapter('web'),
    app: createWebAdapter('app'),
    webhook: createWebhookAdapter({ publicUrl, clock }),
  };
  const { web, app, webhook } = adapters;
  const limits = { web: web.limits, app: app.limits, webhook: webhook.limits };
  return {
    settings,
    catalogue,
    orders,
    knowledge,
    recommendations,
    conversations,
    handoff,
    merges,
    adapters,
    channels: createChannelService({ transact: reading, limits }),
    agents: createAgentService({ transact, facts, clock, terms: config }),
    assignment: createAssignmentService({ transact, facts, clock }),
    dispositions: createDispositionService({ store, clock }),
    insights: createInsightsService({
      store,
      timeZone: async () => (await settings.read('shop')).timeZone,
      clock,
    }),
    canned: createCannedReplyService({ transact: reading }),
    imports: createImportService({ transact }),
    customers: createCustomerService({
      transact,
      merges,
      orders,
      catalogue,
      pastConversations: conversations.listPast,
      clock,
    }),
    bot: createBot({
      conversations: handoff,
      intents: createIntentModel(),
      shop: { orders, catalogue, finder, cards, knowledge, recommendations, settings, clock },
      facts,
    }),
  };
}

type DoorParts = BackendParts & {
  metrics: Metrics;
  storage: Storage;
  services: Services;
  facts: FactBus;
  stopped: { now: boolean };
};

async function buildDoors(parts: DoorParts) {
  const { config, log, clock, metrics, storage, services, facts, hasShop } = parts;
  announceLoad(services, facts, log);
  metrics.watchQueue(storage.countQueue);
  const dispatcher = createDispatcher({
    agentHandlers: agentHandlers(services, { facts, clock }),
    customerHandlers: customerHandlers(services, facts),
    authorize: createAuthorize({ transact: storage.reading, clock }),
    log,
    metrics,
    isCheckingAnswers: parts.isCheckingAnswers ?? false,
  });
  const http = await createHttpServer({
    ...services,
    log,
    metrics,
    trustedProxies: config.trustedProxies,
    isConsoleOrigin: createOriginCheck(config.publicUrl),
    isSecure: config.publicUrl?.startsWith('https:') ?? false,
    answer: dispatcher.forCustomer,
    receiveWebhook: createWebhookReceiver({ ...services, clock }),
    checkReady: async () => {
      if (parts.stopped.now) throw new Error('stopping');
      await storage.ping();
    },
    files: {
      folders: parts.folders ?? { console: join(OUT, 'console'), widget: join(OUT, 'widget') },
      widgetAncestors: config.widgetAncestors,
      hasShop,
    },
    more: [(app) => addPictureRoutes(app, services.catalogue)],
  });
  return { http, dispatcher };
}

/** Every request of the agents' namespace has its handler here, or this does not compile. */
function agentHandlers(services: Services, more: { facts: FactBus; clock: Clock }): AgentHandlers {
  return {
    ...sessionHandlers({ ...services, ...more }),
    ...conversationHandlers({ ...services, ...more, listAgents: services.agents.listStatus }),
    ...handoffHandlers(services),
    ...outcomeHandlers(services),
    ...shopHandlers(services),
  };
}

function customerHandlers(services: Services, facts: FactBus): CustomerHandlers {
  return {
    ...customerSessionHandlers({ ...services, facts }),
    ...customerConversationHandlers({ ...services, facts }),
  };
}

function jobHandlers(services: Services): JobHandlers {
  return {
    'bot-turn': ({ conversationId, seq }) => services.bot.turn(conversationId, seq),
    'channel-send': createSender(services),
    'offer-expiry': ({ conversationId }) => services.handoff.expireOffer(conversationId),
    'lease-expiry': async ({ agentId, presenceAt }) => {
      await services.handoff.releaseVanishedAgent(agentId, presenceAt);
    },
  };
}

/** Who has how many conversations is seen by all; it changes with every change of owner. */
function announceLoad({ agents }: Services, facts: FactBus, log: Log): void {
  facts.subscribe((fact) => {
    if (fact.type !== 'conversation-changed' || fact.before?.ownerId === fact.after.ownerId) return;
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
