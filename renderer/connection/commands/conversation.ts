import type { Disposition, Outcome } from '#shared/domain/disposition';
import type { AgentId, ConversationId, EntryId } from '#shared/domain/ids';
import type { MoodLabel } from '#shared/domain/mood';
import type { AgentOutput } from '#shared/protocol/agent-requests';
import { fetchMissing } from '../catch-up.ts';
import { newCommandId } from '../command-id.ts';
import { keepRows, takeConversation, takeEntries } from '../incoming.ts';
import { type Answer, request } from './request.ts';

type Changed = AgentOutput<'conversation:claim'>;

/** Takes a waiting conversation; `already-taken` tells who was faster (rule H3). */
export function claim(conversationId: ConversationId): Promise<Answer<Changed>> {
  return changing(request('conversation:claim', { clientId: newCommandId(), conversationId }));
}

/** Takes the first of the queue; null when nobody waits. */
export async function takeNext(): Promise<Answer<AgentOutput<'queue:next'>>> {
  const answer = await request('queue:next', { clientId: newCommandId() });
  if (answer.ok && answer.data.conversation) takeConversation(answer.data.conversation);
  return answer;
}

/** Takes a conversation that a colleague offered. */
export function acceptOffer(conversationId: ConversationId): Promise<Answer<Changed>> {
  return changing(request('offer:accept', { clientId: newCommandId(), conversationId }));
}

/** Sends an offered conversation back to the queue. */
export function declineOffer(conversationId: ConversationId): Promise<Answer<Changed>> {
  return changing(request('offer:decline', { clientId: newCommandId(), conversationId }));
}

/** Puts my conversation back into the queue, near the top. */
export function release(conversationId: ConversationId, comment: string): Promise<Answer<Changed>> {
  return changing(request('conversation:release', { clientId: newCommandId(), conversationId, comment }));
}

/** Takes a conversation out of a colleague's hands; for leads. */
export function takeOver(conversationId: ConversationId, fromAgentId: AgentId): Promise<Answer<Changed>> {
  return changing(
    request('conversation:take-over', { clientId: newCommandId(), conversationId, fromAgentId }),
  );
}

/** Offers my conversation to a colleague. */
export function transfer(
  conversationId: ConversationId,
  to: { agentId: AgentId; comment: string },
): Promise<Answer<Changed>> {
  return changing(
    request('conversation:transfer', {
      clientId: newCommandId(),
      conversationId,
      toAgentId: to.agentId,
      comment: to.comment,
    }),
  );
}

/** Hands back to the bot, with what it must know (rule H6). */
export function returnToBot(
  conversationId: ConversationId,
  result: { outcome: Outcome; promises: string },
): Promise<Answer<Changed>> {
  return changing(request('conversation:return', { clientId: newCommandId(), conversationId, ...result }));
}

/** Closes with outcome and root cause. */
export function close(conversationId: ConversationId, disposition: Disposition): Promise<Answer<Changed>> {
  return changing(request('conversation:close', { clientId: newCommandId(), conversationId, disposition }));
}

/** Takes a closed conversation up again. */
export function reopen(conversationId: ConversationId): Promise<Answer<Changed>> {
  return changing(request('conversation:reopen', { clientId: newCommandId(), conversationId }));
}

/** Says that a score is wrong (rule Q5). */
export async function correctMood(
  conversationId: ConversationId,
  correction: { entryId: EntryId; label: MoodLabel },
): Promise<Answer<AgentOutput<'mood:correct'>>> {
  return appending(request('mood:correct', { clientId: newCommandId(), conversationId, ...correction }));
}

/** Tries a message that failed on its channel once more. */
export async function retryDelivery(
  conversationId: ConversationId,
  entryId: EntryId,
): Promise<Answer<AgentOutput<'message:retry'>>> {
  return appending(request('message:retry', { clientId: newCommandId(), conversationId, entryId }));
}

/** Says that a message arrived of which nobody could tell. */
export async function markArrived(
  conversationId: ConversationId,
  entryId: EntryId,
): Promise<Answer<AgentOutput<'message:mark-arrived'>>> {
  return appending(request('message:mark-arrived', { clientId: newCommandId(), conversationId, entryId }));
}

/** Lets a message go that did not arrive, saying why. */
export async function letGo(
  conversationId: ConversationId,
  letter: { entryId: EntryId; comment: string },
): Promise<Answer<AgentOutput<'message:discard'>>> {
  return appending(request('message:discard', { clientId: newCommandId(), conversationId, ...letter }));
}

/** Finds conversations by names, numbers and words; the rows found can be opened. */
export async function searchConversations(
  query: string,
): Promise<Answer<AgentOutput<'conversation:search'>>> {
  const answer = await request('conversation:search', { query, limit: 20 });
  if (answer.ok) keepRows(answer.data.hits.map((hit) => hit.conversation));
  return answer;
}

/** Tells the customer's side that this agent is typing. Lost when the line is down: it is only a courtesy. */
export function setTyping(conversationId: ConversationId, isTyping: boolean): void {
  void request('typing:set', { conversationId, isTyping });
}

async function changing<A extends Changed>(asked: Promise<Answer<A>>): Promise<Answer<A>> {
  const answer = await asked;
  if (answer.ok) takeConversation(answer.data.conversation);
  return answer;
}

async function appending<A extends AgentOutput<'mood:correct'>>(
  asked: Promise<Answer<A>>,
): Promise<Answer<A>> {
  const answer = await changing(asked);
  if (answer.ok && !takeEntries(answer.data.conversation.id, [answer.data.entry])) {
    void fetchMissing(answer.data.conversation.id);
  }
  return answer;
}
