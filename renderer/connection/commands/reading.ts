import type { ConversationId, CustomerId } from '#shared/domain/ids';
import type { AgentOutput } from '#shared/protocol/agent-requests';
import { useConversationStore } from '../../stores/conversation-store.ts';
import { beginThread, markThread, useEntryStore } from '../../stores/entry-store.ts';
import { fetchMissing } from '../catch-up.ts';
import { newCommandId } from '../command-id.ts';
import {
  takeAdviceFor,
  takeEarlier,
  takeOlder,
  takeOpened,
  takeOpenFailure,
  takeProfile,
  takeToday,
} from '../incoming.ts';
import { type Answer, request } from './request.ts';

const PAGE = 50;

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
  const last = useEntryStore.getState().threads.get(conversationId)?.entries.at(-1)?.seq ?? 0;
  if (last < answer.data.conversation.seq) void fetchMissing(conversationId);
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
