import { createHash, randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { AgentRole } from '#shared/domain/agent';
import type { Entry } from '#shared/domain/entry';
import type { AgentId, ChannelId, ClientId, ConversationId, CustomerId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';
import { createAssignmentService } from '../../backend/modules/assignment/index.ts';
import { createConversationService } from '../../backend/modules/conversations/index.ts';
import {
  createDeliveryService,
  deliveryTerms,
  type SendOutcome,
} from '../../backend/modules/delivery/index.ts';
import { createDispositionService } from '../../backend/modules/dispositions/index.ts';
import { createHandoffService, revisedRecord } from '../../backend/modules/handoff/index.ts';
import { createInsightsService } from '../../backend/modules/insights/index.ts';
import { createSentimentModel } from '../../backend/modules/sentiment/index.ts';
import type { AgentActor, CustomerActor } from '../../backend/runtime/actor.ts';
import { authorKey } from '../../backend/runtime/actor.ts';
import type { CommandKey } from '../../backend/runtime/command.ts';
import { createFactBus, type Fact } from '../../backend/runtime/facts.ts';
import type { JobName, JobPayloads, JobQueue } from '../../backend/runtime/jobs.ts';
import { connect } from '../../backend/storage/connection.ts';
import { createGroupCommit } from '../../backend/storage/group-commit/index.ts';
import { json } from '../../backend/storage/json.ts';
import { findOpenOf } from '../../backend/storage/repositories/conversations-repository.ts';
import { createRepositories } from '../../backend/storage/repositories/index.ts';
import { createQueueReads } from '../../backend/storage/repositories/queue-repository.ts';
import { createTransact } from '../../backend/storage/transaction.ts';
import { createTestDatabase } from '../support/database.ts';

/** A shop's floor for tests: the services of conversations on a real database of their own, a clock to set, agents and customers to make. */
export type Floor = Awaited<ReturnType<typeof openFloor>>;

/** What was asked to be done later, in order; jobs of rolled back transactions included. */
export type AskedJob = { [N in JobName]: { name: N; payload: JobPayloads[N]; delayMs: number } }[JobName];

/** `beside`: on the database of another floor, as a second node is. `hasTwoClocks`: the database has its own, which nobody sets. */
export async function openFloor({
  beside,
  hasTwoClocks = false,
}: {
  beside?: { databaseUrl: string };
  hasTwoClocks?: boolean;
} = {}) {
  const databaseUrl = beside?.databaseUrl ?? (await createTestDatabase());
  const connection = connect({ url: databaseUrl, poolSize: 12 });
  onTestFinished(connection.close);
  const { db } = connection;
  const jobs: AskedJob[] = [];
  const facts: Fact[] = [];
  const time = { now: new Date('2026-11-22T04:00:00.000Z') };
  const clock = { now: () => new Date(time.now) };
  const jobQueue: JobQueue = {
    enqueue(name, payload, { delayMs = 0 } = {}) {
      jobs.push({ name, payload, delayMs } as AskedJob);
      return Promise.resolve();
    },
  };
  const bus = createFactBus((error) => {
    throw error;
  });
  bus.subscribe((fact) => facts.push(fact));
  const repositories = (executor: Parameters<typeof createRepositories>[0]) => {
    const all = createRepositories(executor, () => jobQueue);
    if (hasTwoClocks) return all;
    return { ...all, deliveries: { ...all.deliveries, now: () => Promise.resolve(clock.now()) } };
  };
  const store = repositories(db);
  const ordinary = createTransact(db, repositories);
  const transactions = { begun: 0 };
  const { transact } = createGroupCommit({
    transact(work) {
      transactions.begun += 1;
      return ordinary(work);
    },
    store,
    findOpenOf: (identityId) => findOpenOf(db, identityId),
    queue: createQueueReads(db),
    clock,
    pool: connection.pool,
    async storeJobs(_session, wanted) {
      for (const { name, payload, delayMs } of wanted) await jobQueue.enqueue(name, payload, { delayMs });
    },
  });
  const shared = { transact, facts: bus, clock, store };
  const limits = { web: { textMax: 4000 }, app: { textMax: 4000 }, webhook: { textMax: 2000 } };
  const cards = { build: () => Promise.reject(new Error('No card is sent here')) };
  // Nobody on this floor has bought anything.
  const orders = { listOrders: () => Promise.resolve([]) };
  const channels = await addChannels();

  async function addChannels(): Promise<{ web: ChannelId; webhook: ChannelId }> {
    const web = randomUUID() as ChannelId;
    const webhook = randomUUID() as ChannelId;
    await db
      .insertInto('channels')
      .values([
        { id: web, kind: 'web', name: json({ zh: '网页', en: 'Web' }), secret: null, outbound_url: null },
        {
          id: webhook,
          kind: 'webhook',
          name: json({ zh: '小程序', en: 'Mini program' }),
          secret: 's',
          outbound_url: 'http://127.0.0.1:9',
        },
      ])
      .execute();
    return { web, webhook };
  }

  return {
    databaseUrl,
    db,
    /** The way with locks alone. */
    ordinary,
    /** Units of work that took a transaction of their own: the others were committed together. */
    transactions,
    bus,
    store,
    jobs,
    facts,
    channels,
    time,
    /** Lets time pass. */
    pass(ms: number) {
      time.now = new Date(time.now.getTime() + ms);
    },
    conversations: createConversationService({
      ...shared,
      sentiment: createSentimentModel(),
      cards,
      limits,
      reviseRecord: revisedRecord,
    }),
    delivery: createDeliveryService({ ...shared, terms: deliveryTerms, aloneSince: null }),
    handoff: createHandoffService({ ...shared, terms: { botIdleMs: 24 * 3_600_000 } }),
    assignment: createAssignmentService(shared),
    dispositions: createDispositionService({ ...shared, orders }),
    insights: createInsightsService({ ...shared, timeZone: () => Promise.resolve('Asia/Shanghai') }),
    async addAgent(role: AgentRole = 'agent', capacity = 100): Promise<AgentActor> {
      const id = randomUUID() as AgentId;
      const name = { zh: `客服${id.slice(0, 4)}`, en: `Agent ${id.slice(0, 4)}` };
      await db
        .insertInto('agents')
        .values({ id, login: id, name: json(name), role, capacity, password_hash: '-', presence: 'online' })
        .execute();
      return { kind: 'agent', agentId: id, role, sessionId: randomUUID() };
    },
    async addCustomer(language: Language = 'zh', channel: 'web' | 'webhook' = 'web'): Promise<CustomerActor> {
      const customerId = randomUUID() as CustomerId;
      const identityId = randomUUID();
      const at = time.now;
      await db
        .insertInto('customers')
        .values({
          id: customerId,
          name: `客人${customerId.slice(0, 4)}`,
          city: null,
          language,
          customer_since: at,
          merged_into: null,
        })
        .execute();
      await db
        .insertInto('identities')
        .values({
          id: identityId,
          customer_id: customerId,
          type: channel === 'web' ? 'web' : 'channel',
          channel_id: channels[channel],
          value: identityId,
          is_verified: false,
          first_seen_at: at,
        })
        .execute();
      return {
        kind: 'customer',
        customerId,
        identityId,
        channelId: channels[channel],
        sessionId: randomUUID(),
      };
    },
    async addCauses(): Promise<void> {
      const leaf = (code: string, parent: string | null, position: number) => ({
        code,
        parent_code: parent,
        name: json({ zh: code, en: code }),
        position,
      });
      await db
        .insertInto('causes')
        .values([
          leaf('logistics', null, 1),
          leaf('logistics.late', 'logistics', 1),
          leaf('logistics.lost', 'logistics', 2),
          leaf('quality', null, 2),
        ])
        .execute();
    },
  };
}

/** A command of this actor; the same content gives the same fingerprint. */
export function command(
  actor: AgentActor | CustomerActor,
  content: unknown = {},
  clientId = randomUUID() as ClientId,
): CommandKey {
  const fingerprint = createHash('sha256').update(JSON.stringify(content)).digest();
  return { authorKey: authorKey(actor), clientId, fingerprint };
}

/** The customer says something; gives the received message. */
export async function speak(floor: Floor, customer: CustomerActor, text: string) {
  const { identityId, channelId } = customer;
  return await floor.conversations.receiveMessage({
    identityId,
    channelId,
    text,
    key: command(customer, text),
  });
}

/** A customer who has asked for a person and waits. */
export async function waitingCustomer(floor: Floor, text = '我的包裹一直没到，转人工') {
  const customer = await floor.addCustomer();
  const { conversation } = await speak(floor, customer, text);
  await floor.handoff.requestHandoff({ conversationId: conversation.id, trigger: 'asked-for-person' });
  return { customer, conversationId: conversation.id };
}

/** A step of a member of staff on a conversation. */
export function on(actor: AgentActor, conversationId: ConversationId, content: unknown = {}) {
  return { actor, conversationId, key: command(actor, content) };
}

/** Hands a queued message to its channel as the sender does; gives whether it was its turn. */
export async function handOver(
  floor: Floor,
  { id, conversationId, channelId }: Pick<Entry, 'id' | 'conversationId' | 'channelId'>,
  outcome: SendOutcome = { state: 'sent' },
): Promise<boolean> {
  if (channelId === null) throw new Error('This goes nowhere');
  const way = { entryId: id, conversationId, channelId, takesKey: true };
  const attempt = await floor.delivery.begin(way);
  if (attempt !== null) await floor.delivery.settle(way, { number: attempt.number, outcome });
  return attempt !== null;
}

/** All entries of a conversation, as the log has them. */
export async function logOf(floor: Floor, conversationId: ConversationId) {
  return await floor.store.entries.list(conversationId, { after: 0, limit: 10_000 });
}
