import type { Me } from '#shared/domain/agent';
import type { Channel } from '#shared/domain/channel';
import type { Entry } from '#shared/domain/entry';
import type { AgentId } from '#shared/domain/ids';
import { REVISION_MS } from '#shared/domain/revision';
import type { MessageItem, ThreadItem } from './thread-items.ts';

/** What a reader may do with a message that stands (rule D19). */
export type Revisable = { canEdit: boolean; canRecall: boolean };

/** Who looks, at what time of the server's clock, and what the message's channel can do. */
export type RevisableView = {
  me: Pick<Me, 'id' | 'role'> | null;
  nowMs: number;
  channel: Channel | undefined;
  /** How far the message has come, as it is drawn. */
  delivery: string | null;
};

const neither: Revisable = { canEdit: false, canRecall: false };

/** What the screen offers; the server has the last word, by its own clock. */
export function revisable(
  { body, author, at }: Entry,
  { me, nowMs, channel, delivery }: RevisableView,
): Revisable {
  if (me === null || body.type !== 'message') return neither;
  const { type } = body.content;
  if (type === 'recalled' || type === 'notice') return neither;
  if (channel && !channel.limits.revises && delivery !== 'queued') return neither;
  const isOwn = isBy(author, me.id) && nowMs < Date.parse(at) + REVISION_MS;
  const isOfShop = author.kind === 'agent' || author.kind === 'bot';
  return {
    canEdit: isOwn && type === 'text',
    canRecall: isOwn || (isOfShop && me.role !== 'agent'),
  };
}

/** The message that this agent said last, as it is drawn; undefined where they said none, or took it back. */
export function lastOwn(items: readonly ThreadItem[], me: AgentId | undefined): MessageItem | undefined {
  const last = items.findLast(
    (item) =>
      (item.kind === 'message' || item.kind === 'recalled') &&
      me !== undefined &&
      isBy(item.entry.author, me),
  );
  return last?.kind === 'message' ? last : undefined;
}

function isBy(author: Entry['author'], agentId: AgentId): boolean {
  return author.kind === 'agent' && author.agentId === agentId;
}
