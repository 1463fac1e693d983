import type { HandoffRecord, HandoffTrigger } from '#shared/domain/handoff';
import type { AgentId, ProductId } from '#shared/domain/ids';
import type { Localized } from '#shared/domain/language';
import type { CannedReply } from '#shared/protocol/agent-requests';
import type { Category, Product } from '../catalogue/index.ts';
import type { Conversation, LogEntry } from '../conversations/index.ts';
import type { CustomerRecord, IdentityRecord } from '../customers/index.ts';
import type { HandoffEnd } from '../handoff/index.ts';
import type { Article } from '../knowledge/index.ts';
import type { OrderRecord, ReturnRecord } from '../orders/index.ts';

/** A node of the tree of root causes; parents come before their children. */
export type ImportedCause = { code: string; parentCode: string | null; name: Localized };

/** What a shop has before it has customers. `pictures` holds the SVG of each SKU. */
export type ImportedShop = {
  categories: readonly Category[];
  products: readonly Product[];
  pictures: ReadonlyMap<string, string>;
  articles: readonly Article[];
  causes: readonly ImportedCause[];
  cannedReplies: readonly CannedReply[];
};

/** A customer with all that the shop knows of them. */
export type ImportedCustomer = {
  customer: CustomerRecord;
  identities: readonly IdentityRecord[];
  orders: readonly OrderRecord[];
  returns: readonly ReturnRecord[];
  views: readonly { productId: ProductId; at: Date; times: number }[];
};

/** A human stretch of a past conversation. */
export type ImportedHandoff = {
  requestedAt: Date;
  trigger: HandoffTrigger;
  record: HandoffRecord;
  agentId: AgentId | null;
  claimedAt: Date | null;
  firstResponseAt: Date | null;
  endedAt: Date | null;
  endedHow: HandoffEnd | null;
};

/** A conversation of the past, its log and its human stretches. */
export type ImportedConversation = {
  conversation: Conversation;
  entries: readonly LogEntry[];
  handoffs: readonly ImportedHandoff[];
};

export type ImportRepository = {
  addShop(shop: ImportedShop): Promise<void>;
  addCustomers(customers: readonly ImportedCustomer[]): Promise<void>;
  addConversations(conversations: readonly ImportedConversation[]): Promise<void>;
};
