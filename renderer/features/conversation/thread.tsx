import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { ConversationSummary } from '#shared/domain/conversation';
import { readUp } from '../../connection/commands/reading.ts';
import { BusyIcon, DownIcon } from '../../design/icons.ts';
import { useEditedEntry } from '../../stores/draft-store.ts';
import type { Thread } from '../../stores/entry-store.ts';
import { useOutboxStore } from '../../stores/outbox-store.ts';
import { useTypingStore } from '../../stores/typing-store.ts';
import { useRecalledWords } from './recalled-row.tsx';
import { AT_END_PX, useStickToEnd } from './stick-to-end.ts';
import { type ThreadItem, threadItems } from './thread-items.ts';
import { ThreadRow } from './thread-row.tsx';
import { useOwnActions } from './use-revisable.ts';

/** Props of {@link ThreadView}. */
export type ThreadViewProps = { conversation: ConversationSummary; thread: Thread; isMine: boolean };

/** Nearer to the top than this, the next page is read. */
const READ_UP_PX = 400;

/** All that was said, over all channels, anchored at its end; only what is in sight is drawn, older pages come as one scrolls up. */
export function ThreadView({ conversation, thread, isMine }: ThreadViewProps): ReactNode {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [openFolds, setOpenFolds] = useState<ReadonlySet<string>>(new Set());
  const outgoing = useOutboxStore(
    useShallow((state) => state.outgoing.filter((message) => message.conversationId === conversation.id)),
  );
  const items = useMemo(
    () => threadItems({ thread, conversation, outgoing, openFolds }),
    [thread, conversation, outgoing, openFolds],
  );
  const [isAtEnd, setAtEnd] = useState(true);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(items[index]),
    getItemKey: (index) => items[index]?.key ?? index,
    anchorTo: 'end',
    scrollEndThreshold: AT_END_PX,
    overscan: 8,
    gap: 12,
    paddingStart: 36,
    paddingEnd: 12,
    onChange: (instance) => {
      const atEnd = instance.isAtEnd(AT_END_PX);
      setAtEnd((before) => (before === atEnd ? before : atEnd));
      if ((instance.scrollOffset ?? 0) < READ_UP_PX && instance.scrollDirection === 'backward')
        void readUp(conversation.id);
    },
  });
  const goToEnd = useStickToEnd(scroller, `${rows.getTotalSize()}-${items.at(-1)?.key ?? ''}`);
  useFillTheView(scroller, conversation, items.length);
  useOwnActions(items);
  const edited = useEditedEntry(conversation.id);
  const editedIndex = edited === null ? -1 : items.findIndex(({ key }) => key === edited);
  useEffect(() => {
    if (editedIndex >= 0) rows.scrollToIndex(editedIndex, { align: 'auto' });
  }, [rows, editedIndex]);
  // One's own words are always in sight.
  const mineOnTheWay = outgoing.at(-1)?.clientId;
  useEffect(() => {
    if (mineOnTheWay) goToEnd();
  }, [mineOnTheWay, goToEnd]);
  const missed = useMissed(thread, isAtEnd);
  const toggleFold = (key: string): void =>
    setOpenFolds((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={t('talk.log')}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto outline-none"
        data-testid="thread"
      >
        <div className="mx-auto flex min-h-full w-full max-w-[800px] flex-col justify-end px-5">
          <ol className="relative w-full shrink-0" style={{ height: rows.getTotalSize() }}>
            <HistoryTop thread={thread} />
            {rows.getVirtualItems().map((row) => {
              const item = items[row.index];
              return item ? (
                <li
                  key={row.key}
                  ref={rows.measureElement}
                  data-index={row.index}
                  className="absolute inset-x-0 top-0"
                  style={{ transform: `translateY(${row.start}px)` }}
                >
                  <ThreadRow item={item} isMine={isMine} onToggleFold={toggleFold} />
                </li>
              ) : null;
            })}
          </ol>
        </div>
      </div>
      {isAtEnd ? null : <ToLatest count={missed} onGo={goToEnd} />}
      <LatestAloud thread={thread} />
      <TypingLine conversation={conversation} />
    </div>
  );
}

