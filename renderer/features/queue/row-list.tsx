import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationId } from '#shared/domain/ids';
import { classNames } from '../../design/class-names.ts';
import { useAction } from '../../stores/action-store.ts';
import type { ConversationGroup } from '../../stores/conversation-store.ts';
import { openConversation, useViewStore } from '../../stores/view-store.ts';
import { useHeldOrder } from './held-order.ts';
import { QueueRow } from './queue-row.tsx';

/** Props of {@link RowList}. */
export type RowListProps = {
  ids: readonly ConversationId[];
  group: ConversationGroup;
  label: string;
  /** `fill` takes the room there is; `fit` no more than its rows. */
  size: 'fill' | 'fit';
};

const ESTIMATE: Partial<Record<ConversationGroup, number>> = { waiting: 75, mine: 57, offered: 57 };

/** Rows in their order, only those in sight drawn; up, down, Home, End choose, Enter opens. Held while pointed at (rule Q4). */
export function RowList({ ids: live, group, label, size }: RowListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const { ids, hasChanged, arrived, release } = useHeldOrder(live, isPointed || isFocused);
  const openId = useViewStore((state) => state.openId);
  const [cursorId, setCursorId] = useState<ConversationId | null>(null);
  const cursor = Math.max(0, ids.indexOf(cursorId ?? openId ?? ids[0] ?? ('' as ConversationId)));
  const hasSettled = useHasSettled();
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATE[group] ?? 57,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 6,
  });
  const focusRow = (index: number): void => {
    const next = Math.max(0, Math.min(ids.length - 1, index));
    setCursorId(ids[next] ?? null);
    rows.scrollToIndex(next);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] button`)?.focus(),
    );
  };
  useAction('queue.focus', group === 'waiting' && ids.length > 0 ? () => focusRow(cursor) : null);
  const handleKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: cursor + 1, ArrowUp: cursor - 1, Home: 0, End: ids.length - 1 }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    focusRow(to);
  };
  return (
    <div
      className={classNames('relative flex min-h-0 flex-col', size === 'fill' && 'flex-1')}
      style={size === 'fit' ? { height: rows.getTotalSize() } : undefined}
    >
      {hasChanged ? <OrderChanged arrived={arrived} onShow={release} /> : null}
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto">
        <ol
          aria-label={label}
          className="relative"
          style={{ height: rows.getTotalSize() }}
          onKeyDown={handleKeyDown}
          onPointerEnter={() => setPointed(true)}
          onPointerLeave={() => setPointed(false)}
          onFocus={(event) => setFocused(event.target.matches(':focus-visible'))}
          onBlur={() => setFocused(false)}
          data-testid={`rows-${group}`}
        >
          {rows.getVirtualItems().map((item) => {
            const id = ids[item.index];
            if (!id) return null;
            return (
              <li
                key={item.key}
                ref={rows.measureElement}
                data-index={item.index}
                aria-setsize={ids.length}
                aria-posinset={item.index + 1}
                className={classNames(
                  'absolute inset-x-0 top-0',
                  hasSettled && 'transition-transform duration-150',
                )}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <QueueRow
                  id={id}
                  group={group}
                  isOpen={id === openId}
                  tabIndex={item.index === cursor ? 0 : -1}
                  onOpen={() => {
                    setCursorId(id);
                    openConversation(id);
                  }}
                />
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
}

function OrderChanged({ arrived, onShow }: { arrived: number; onShow: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-2 z-10 flex justify-center" role="status">
      <button
        type="button"
        onClick={onShow}
        className="pointer-events-auto rounded-full bg-ink px-3 py-1 text-12 text-surface shadow-float"
      >
        {t('queue.orderChanged')}
        {arrived > 0 ? ` · ${t('queue.arrived', { count: arrived })}` : ''} · <u>{t('queue.showNow')}</u>
      </button>
    </div>
  );
}

/** False for the first moments, in which rows find their measured heights: that is no move to be shown. */
function useHasSettled(): boolean {
  const [hasSettled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return hasSettled;
}
