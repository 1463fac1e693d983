import { type AgentRef, agentRefSchema } from '#shared/domain/agent';
import { type Channel, channelSchema } from '#shared/domain/channel';
import { type ConversationSummary, conversationSummarySchema } from '#shared/domain/conversation';
import type { HandoffTrigger } from '#shared/domain/handoff';
import { agentIdSchema, channelIdSchema, conversationIdSchema, customerIdSchema } from '#shared/domain/ids';
import { CALM_MOOD, type ConversationMood, moodLevel } from '#shared/domain/mood';
import { queuePlace } from '#shared/domain/queue-order';
import { idOf } from './ids.ts';

/** A member of staff. */
export function anAgent(zh: string, en = zh): AgentRef {
  return agentRefSchema.parse({ id: idOf(agentIdSchema, zh), name: { zh, en } });
}

/** A channel under the shop's own name for it. */
export function aChannel(name: string, kind: Channel['kind'] = 'web'): Channel {
  const isWebhook = kind === 'webhook';
  return channelSchema.parse({
    id: idOf(channelIdSchema, name),
    kind,
    name: { zh: name, en: name },
    canSend: true,
    limits: {
      textMax: isWebhook ? 600 : 4000,
      cards: isWebhook ? 'text' : 'rich',
      typing: !isWebhook,
      receipts: true,
      revises: !isWebhook,
    },
  });
}

/** A mood that went along this curve. */
export function aMood(curve: readonly number[], change: Partial<ConversationMood> = {}): ConversationMood {
  const score = curve.at(-1) ?? 0;
  const first = curve.at(-4) ?? curve[0] ?? 0;
  return {
    ...CALM_MOOD,
    score,
    level: moodLevel(score),
    curve: [...curve],
    slope: Math.round(((score - first) / Math.max(1, Math.min(3, curve.length - 1))) * 1000) / 1000,
    ...change,
  };
}

/** What a test says about a conversation; the rest is likely. */
export type ConversationParts = {
  name: string;
  channel?: Channel;
  now: number;
  mood?: ConversationMood;
  words?: string;
  /** Seconds since it began to wait, was taken, closed. */
  since?: number;
  trigger?: HandoffTrigger;
  botFailures?: number;
  orderValueFen?: number;
  isReturnedByAgent?: boolean;
  change?: Partial<ConversationSummary>;
};

/** A conversation that waits in the queue, with the place that the contract's own rule gives it. */
export function aWaitingConversation(parts: ConversationParts): ConversationSummary {
  const { now, since = 60 } = parts;
  const waitingSinceMs = now - since * 1000;
  const mood = parts.mood ?? CALM_MOOD;
  const id = idOf(conversationIdSchema, parts.name);
  const place = queuePlace({
    mood,
    trigger: parts.trigger ?? 'predicted',
    botFailures: parts.botFailures ?? 0,
    hasAskedForPerson: parts.trigger === 'asked-for-person',
    isReturnedByAgent: parts.isReturnedByAgent ?? false,
    orderValueFen: parts.orderValueFen ?? 0,
  });
  const at = new Date(waitingSinceMs).toISOString();
  return conversationSummarySchema.parse({
    id,
    version: 1,
    seq: 12,
    customer: {
      id: idOf(customerIdSchema, parts.name),
      name: parts.name,
      membership: 'none',
      isVerified: true,
    },
    state: 'waiting',
    owner: null,
    offer: null,
    channelId: (parts.channel ?? aChannel('网页')).id,
    language: /\p{Script=Han}/u.test(parts.words ?? parts.name) ? 'zh' : 'en',
    mood,
    worstScore: Math.min(0, ...mood.curve),
    place,
    waitingSince: at,
    assignedAt: null,
    unansweredSince: at,
    unread: 0,
    last: { at, authorKind: 'customer', preview: parts.words ?? '你好', ofCustomer: parts.words ?? '你好' },
    openedAt: new Date(waitingSinceMs - 600_000).toISOString(),
    closedAt: null,
    ...parts.change,
  });
}

/** A conversation that an agent has. */
export function aTakenConversation(parts: ConversationParts, owner: AgentRef): ConversationSummary {
  const { now, since = 60, change } = parts;
  return aWaitingConversation({
    ...parts,
    change: {
      state: 'agent',
      owner,
      place: null,
      waitingSince: null,
      assignedAt: new Date(now - since * 1000).toISOString(),
      ...change,
    },
  });
}
