import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../design/empty-state.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useConversationStore, useGroupIds } from '../../stores/conversation-store.ts';
import { useViewStore } from '../../stores/view-store.ts';
import { GoodMoment } from './good-moment.tsx';
import { RowList } from './row-list.tsx';

/** The upper list, or what stands in its place: what is coming, or a good moment. */
export function QueueBody(): ReactNode {
  const { t } = useTranslation();
  const list = useViewStore((state) => state.list);
  const isReady = useConversationStore((state) => state.isReady);
  const ids = useGroupIds(list);
  if (!isReady) return <Loading />;
  if (ids.length > 0) {
    return <RowList key={list} ids={ids} group={list} label={t(`queue.lists.${list}`)} size="fill" />;
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto border-t border-line-soft">
      {list === 'waiting' ? <GoodMoment /> : <EmptyState title={t(`queue.emptyList.${list}`)} />}
    </div>
  );
}

function Loading(): ReactNode {
  return (
    <div className="min-h-0 flex-1 overflow-hidden" aria-busy data-testid="queue-loading">
      {[0, 1, 2, 3, 4].map((row) => (
        <div key={row} className="flex h-[75px] flex-col justify-center gap-2 border-t border-line-soft px-4">
          <Skeleton className="h-3 w-1/3" />
          <Skeleton className="h-3 w-4/5" />
          <Skeleton className="h-3 w-3/5" />
        </div>
      ))}
    </div>
  );
}
