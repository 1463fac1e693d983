import { audienceOf } from '../modules/conversations/index.ts';
import type { Fact, Standing } from '../runtime/facts.ts';
import type { Topic } from '../runtime/topics.ts';

/**
 * Where a fact has to be heard: with whoever may see the conversation after it, or could before it and is told to drop it (rule H13), with the
 * customer, and with those who have it open. Facts that end or move sessions are few and go to every node.
 */
export function topicsOf(fact: Fact, now: Date): readonly Topic[] {
  switch (fact.type) {
    case 'conversation-changed':
      return conversationTopics(fact, now);
    case 'agent-changed':
      return ['staff'];
    case 'typing':
      return typingTopics(fact);
    case 'session-ended':
    case 'session-renewed':
    case 'customer-merged':
      return ['nodes'];
  }
}

function conversationTopics(
  { conversation, before, after }: Extract<Fact, { type: 'conversation-changed' }>,
  now: Date,
): readonly Topic[] {
  const topics = new Set<Topic>([`customer:${conversation.customer.id}`]);
  const standings = before === null ? [after] : [before, after];
  const audiences = standings.map((standing) => audienceOf(standing, now));
  if (audiences.some(({ isEverybodys }) => isEverybodys)) topics.add('staff');
  else {
    if (audiences.some(({ isOverseers }) => isOverseers)) topics.add('overseers');
    for (const { agentIds } of audiences) for (const id of agentIds) topics.add(`agent:${id}`);
  }
  // Who has it open and is none of these reads what is closed.
  if (standings.some(isReadByAll)) topics.add(`watch:${conversation.id}`);
  return [...topics];
}

function isReadByAll({ state }: Standing): boolean {
  return state === 'closed';
}

function typingTopics({
  by,
  conversationId,
  customerId,
}: Extract<Fact, { type: 'typing' }>): readonly Topic[] {
  const topics: Topic[] = [];
  if (by.kind !== 'agent') topics.push(`watch:${conversationId}`);
  if (by.kind !== 'customer') topics.push(`customer:${customerId}`);
  return topics;
}
