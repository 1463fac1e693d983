import type { ChannelKind, ChannelLimits } from '#shared/domain/channel';
import type { AgentId } from '#shared/domain/ids';
import { seedDemo } from '../../backend/demo/seed.ts';
import { createAgentService } from '../../backend/modules/agents/index.ts';
import { createBot } from '../../backend/modules/bot/index.ts';
import { createCardMaker } from '../../backend/modules/cards/index.ts';
import { createCatalogueService, createProductFinder } from '../../backend/modules/catalogue/index.ts';
import { createChannelService } from '../../backend/modules/channels/index.ts';
import { createConversationService } from '../../backend/modules/conversations/index.ts';
import { createCustomerService, createMergeService } from '../../backend/modules/customers/index.ts';
import { createHandoffService, revisedRecord } from '../../backend/modules/handoff/index.ts';
import { createImportService } from '../../backend/modules/imports/index.ts';
import { createIntentModel } from '../../backend/modules/intent/index.ts';
import { createKnowledgeService } from '../../backend/modules/knowledge/index.ts';
import { createOrderService } from '../../backend/modules/orders/index.ts';
import { createRecommendationService } from '../../backend/modules/recommendations/index.ts';
import { createSentimentModel } from '../../backend/modules/sentiment/index.ts';
import { createSettingsService } from '../../backend/modules/settings/index.ts';
import type { AgentActor } from '../../backend/runtime/actor.ts';
import { createFactBus, type Fact } from '../../backend/runtime/facts.ts';
import type { JobName, JobPayloads, JobQueue } from '../../backend/runtime/jobs.ts';
import { createCounters } from '../../backend/runtime/rate-limit.ts';
import { connect } from '../../backend/storage/connection.ts';
import { createRepositories } from '../../backend/storage/repositories/index.ts';
import { createTransact } from '../../backend/storage/transaction.ts';
import { createTestDatabase } from './database.ts';

/** The secret with which the tests' shop signs identity tokens. */
export const TEST_IDENTITY_SECRET = 'a-secret-of-the-shop-that-only-the-tests-know-1234567890';

/** Somebody on the floor who may read everything. */
export const LEAD: AgentActor = {
  kind: 'agent',
  agentId: '01980000-0000-7000-8000-00000000aaaa' as AgentId,
  role: 'lead',
  sessionId: '01980000-0000-7000-8000-00000000bbbb',
};

type AskedJob = { [N in JobName]: { name: N; payload: JobPayloads[N] } }[JobName];

const limits: ChannelLimits = { textMax: 2000, cards: 'rich', typing: true, receipts: true, revises: true };
const allLimits: Record<ChannelKind, ChannelLimits> = { web: limits, app: limits, webhook: limits };
const terms = {
  sessionMs: 3_600_000,
  sessionIdleMs: 3_600_000,
  offlineAfterMs: 20_000,
  leaseMs: 60_000,
  botIdleMs: 86_400_000,
};

/** The services of a whole shop on a real database, with a clock to set. `close` it when done. */
export type Shop = Awaited<ReturnType<typeof openShop>>;

/** Opens the services of an empty shop on a fresh database. Jobs are kept in `jobs` until `runBot` is called. */
export async function openShop(now = new Date('2026-11-22T04:00:00.000Z')) {
  const { db, close } = connect({ url: await createTestDatabase(), poolSize: 12 });
  const time = { now };
  const clock = { now: () => new Date(time.now) };
  const jobs: AskedJob[] = [];
  const published: Fact[] = [];
  const queue: JobQueue = {
    enqueue(name, payload) {
      jobs.push({ name, payload } as AskedJob);
      return Promise.resolve();
    },
  };
  const facts = createFactBus((error) => {
    throw error;
  });
  facts.subscribe((fact) => published.push(fact));
  const store = createRepositories(db, () => queue);
  const transact = createTransact(db, (transaction) => createRepositories(transaction, () => queue));
  const settings = createSettingsService({ store });
  await settings.write('identity-secret', TEST_IDENTITY_SECRET);
  const catalogue = createCatalogueService({ transact });
  const finder = createProductFinder({ catalogue, clock });
  const orders = createOrderService({ transact, settings, clock });
  const cards = createCardMaker({ catalogue, orders, settings });
  const knowledge = createKnowledgeService({ transact, clock });
  const recommendations = createRecommendationService({
    transact,
    catalogue,
    finder,
    orders,
    settings,
    clock,
  });
  const sentiment = createSentimentModel();
  const conversations = createConversationService({
    transact,
    store,
    facts,
    clock,
    sentiment,
    cards,
    limits: allLimits,
    reviseRecord: revisedRecord,
  });
  const handoff = createHandoffService({ transact, store, facts, clock, terms });
  const identitySecret = () => settings.read('identity-secret');
  const merges = createMergeService({
    transact,
    identitySecret,
    announceOf: conversations.announceOf,
    facts,
    clock,
  });
  const pastConversations = conversations.listPast;
  const intents = createIntentModel();
  const shop = { orders, catalogue, finder, cards, knowledge, recommendations, settings, clock };
  const bot = createBot({ conversations: handoff, intents, sentiment, shop, facts });
  return {
    db,
    close,
    time,
    jobs,
    published,
    store,
    sentiment,
    conversations,
    handoff,
    merges,
    bot,
    ...shop,
    agents: createAgentService({ transact, store, facts, clock, counters: createCounters(null), terms }),
    channels: createChannelService({ transact, limits: allLimits }),
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
    /** Lets time pass. */
    pass(ms: number): void {
      time.now = new Date(time.now.getTime() + ms);
    },
    /** Runs the bot turns that were asked for, in order. */
    async runBot(): Promise<void> {
      for (const job of jobs.splice(0)) {
        if (job.name === 'bot-turn') await bot.turn(job.payload.conversationId, job.payload.seq);
      }
    },
  };
}

/** Opens a shop with the demo content in it. */
export async function openDemoShop(now?: Date) {
  const shop = await openShop(now);
  const staff = await seedDemo(shop, () => '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return { ...shop, staff };
}
