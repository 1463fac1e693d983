import type { Kysely } from 'kysely';
import type { AccessRepository } from '../../modules/access/index.ts';
import type { AgentRepository, PresenceLeaseRepository } from '../../modules/agents/index.ts';
import type { CannedReplyRepository } from '../../modules/canned/index.ts';
import type { CatalogueRepository } from '../../modules/catalogue/index.ts';
import type { ChannelRepository } from '../../modules/channels/index.ts';
import type {
  ChangeRepository,
  ConversationRepository,
  DialogueRepository,
  EntryRepository,
  RevisionRepository,
  StaffRepository,
} from '../../modules/conversations/index.ts';
import type { CustomerRepository } from '../../modules/customers/index.ts';
import type { DeliveryRepository } from '../../modules/delivery/index.ts';
import type { DispositionRepository } from '../../modules/dispositions/index.ts';
import type { BotAnswerRepository, HandoffRepository, QueueRepository } from '../../modules/handoff/index.ts';
import type { ImportRepository } from '../../modules/imports/index.ts';
import type { InsightsRepository } from '../../modules/insights/index.ts';
import type { KnowledgeRepository } from '../../modules/knowledge/index.ts';
import type { LearningRepository } from '../../modules/learning/index.ts';
import type { OrderRepository } from '../../modules/orders/index.ts';
import type { RecommendationRepository } from '../../modules/recommendations/index.ts';
import type { SettingsRepository } from '../../modules/settings/index.ts';
import type { CommandLog } from '../../runtime/command.ts';
import type { JobQueue } from '../../runtime/jobs.ts';
import type { Database } from '../schema.ts';
import { createAccessRepository } from './access-repository.ts';
import { createAgentRepository } from './agent-repository.ts';
import { createBotAnswerRepository } from './bot-answers-repository.ts';
import { createCannedReplyRepository } from './canned-reply-repository.ts';
import { createCatalogueRepository } from './catalogue-repository.ts';
import { createChangeRepository } from './changes-repository.ts';
import { createChannelRepository } from './channel-repository.ts';
import { createCommandRepository } from './commands-repository.ts';
import { createConversationRepository } from './conversations-repository.ts';
import { createCustomerRepository } from './customer-repository.ts';
import { createDeliveryRepository } from './delivery-repository.ts';
import { createDialogueRepository } from './dialogues-repository.ts';
import { createDispositionRepository } from './dispositions-repository.ts';
import { createEntryRepository } from './entries-repository.ts';
import { createHandoffRepository } from './handoffs-repository.ts';
import { createImportRepository } from './import-repository.ts';
import { createInsightsRepository } from './insights-repository.ts';
import { createKnowledgeRepository } from './knowledge-repository.ts';
import { createLearningRepository } from './learning-repository.ts';
import { createOrderRepository } from './order-repository.ts';
import { createPresenceLeaseRepository } from './presence-leases.ts';
import { createQueueRepository } from './queue-repository.ts';
import { createRecommendationRepository } from './recommendation-repository.ts';
import { createRevisionRepository } from './revision-repository.ts';
import { createSettingsRepository } from './settings-repository.ts';
import { createStaffRepository } from './staff-repository.ts';

/**
 * All repositories, bound to one database handle: a transaction in commands, the pool in queries. Each module's ports name the few members
 * that its service sees; add yours here, one line in the type and one below.
 */
export type Repositories = {
  jobs: JobQueue;
  agents: AgentRepository;
  presenceLeases: PresenceLeaseRepository;
  access: AccessRepository;
  channels: ChannelRepository;
  commands: CommandLog;
  changes: ChangeRepository;
  conversations: ConversationRepository;
  entries: EntryRepository;
  revisions: RevisionRepository;
  deliveries: DeliveryRepository;
  dialogues: DialogueRepository;
  botAnswers: BotAnswerRepository;
  staff: StaffRepository;
  handoffs: HandoffRepository;
  queue: QueueRepository;
  dispositions: DispositionRepository;
  insights: InsightsRepository;
  settings: SettingsRepository;
  recommendations: RecommendationRepository;
  orders: OrderRepository;
  learning: LearningRepository;
  knowledge: KnowledgeRepository;
  customers: CustomerRepository;
  catalogue: CatalogueRepository;
  canned: CannedReplyRepository;
  imports: ImportRepository;
};

/** Binds the repositories to a handle. `jobsFor` makes the job queue that enqueues through the same handle. */
export function createRepositories(
  db: Kysely<Database>,
  jobsFor: (db: Kysely<Database>) => JobQueue,
): Repositories {
  return {
    jobs: jobsFor(db),
    agents: createAgentRepository(db),
    presenceLeases: createPresenceLeaseRepository(db),
    access: createAccessRepository(db),
    channels: createChannelRepository(db),
    commands: createCommandRepository(db),
    changes: createChangeRepository(db),
    conversations: createConversationRepository(db),
    entries: createEntryRepository(db),
    revisions: createRevisionRepository(db),
    deliveries: createDeliveryRepository(db),
    dialogues: createDialogueRepository(db),
    botAnswers: createBotAnswerRepository(db),
    staff: createStaffRepository(db),
    handoffs: createHandoffRepository(db),
    queue: createQueueRepository(db),
    dispositions: createDispositionRepository(db),
    insights: createInsightsRepository(db),
    settings: createSettingsRepository(db),
    recommendations: createRecommendationRepository(db),
    orders: createOrderRepository(db),
    learning: createLearningRepository(db),
    knowledge: createKnowledgeRepository(db),
    customers: createCustomerRepository(db),
    catalogue: createCatalogueRepository(db),
    canned: createCannedReplyRepository(db),
    imports: createImportRepository(db),
  };
}
