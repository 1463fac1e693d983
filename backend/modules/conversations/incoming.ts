import { createHash } from 'node:crypto';
import { v5 } from 'uuid';
import type { Author, Entry } from '#shared/domain/entry';
import type { ChannelId, ClientId, ConversationId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';
import { type MessageMood, nextMood } from '#shared/domain/mood';
import { clip } from '../../runtime/clip.ts';
import type { CommandKey } from '../../runtime/command.ts';
import { Fault } from '../../runtime/fault.ts';
import { newId } from '../../runtime/ids.ts';
import { asksForPerson } from '../intent/index.ts';
import { detectLanguage } from '../language/index.ts';
import { append, type Draft, draftOf, plan, saveDraft } from './draft.ts';
import { placeInQueue } from './place.ts';
import type { Conversation, EarlyRecall } from './ports.ts';
import { type CustomerSide, customerSideOf } from './present.ts';
import { inUnit, type Unit, type UnitPorts } from './unit.ts';

/** A message that reached the house. The identity decides whose it is, whatever was merged meanwhile (rule I2). */
export type IncomingMessage = {
  identityId: string;
  channelId: ChannelId;
  /** As the channel calls the sender; without it, as the shop does. */
  customerName?: string | undefined;
  text: string;
  /** Said by the channel; otherwise it is detected. */
  language?: Language;
  /** The command of our own clients (rule D1). */
  key?: CommandKey;
  /** The channel's own id of the message: the same id again has no second effect and gets the same answer (rule T6). */
  eventId?: string;
};

/** The kept message, and its conversation as staff and its customer see it. */
export type ReceivedMessage = { entry: Entry } & CustomerSide;

/** Scores the mood of one message. */
export type MoodScorer = { score(text: string, language?: Language): MessageMood };

export type IncomingPorts = UnitPorts & { sentiment: MoodScorer };

/** Keeps a customer's message in the open conversation, or opens one; wakes the bot where it has the word. One short transaction. */
export async function receiveMessage(
  ports: IncomingPorts,
  message: IncomingMessage,
): Promise<ReceivedMessage> {
  return await inUnit(ports, async (unit) => {
    const { channelId, eventId } = message;
    const key = message.key ?? (eventId === undefined ? undefined : eventKey(channelId, eventId));
    const receive = () => receiveIn(unit, ports.sentiment, { ...message, ...(key ? { key } : {}) });
    if (key === undefined) return await receive();
    const received = await unit.commands.once<ReceivedMessage | EarlyRecall>(key, receive);
    return isEarly(received) ? await receiveRecalled(unit, { ...message, key }, receive) : received;
  });
}

/** Whether recalls stand in the place of the answer. */
export function isEarly(answer: unknown): answer is EarlyRecall {
  return typeof answer === 'object' && answer !== null && 'recalledBy' in answer;
}

/** Its recall came before it (rule D19): it is kept as taken back, and nobody answers it. A recall by somebody else is none. */
async function receiveRecalled(
  unit: Unit,
  message: IncomingMessage & { key: CommandKey },
  receive: () => Promise<ReceivedMessage>,
): Promise<ReceivedMessage> {
  const { key } = message;
  const found = await unit.revisions.lockAnswer(key);
  // Somebody who came at the same time has kept it.
  if (!isEarly(found)) return found as ReceivedMessage;
  const isTheirs = await unit.revisions.isCalled(message.identityId, found.recalledBy);
  const result = isTheirs ? await keepRecalled(unit, message) : await receive();
  await unit.revisions.setAnswer({ key, result });
  return result;
}

async function keepRecalled(
  unit: Unit,
  message: IncomingMessage & { key: CommandKey },
): Promise<ReceivedMessage> {
  const draft = await openDraft(unit, message);
  const { conversation, at } = draft;
  const { clientId, authorKey } = message.key;
  const by = authorOf(message, conversation);
  const { id } = append(draft, {
    author: by,
    authorKey,
    clientId,
    body: { type: 'message', content: { type: 'recalled' }, clientId, mood: null, delivery: null },
  });
  const saved = await saveDraft(unit, draft);
  await unit.revisions.keepVersion(id, { content: { type: 'text', text: message.text }, at, by });
  return answerOf(saved.entries, draft);
}

async function receiveIn(
  unit: Unit,
  sentiment: MoodScorer,
  message: IncomingMessage,
): Promise<ReceivedMessage> {
  const draft = await openDraft(unit, message);
  const { conversation } = draft;
  const language = message.language ?? detectLanguage(message.text, conversation.language);
  const mood = moodOf(sentiment, message.text, language);
  conversation.language = language;
  conversation.identityId = message.identityId;
  addMessage(draft, message, mood);
  conversation.hasAskedForPerson ||= conversation.owner === null && asksForPerson(message.text);
  if (conversation.state === 'waiting') await placeInQueue(unit, draft);
  if (conversation.state === 'bot') {
    plan(draft, { name: 'bot-turn', payload: { conversationId: conversation.id, seq: conversation.seq } });
  }
  const saved = await saveDraft(unit, draft);
  return answerOf(saved.entries, draft);
}

function answerOf([entry]: readonly Entry[], { conversation, at }: Draft): ReceivedMessage {
  if (entry === undefined) throw new Error('A received message left no entry');
  return { entry, ...customerSideOf(conversation, at) };
}

function authorOf(message: IncomingMessage, { customer }: Conversation): Author {
  return { kind: 'customer', customerId: customer.id, name: message.customerName ?? customer.name };
}

function addMessage(draft: Draft, message: IncomingMessage, mood: MessageMood): void {
  const { conversation } = draft;
  const clientId = message.key?.clientId ?? null;
  append(draft, {
    author: authorOf(message, conversation),
    authorKey: message.key?.authorKey ?? `channel:${message.channelId}`,
    clientId,
    body: { type: 'message', content: { type: 'text', text: message.text }, clientId, mood, delivery: null },
  });
  conversation.mood = nextMood(conversation.mood, mood);
  conversation.worstScore = Math.min(conversation.worstScore, conversation.mood.score);
  conversation.unansweredSince ??= draft.at;
  if (conversation.state !== 'bot') conversation.unread += 1;
  if (conversation.firstLine === '') conversation.firstLine = clip(message.text, FIRST_LINE_LENGTH);
}

/** How much of the first message a conversation is listed by. */
export const FIRST_LINE_LENGTH = 160;

/** The open conversation in which this identity speaks, locked; a new one where none is open. */
export async function openDraft(
  unit: Unit,
  from: { identityId: string; channelId: ChannelId; language?: Language },
): Promise<Draft> {
  const open = await unit.conversations.lockOpenOf(from.identityId);
  if (open) return draftOf(await onChannel(unit, open, from.channelId), unit.now());
  const customer = await unit.conversations.lockCustomerOf(from.identityId);
  if (customer === null) throw new Fault('not-found', 'Nobody is known by this identity');
  const opened = await unit.conversations.lockOpenOf(from.identityId);
  if (opened) return draftOf(await onChannel(unit, opened, from.channelId), unit.now());
  const now = unit.now();
  const conversation = await unit.conversations.open({
    id: newId<ConversationId>(),
    customerId: customer.customerId,
    channelId: from.channelId,
    identityId: from.identityId,
    language: from.language ?? customer.language,
    openedAt: now,
  });
  return draftOf(conversation, now, true);
}

/** The answer goes out where the customer spoke last (rule I3). */
async function onChannel(
  unit: Unit,
  conversation: Conversation,
  channelId: ChannelId,
): Promise<Conversation> {
  if (conversation.channelId === channelId) return conversation;
  return { ...conversation, channelId, channelKind: await unit.conversations.channelKind(channelId) };
}

/** The parts of a mood that are kept; a model may tell more. */
function moodOf(sentiment: MoodScorer, text: string, language: Language): MessageMood {
  const { label, score, confidence, cues } = sentiment.score(text, language);
  return { label, score: round(score), confidence: round(confidence), cues };
}

/** Three decimals say all that a model knows, and keep the log readable. Never −0, which JSON does not know. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}

/** A channel's event as a command of the channel: its id alone says that it is the same one. */
export function eventKey(channelId: ChannelId, eventId: string): CommandKey {
  return {
    authorKey: `channel:${channelId}`,
    clientId: v5(eventId, channelId) as ClientId,
    fingerprint: createHash('sha256').update(eventId).digest(),
  };
}
