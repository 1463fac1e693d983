import { create } from 'zustand';
import type { AgentRef } from '#shared/domain/agent';
import type { ConversationSummary, Departure } from '#shared/domain/conversation';
import type { AgentId, ConversationId } from '#shared/domain/ids';
import { OrderedIds } from './ordered-ids.ts';
import { QueueIds } from './queue-ids.ts';

/** The lists of the workspace; a conversation stands in at most one. */
export const conversationGroups = ['offered', 'waiting', 'mine', 'others', 'bot', 'closed'] as const;
/** One of the lists of the workspace. */
export type ConversationGroup = (typeof conversationGroups)[number];

const KEPT_SHADOWS = 300;

type Ranked = Exclude<ConversationGroup, 'waiting'>;
type Group<Order> = { order: Order; version: number };
type Groups = Record<Ranked, Group<OrderedIds<ConversationId>>> & {
  waiting: Group<QueueIds<ConversationId>>;
};

type ConversationState = {
  me: AgentId | null;
  /** Whether the first workspace has arrived. */
  isReady: boolean;
  /** Changed in place; a row itself is replaced when it changes, so that only those who show it draw again. */
  rows: Map<ConversationId, ConversationSummary>;
  groups: Groups;
  /** Rows that left the workspace and are still known, with who took them, where a person did. */
  gone: Map<ConversationId, AgentRef | null>;
  /** The server's time when the queue was last settled, in milliseconds since the epoch; in a window that nobody sees it stands still, and the first beat after that settles anew. */
  nowMs: number;
  /** Rows of mine with customer messages that I have not seen. */
  unreadCount: number;
  version: number;
};

/** The conversations of the workspace, and others that were read by name. Changed in place (see the room's README). */
export const useConversationStore = create<ConversationState>()(() => emptyState(null));

function emptyState(me: AgentId | null): ConversationState {
  const ranked = () => ({ order: new OrderedIds<ConversationId>(), version: 0 });
  const groups: Groups = {
    offered: ranked(),
    waiting: { order: new QueueIds<ConversationId>(), version: 0 },
    mine: ranked(),
    others: ranked(),
    bot: ranked(),
    closed: ranked(),
  };
  const nowMs = Date.now();
  return { me, isReady: false, rows: new Map(), groups, gone: new Map(), nowMs, unreadCount: 0, version: 0 };
}

/** Forgets everything and begins for this agent. */
export function beginConversations(me: AgentId | null): void {
  useConversationStore.setState(emptyState(me), true);
}

/** Takes in rows of the workspace; a row that is not newer than the one we have changes nothing. */
export function takeConversations(rows: readonly ConversationSummary[]): void {
  const state = useConversationStore.getState();
  let changes = 0;
  for (const row of rows) if (takeRow(state, row)) changes += 1;
  if (changes > 0) commit(state);
}

/**
 * Takes in rows read by name (search, history) or answered to a command: they change what stands in the lists, and add to them only what is
 * mine. All others are kept for whoever shows them; whether they belong to the workspace the server tells by itself.
 */
export function keepConversations(rows: readonly ConversationSummary[]): void {
  const state = useConversationStore.getState();
  for (const row of rows) {
    const group = groupOf(row, state.me);
    if (isListed(state, row.id) || group === 'mine' || group === 'offered') takeRow(state, row);
    else if ((state.rows.get(row.id)?.version ?? 0) <= row.version) state.rows.set(row.id, row);
  }
  commit(state);
}

/** Takes rows out of the lists that this agent may no longer see. What was known of them stays readable, as a shadow of what was. */
export function removeConversations(removed: readonly Departure[]): void {
  const state = useConversationStore.getState();
  for (const departure of removed) removeRow(state, departure);
  forgetOldest(state);
  commit(state);
}

/** Takes in the whole workspace: rows that are not in it are gone. */
export function replaceConversations(rows: readonly ConversationSummary[]): void {
  const state = useConversationStore.getState();
  const present = new Set(rows.map((row) => row.id));
  for (const id of state.rows.keys())
    if (!present.has(id) && isListed(state, id)) removeRow(state, { id, takenBy: null });
  for (const row of rows) takeRow(state, row);
  state.isReady = true;
  forgetOldest(state);
  commit(state);
}

/** Brings the queue to its order at this moment of the server's time: the more urgent, the faster waiting counts. */
export function settleQueue(nowMs: number): void {
  const state = useConversationStore.getState();
  const { waiting } = state.groups;
  state.nowMs = nowMs;
  if (!waiting.order.settle(nowMs)) return;
  waiting.version += 1;
  commit(state);
}

