import { createWebAdapter } from '../channels/web/web-adapter.ts';
import { createWebhookAdapter } from '../channels/webhook/webhook-adapter.ts';
import { createOpenAiModel } from '../language-model/openai-model.ts';
import { createAgentService } from '../modules/agents/index.ts';
import { createAssignmentService } from '../modules/assignment/index.ts';
import { createBot } from '../modules/bot/index.ts';
import { createCannedReplyService } from '../modules/canned/index.ts';
import { createCardMaker } from '../modules/cards/index.ts';
import { createCatalogueService, createProductFinder } from '../modules/catalogue/index.ts';
import { createChannelService } from '../modules/channels/index.ts';
import { createChangeService, createConversationService } from '../modules/conversations/index.ts';
import { createCustomerService, createMergeService } from '../modules/customers/index.ts';
import { createDeliveryService, type DeliveryTerms } from '../modules/delivery/index.ts';
import { createDispositionService } from '../modules/dispositions/index.ts';
import { createDraftingService } from '../modules/drafting/index.ts';
import { createHandoffService, revisedRecord } from '../modules/handoff/index.ts';
import { createImportService } from '../modules/imports/index.ts';
import { createInsightsService } from '../modules/insights/index.ts';
import { createKnowledgeService } from '../modules/knowledge/index.ts';
import { createLearningService, createServedModels } from '../modules/learning/index.ts';
import { createOrderService } from '../modules/orders/index.ts';
import { createRecommendationService } from '../modules/recommendations/index.ts';
import { createSettingsService } from '../modules/settings/index.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Config } from '../runtime/config.ts';

import type { FactBus } from '../runtime/facts.ts';
import type { Counters } from '../runtime/rate-limit.ts';
import type { Storage } from '../storage/index.ts';

/** What the services are wired to. */
export type ServiceParts = {
  config: Config;
  clock: Clock;
  storage: Storage;
  facts: FactBus;
  counters: Counters;
  /** How channels are tried. */
  deliveryTerms: DeliveryTerms;
  /** Whatever was begun before that moment was begun by a process that is gone; `null` where others may be at work. */
  aloneSince: Date | null;
  /** Where browsers reach this server; known when it listens. */
  publicUrl: () => string;
};

/** The doors of all modules, wired to one database. */
export type Services = ReturnType<typeof createServices>;

/** Wires every module to its storage and to the modules that it calls. */
export function createServices(parts: ServiceParts) {
  const { config, clock, storage, facts } = parts;
  const { transact, store } = storage;
  const changing = changingOf(parts);
  const shop = createShop(parts);
  const { settings, orders, catalogue, cards } = shop;
  const ways = createChannels(parts);
  const models = createServedModels();
  const { sentiment, intents } = models;
  const conversations = createConversationService({
    transact: changing,
    store,
    facts,
    clock,
    sentiment,
    cards,
    limits: ways.limits,
    reviseRecord: revisedRecord,
  });
  const handoff = createHandoffService({ transact: changing, store, facts, clock, terms: config });
  const identitySecret = () => settings.read('identity-secret');
  const merges = createMergeService({
    transact,
    identitySecret,
    announceOf: conversations.announceOf,
    facts,
    clock,
  });
  const pastConversations = conversations.listPast;
  return {
    ...shop,
    ...ways,
    changes: createChangeService({ store, clock }),
    sentiment,
    conversations,
    delivery: createDeliveryService({
      ...{ transact, store, facts, clock },
      terms: parts.deliveryTerms,
      aloneSince: parts.aloneSince,
    }),
    handoff,
    merges,
    agents: createAgentService({ transact, store, facts, clock, counters: parts.counters, terms: config }),
    assignment: createAssignmentService({ transact: changing, facts, clock }),
    drafting: createDraftingService({
      model: config.model && createOpenAiModel(config.model),
      conversations,
      ...shop,
      facts,
    }),
    dispositions: createDispositionService({ store, orders, clock }),
    learning: createLearningService({ transact, knowledge: shop.knowledge, models, clock }),
    insights: createInsightsService({
      store,
      timeZone: async () => (await settings.read('shop')).timeZone,
      clock,
    }),
    imports: createImportService({ transact }),
    customers: createCustomerService({
      transact,
      store,
      merges,
      orders,
      catalogue,
      pastConversations,
      clock,
    }),
    bot: createBot({
      conversations: handoff,
      intents,
      sentiment,
      shop: { ...shop, clock },
      facts,
    }),
  };
}

/** Work on conversations, which learns from facts that another node has written to one. */
function changingOf({ storage: { changing }, facts }: ServiceParts) {
  facts.subscribe((fact) => {
    if (fact.type === 'conversation-changed')
      changing.forget(fact.conversation.id, fact.conversation.version);
  });
  return changing.transact;
}

/** What the shop sells, knows and says; asked from inside other transactions too, hence on sessions of its own. */
function createShop({ clock, storage: { reading: transact, store } }: ServiceParts) {
  const settings = createSettingsService({ store });
  const catalogue = createCatalogueService({ transact });
  const finder = createProductFinder({ catalogue, clock });
  const orders = createOrderService({ transact, settings, clock });
  return {
    settings,
    catalogue,
    finder,
    orders,
    cards: createCardMaker({ catalogue, orders, settings }),
    knowledge: createKnowledgeService({ transact, clock }),
    recommendations: createRecommendationService({ transact, catalogue, finder, orders, settings, clock }),
    canned: createCannedReplyService({ transact }),
  };
}

function createChannels({ clock, storage, publicUrl, deliveryTerms }: ServiceParts) {
  const adapters = {
    web: createWebAdapter('web'),
    app: createWebAdapter('app'),
    webhook: createWebhookAdapter({ publicUrl, clock, answerMs: deliveryTerms.answerMs }),
  };
  const limits = { web: adapters.web.limits, app: adapters.app.limits, webhook: adapters.webhook.limits };
  return { adapters, limits, channels: createChannelService({ transact: storage.reading, limits }) };
}
