import type { ConversationId, CustomerId } from '#shared/domain/ids';
import type { AgentOutput } from '#shared/protocol/agent-requests';
import { useConversationStore } from '../../stores/conversation-store.ts';
import { beginThread, markThread, useEntryStore } from '../../stores/entry-store.ts';
import { fetchMissing } from '../catch-up.ts';
import { newCommandId } from '../command-id.ts';
import {
  takeAdviceFor,
  takeEarlier,
  takeEarlierAnew,
  takeEntriesAnew,
  takeOlder,
  takeOpened,
  takeOpenFailure,
  takeProfile,
  takeToday,
} from '../incoming.ts';
import { type Answer, request } from './request.ts';

const PAGE = 50;
/** So many conversations come in one answer. */
const MOST_CONVERSATIONS = 20;

/** Reads a conversation's latest page and hears of its entries from now on. */
export async function readConversation(conversationId: ConversationId): Promise<void> {
  beginThread(conversationId);
  const answer = await request('conversation:open', { conversationId, limit: PAGE });
  if (!answer.ok) {
    const isKnown = useEntryStore.getState().threads.get(conversationId)?.status === 'ready';
    if (!isKnown) takeOpenFailure(conversationId);
    return;
  }
  takeOpened(answer.data);
  // What came between the page and now is caught by its sequence numbers.
  const thread = useEntryStore.getState().threads.get(conversationId);
  if ((thread?.entries.at(-1)?.seq ?? 0) < answer.data.conversation.seq) void fetchMissing(conversationId);
  if (thread && thread.earlier.length > 0) void readEarlierAnew(conversationId);
}

/** What stands above was not told of while nobody listened: as much of it is read anew. */
async function readEarlierAnew(conversationId: ConversationId): Promise<void> {
  const wanted = useEntryStore.getState().threads.get(conversationId)?.earlier.length ?? 0;
  const customerId = useConversationStore.getState().rows.get(conversationId)?.customer.id;
  const conversations: AgentOutput<'customer:timeline'>['conversations'] = [];
  for (let hasMore = true; hasMore && conversations.length < wanted; ) {
    const olderThan = conversations.at(-1)?.conversation.id ?? conversationId;
    const limit = Math.min(MOST_CONVERSATIONS, wanted - conversations.length);
    const answer = customerId ? await request('customer:timeline', { customerId, olderThan, limit }) : null;
    if (!answer?.ok) return;
    conversations.push(...answer.data.conversations);
    hasMore = answer.data.hasMore;
    if (!hasMore || conversations.length >= wanted)
      takeEarlierAnew(conversationId, { conversations, hasMore });
  }
}

/** Reads the records of handoffs anew: they quote what was said, and some of it was edited or recalled (rule D19). */
export async function readHandoffsAnew(conversationId: ConversationId): Promise<void> {
  const entries = useEntryStore.getState().threads.get(conversationId)?.entries ?? [];
  const handoffs = entries.filter(({ body }) => body.type === 'handoff-requested');
  for (const { seq } of handoffs) {
    const answer = await request('entry:list', { conversationId, before: seq + 1, limit: 1 });
    if (answer.ok) takeEntriesAnew(conversationId, answer.data);
  }
}

/** Reads upwards: older entries of this conversation, then the customer's earlier ones on any channel. */
export async function readUp(conversationId: ConversationId): Promise<void> {
  const thread = useEntryStore.getState().threads.get(conversationId);
  if (thread?.status !== 'ready' || thread.isReadingUp || !(thread.hasOlder || thread.hasEarlier)) return;
  markThread(conversationId, { isReadingUp: true });
  if (thread.hasOlder) {
    const answer = await request('entry:list', {
      conversationId,
      before: thread.entries[0]?.seq ?? 1,
      limit: PAGE,
    });
    if (answer.ok) takeOlder(conversationId, answer.data);
  } else {
    const row = useConversationStore.getState().rows.get(conversationId);
    const olderThan = thread.earlier[0]?.conversation.id ?? conversationId;
    const answer = row
      ? await request('customer:timeline', { customerId: row.customer.id, olderThan })
      : null;
    if (answer?.ok) takeEarlier(conversationId, answer.data);
  }
  markThread(conversationId, { isReadingUp: false });
}

/** Reads a customer's profile. */
export async function readCustomer(customerId: CustomerId): Promise<void> {
  const answer = await request('customer:read', { customerId });
  takeProfile(customerId, answer.ok ? answer.data.customer : null);
}

/** Parts what was joined last into this customer (rule I2); for leads. Everything about both is read anew. */
export async function partCustomer(customerId: CustomerId): Promise<Answer<AgentOutput<'customer:unmerge'>>> {
  const answer = await request('customer:unmerge', { clientId: newCommandId(), customerId });
  if (answer.ok) void readCustomer(customerId);
  return answer;
}

/** Reads what is advised for a conversation: goods, and root causes. */
export async function readAdvice(conversationId: ConversationId): Promise<void> {
  const [goods, causes] = await Promise.all([
    request('recommendation:list', { conversationId }),
    request('disposition:suggest', { conversationId }),
  ]);
  takeAdviceFor(conversationId, {
    status: goods.ok ? 'ready' : 'failed',
    ...(goods.ok ? { recommendations: goods.data } : {}),
    ...(causes.ok ? { causes: causes.data.suggestions } : {}),
  });
}

/** Reads today's figures. */
export async function readToday(): Promise<void> {
  const answer = await request('insights:today', {});
  if (answer.ok) takeToday(answer.data);
}