/** The row of one conversation; draws again only when that row changes. */
export function useConversation(id: ConversationId | null): ConversationSummary | undefined {
  return useConversationStore((state) => (id === null ? undefined : state.rows.get(id)));
}

/** Whether a conversation has left this agent's workspace: what is shown of it is how it was. */
export function useIsGone(id: ConversationId): boolean {
  return useConversationStore((state) => state.gone.has(id));
}

/** Whether this agent has the word in a conversation: not in one that has left the workspace, however it looked before. */
export function useIsMine(row: ConversationSummary | undefined): boolean {
  return useConversationStore(
    (state) => row !== undefined && !state.gone.has(row.id) && groupOf(row, state.me) === 'mine',
  );
}

/** Who has taken a conversation that left this agent's workspace; `null` where nobody did, or it is still there. */
export function useTakenBy(id: ConversationId): AgentRef | null {
  return useConversationStore((state) => state.gone.get(id) ?? null);
}

/** The ids of a list in their order: a live array. Draws again when the order changes, not when a row does. */
export function useGroupIds(group: ConversationGroup): readonly ConversationId[] {
  useConversationStore((state) => state.groups[group].version);
  return useConversationStore.getState().groups[group].order.ids;
}

/** How many stand in a list. */
export function useGroupSize(group: ConversationGroup): number {
  return useConversationStore((state) => state.groups[group].order.ids.length);
}

function takeRow(state: ConversationState, row: ConversationSummary): boolean {
  const before = state.rows.get(row.id);
  if (before && before.version >= row.version && isListed(state, row.id)) return false;
  if (before && before.version > row.version) return false;
  state.gone.delete(row.id);
  state.unreadCount += unreadOf(state, row) - (isListed(state, row.id) ? unreadOf(state, before) : 0);
  state.rows.set(row.id, row);
  const group = groupOf(row, state.me);
  for (const other of conversationGroups) {
    const hasChanged =
      other === group ? placeRow(state, row, group) : state.groups[other].order.remove(row.id);
    if (hasChanged) state.groups[other].version += 1;
  }
  return true;
}

function placeRow(
  { groups }: ConversationState,
  row: ConversationSummary,
  group: ConversationGroup,
): boolean {
  if (group !== 'waiting') return groups[group].order.place(row.id, rankOf(row, group));
  const waitingSinceMs = Date.parse(row.waitingSince ?? row.openedAt);
  return groups.waiting.order.place(row.id, { waitingSinceMs, urgency: row.place?.urgency ?? 0 });
}

function removeRow(state: ConversationState, { id, takenBy }: Departure): void {
  const row = state.rows.get(id);
  if (!row) return;
  if (isListed(state, id)) state.unreadCount -= unreadOf(state, row);
  for (const group of conversationGroups) {
    if (state.groups[group].order.remove(id)) state.groups[group].version += 1;
  }
  state.gone.set(id, takenBy);
}

/** Shadows are for those who still look at them, not for ever. */
function forgetOldest({ gone, rows }: ConversationState): void {
  for (const id of gone.keys()) {
    if (gone.size <= KEPT_SHADOWS) break;
    gone.delete(id);
    rows.delete(id);
  }
}

function isListed(state: ConversationState, id: ConversationId): boolean {
  return conversationGroups.some((group) => state.groups[group].order.has(id));
}

function unreadOf(state: ConversationState, row: ConversationSummary | undefined): number {
  return row && row.unread > 0 && row.state === 'agent' && row.owner?.id === state.me ? 1 : 0;
}

/** The list that a row belongs to, as this agent sees it. */
export function groupOf(row: ConversationSummary, me: AgentId | null): ConversationGroup {
  if (row.state === 'offered') return row.offer?.to.id === me ? 'offered' : 'others';
  if (row.state === 'agent') return row.owner?.id === me ? 'mine' : 'others';
  return row.state;
}

/** Smaller stands higher. */
function rankOf(row: ConversationSummary, group: Ranked): number {
  switch (group) {
    case 'offered':
      return Date.parse(row.offer?.expiresAt ?? row.openedAt);
    case 'mine':
      // Who waits for an answer stands first, longest first; then the rest, the latest first.
      return row.unansweredSince
        ? Date.parse(row.unansweredSince)
        : 1e15 - Date.parse(row.last?.at ?? row.openedAt);
    case 'closed':
      return -Date.parse(row.closedAt ?? row.openedAt);
    case 'bot':
    case 'others':
      return row.mood.score;
  }
}

/** Tells the subscribers; the maps stay the same, so this costs nothing per row. */
function commit(state: ConversationState): void {
  state.groups.waiting.order.settle(state.nowMs);
  useConversationStore.setState({
    isReady: state.isReady,
    unreadCount: state.unreadCount,
    version: state.version + 1,
  });
}
