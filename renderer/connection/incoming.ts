import type { Socket } from 'socket.io-client';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { CustomerProfile } from '#shared/domain/customer';
import type { Entry } from '#shared/domain/entry';
import type { ConversationId } from '#shared/domain/ids';
import { type AgentEvent, type AgentEventName, agentEvents } from '#shared/protocol/agent-events';
import type { AgentOutput, Workspace } from '#shared/protocol/agent-requests';
import { type Advice, takeAdvice } from '../stores/advice-store.ts';
import { takeAgents } from '../stores/agent-store.ts';
import { useCatalogueStore } from '../stores/catalogue-store.ts';
import { setServerTime } from '../stores/clock-store.ts';
import {
  keepConversations,
  removeConversations,
  replaceConversations,
  takeConversations,
} from '../stores/conversation-store.ts';
import { takeCustomer } from '../stores/customer-store.ts';
import {
  appendEntries,
  markThread,
  prependEarlier,
  prependEntries,
  replaceEarlier,
  replaceEntries,
  takeLatestPage,
} from '../stores/entry-store.ts';
import { setLate } from '../stores/link-store.ts';
import { clearModelDraft, takeModelDraft } from '../stores/model-draft-store.ts';
import { useSessionStore } from '../stores/session-store.ts';
import { useTodayStore } from '../stores/today-store.ts';
import { noteTyping } from '../stores/typing-store.ts';
import { type UndeliveredChoice, useUndeliveredStore } from '../stores/undelivered-store.ts';

/** The only door through which server facts enter the stores. Answers were checked by `request`, events are checked here. */

/** What the listener needs done about an event that it can't do by taking facts in. */
export type EventNeeds = {
  /** An entry is missing before one that came (rule D4). */
  onGap: (id: ConversationId) => void;
  /** An event could not be read: what it told must be asked for. */
  onUnreadable: () => void;
  onSessionEnded: (reason: AgentEvent<'session:ended'>['reason']) => void;
  onDraining: (retryAfterMs: number) => void;
};

/** Hears the server's events and takes in what they tell. */
export function listenForFacts(socket: Socket, needs: EventNeeds): void {
  const on = <N extends AgentEventName>(name: N, take: (fact: AgentEvent<N>) => void): void => {
    socket.on(name as string, (payload: unknown) => {
      const fact = agentEvents[name].safeParse(payload);
      if (fact.success) take(fact.data as AgentEvent<N>);
      else needs.onUnreadable();
    });
  };
  on('workspace:changed', ({ conversations, removed }) => {
    takeConversations(conversations);
    if (removed.length > 0) removeConversations(removed);
  });
  on('entry:appended', ({ conversationId, entries }) => {
    if (!takeEntries(conversationId, entries)) needs.onGap(conversationId);
  });
  on('agent:changed', ({ agent }) => takeAgents([agent]));
  on('undelivered:changed', ({ total }) => useUndeliveredStore.setState({ total, isStale: true }));
  on('typing:changed', ({ conversationId, by, isTyping }) => noteTyping(conversationId, by, isTyping));
  on('draft:changed', ({ draft }) => takeModelDraft(draft));
  on('nodes:changed', ({ isLate }) => setLate(isLate));
  on('session:ended', ({ reason }) => needs.onSessionEnded(reason));
  on('server:draining', ({ retryAfterMs }) => needs.onDraining(retryAfterMs));
}

/** Who is signed in, where, and what time it is there. */
export function takeSession({
  me,
  shop,
  channels,
  abilities,
  serverTime,
}: AgentOutput<'session:read'>): void {
  setServerTime(serverTime);
  useSessionStore.setState({
    phase: 'signed-in',
    me,
    shop,
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    abilities,
    endedBecause: null,
  });
}