function HistoryTop({ thread }: { thread: Thread }): ReactNode {
  const { t } = useTranslation();
  const isBeginning = !thread.hasOlder && !thread.hasEarlier;
  return (
    <li className="pointer-events-none absolute inset-x-0 top-1 flex h-6 items-center justify-center gap-1.5 text-11 text-ink-3">
      {thread.isReadingUp ? <BusyIcon className="size-3.5 animate-spin" aria-hidden /> : null}
      {thread.isReadingUp ? t('talk.history') : null}
      {isBeginning ? t('talk.historyStart') : null}
    </li>
  );
}

function ToLatest({ count, onGo }: { count: number; onGo: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      onClick={onGo}
      className="absolute bottom-3 left-1/2 flex -translate-x-1/2 items-center gap-1.5 rounded-full border border-line bg-surface px-3 py-1 text-12 font-medium shadow-float"
    >
      <DownIcon className="size-3.5" aria-hidden />
      {count > 0 ? t('talk.newMessages', { count }) : t('talk.toLatest')}
    </button>
  );
}

/** The customer's latest words for those who listen, and what was edited or recalled; the log itself is silent, or scrolling up would be read aloud. */
function LatestAloud({ thread: { entries } }: { thread: Thread }): ReactNode {
  const { t } = useTranslation();
  const sayRecalled = useRecalledWords();
  const latest = entries.findLast(
    ({ author, body }) => body.type === 'revised' || (author.kind === 'customer' && body.type === 'message'),
  );
  const words = (): string | null => {
    if (latest?.body.type !== 'message' && latest?.body.type !== 'revised') return null;
    const { content } = latest.body;
    if (content.type === 'recalled') {
      const { body } = latest;
      const recalled = body.type === 'revised' ? entries.find(({ id }) => id === body.entryId) : latest;
      return sayRecalled(recalled ?? latest, latest.author);
    }
    if (content.type !== 'text') return null;
    return latest.body.type === 'revised' ? t('revise.editedTo', { text: content.text }) : content.text;
  };
  return (
    <p aria-live="polite" className="sr-only">
      {words()}
    </p>
  );
}

function TypingLine({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  const by = useTypingStore((state) => state.typing.get(conversation.id)?.by);
  return (
    <p aria-live="polite" className="mx-auto h-5 w-full max-w-[800px] shrink-0 px-5 text-11 text-ink-3">
      {by ? t(`talk.typing.${by}`, { name: conversation.customer.name }) : null}
    </p>
  );
}

/** How many customer messages came while the reader was further up. */
function useMissed({ entries }: Thread, isAtEnd: boolean): number {
  const seq = entries.at(-1)?.seq ?? 0;
  const [seenSeq, setSeenSeq] = useState(seq);
  if (isAtEnd && seenSeq !== seq) setSeenSeq(seq);
  if (isAtEnd) return 0;
  // Dense numbers: the new ones are the last `seq - seenSeq`.
  const fresh = entries.slice(entries.length - Math.min(entries.length, seq - seenSeq));
  return fresh.filter(({ author, body }) => author.kind === 'customer' && body.type === 'message').length;
}

/** Reads upwards by itself as long as what is there does not fill the view. */
function useFillTheView(
  scroller: RefObject<HTMLDivElement | null>,
  conversation: ConversationSummary,
  itemCount: number,
): void {
  useEffect(() => {
    const view = scroller.current;
    if (view && itemCount > 0 && view.scrollHeight <= view.clientHeight + 8) void readUp(conversation.id);
  }, [scroller, conversation.id, itemCount]);
}

/**
 * How tall a line may be. Never a whole number: what is measured is remembered only where it differs, and words that are edited without growing
 * would be thought to have grown.
 */
function estimate(item: ThreadItem | undefined): number {
  if (item?.kind === 'message') {
    const { content } = item.entry.body;
    return content.type === 'card'
      ? 74.5
      : 38.5 + 22 * Math.floor((content.type === 'text' ? content.text.length : 0) / 28);
  }
  return item?.kind === 'fold' ? 31.5 : 18.5;
}
