import { flushSync } from 'react-dom';
import type { Entry } from '#shared/domain/entry';
import { recallMessage } from '../../connection/commands/message.ts';
import { runAction, useAction } from '../../stores/action-store.ts';
import { useClockStore } from '../../stores/clock-store.ts';
import { beginEdit } from '../../stores/draft-store.ts';
import { useChannel, useSessionStore } from '../../stores/session-store.ts';
import { useViewStore } from '../../stores/view-store.ts';
import { lastOwn, type Revisable, revisable } from './revisable.ts';
import type { ThreadItem } from './thread-items.ts';

/** What this reader may do with a message now; draws again only when that changes, not every second. */
export function useRevisable(entry: Entry | undefined, delivery: string | null): Revisable {
  const me = useSessionStore((state) => state.me);
  const channel = useChannel(entry?.channelId ?? null);
  // Words are edited in the composer of the conversation that is open.
  const isHere = useViewStore((state) => state.openId === entry?.conversationId);
  const at = (nowMs: number): Revisable =>
    entry ? revisable(entry, { me, nowMs, channel, delivery }) : { canEdit: false, canRecall: false };
  const canEdit = useClockStore(({ nowMs }) => at(nowMs).canEdit) && isHere;
  const canRecall = useClockStore(({ nowMs }) => at(nowMs).canRecall);
  return { canEdit, canRecall };
}

/** The keys for what this agent said last: ↑ in an empty reply edits it, another takes it back. */
export function useOwnActions(items: readonly ThreadItem[]): void {
  const me = useSessionStore((state) => state.me?.id);
  const last = lastOwn(items, me);
  const { canEdit, canRecall } = useRevisable(last?.entry, last?.delivery ?? null);
  useAction('message.edit', last && canEdit ? () => editMessage(last.entry) : null);
  useAction('message.recall', last && canRecall ? () => recallAndGoOn(last.entry) : null);
}

/** Puts a message's words into the composer, to be saved as its new ones. It is there and has the focus at once: the next key is the first of them. */
export function editMessage({ id, conversationId, body }: Entry): void {
  if (body.type !== 'message' || body.content.type !== 'text') return;
  const { text } = body.content;
  flushSync(() => beginEdit(conversationId, { entryId: id, text }));
  runAction('composer.focus');
}

/** Recalls a message; the hand goes back to the composer, as the button that it was on is gone. */
export function recallAndGoOn({ id, conversationId }: Entry): void {
  recallMessage(conversationId, id);
  runAction('composer.focus');
}