/** The workspace, whole or since a cursor. */
export function takeWorkspace(workspace: Workspace): void {
  if (workspace.isFull) replaceConversations(workspace.conversations);
  else {
    takeConversations(workspace.conversations);
    removeConversations(workspace.removed);
  }
  takeAgents(workspace.agents);
}

/** A row that a command changed. */
export function takeConversation(conversation: ConversationSummary): void {
  keepConversations([conversation]);
}

/** Rows read by name, which may stand in no list. */
export function keepRows(conversations: readonly ConversationSummary[]): void {
  keepConversations(conversations);
}

/** The latest page of an opened conversation. */
export function takeOpened({ conversation, page }: AgentOutput<'conversation:open'>): void {
  keepConversations([conversation]);
  takeLatestPage(conversation.id, page);
}

/** That reading a conversation failed. */
export function takeOpenFailure(id: ConversationId): void {
  markThread(id, { status: 'failed' });
}

/** Entries that were told, or made by a command. False when one before them is missing. */
export function takeEntries(id: ConversationId, entries: readonly Entry[]): boolean {
  // What was made of words that are gone goes with them.
  for (const { body } of entries) if (body.type === 'revised') clearModelDraft(`message:${body.entryId}`);
  return appendEntries(id, entries);
}

/** A page of older entries of the same conversation. */
export function takeOlder(id: ConversationId, page: AgentOutput<'entry:list'>): void {
  prependEntries(id, page);
}

/** Earlier conversations of the customer. */
export function takeEarlier(
  id: ConversationId,
  { conversations, hasMore }: AgentOutput<'customer:timeline'>,
): void {
  keepConversations(conversations.map(({ conversation }) => conversation));
  prependEarlier(id, conversations, hasMore);
}

/** The same, read anew in place of what was shown. */
export function takeEarlierAnew(
  id: ConversationId,
  { conversations, hasMore }: AgentOutput<'customer:timeline'>,
): void {
  keepConversations(conversations.map(({ conversation }) => conversation));
  replaceEarlier(id, conversations, hasMore);
}

/** Entries read anew, because what they quote was edited or recalled. */
export function takeEntriesAnew(id: ConversationId, { entries }: AgentOutput<'entry:list'>): void {
  replaceEntries(id, entries);
}

/** A profile, or that it could not be read. */
export function takeProfile(id: CustomerProfile['id'], profile: CustomerProfile | null): void {
  takeCustomer(id, profile ? { status: 'ready', profile } : { status: 'failed' });
}

/** What is advised for a conversation. */
export function takeAdviceFor(id: ConversationId, advice: Partial<Advice>): void {
  takeAdvice(id, advice);
}

/** The shop's stock of causes and canned replies. */
export function takeCatalogue(catalogue: Partial<ReturnType<typeof useCatalogueStore.getState>>): void {
  useCatalogueStore.setState(catalogue);
}

/** What did not arrive, as it was chosen. */
export function takeUndelivered(
  choice: UndeliveredChoice,
  { messages, total, hasMore, channels, reasons }: AgentOutput<'undelivered:list'>,
): void {
  const isAll = choice.channelId === null && choice.reason === null;
  const perConversation = new Map<ConversationId, number>();
  for (const { conversationId } of messages)
    perConversation.set(conversationId, (perConversation.get(conversationId) ?? 0) + 1);
  useUndeliveredStore.setState({
    status: 'ready',
    ...{ messages, total, hasMore, channels, reasons },
    ...(isAll ? { perConversation } : {}),
  });
}

/** What stands below it. */
export function takeMoreUndelivered({ messages, hasMore }: AgentOutput<'undelivered:list'>): void {
  useUndeliveredStore.setState((before) => ({ messages: [...before.messages, ...messages], hasMore }));
}

/** That it could not be read. */
export function takeUndeliveredFailure(): void {
  useUndeliveredStore.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'failed' }));
}

/** Today's figures. */
export function takeToday(today: AgentOutput<'insights:today'>): void {
  useTodayStore.setState({ today });
}
