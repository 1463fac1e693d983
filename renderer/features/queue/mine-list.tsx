import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../design/kbd.tsx';
import { useConversationStore, useGroupIds } from '../../stores/conversation-store.ts';
import { RowList } from './row-list.tsx';

/** My own conversations and what is offered to me: at the foot, always in sight however long the queue is. */
export function MineList(): ReactNode {
  const { t } = useTranslation();
  const isReady = useConversationStore((state) => state.isReady);
  const offered = useGroupIds('offered');
  const mine = useGroupIds('mine');
  const unanswered = useConversationStore(({ groups, rows }) => countUnanswered(groups.mine.order.ids, rows));
  if (!isReady) return null;
  return (
    <div className="flex max-h-[48%] flex-col border-t border-line">
      {offered.length > 0 ? (
        <RowList ids={offered} group="offered" label={t('queue.mineList')} size="fit" />
      ) : null}
      <div className="flex shrink-0 justify-between px-4 pt-2 pb-[5px] text-11 text-ink-3 tabular-nums">
        <span>{t('queue.mine', { count: mine.length })}</span>
        {mine.length > 0 ? (
          <span className="flex items-center gap-1.5">
            {unanswered > 0 ? t('queue.unanswered', { count: unanswered }) : t('queue.allAnswered')}
            {unanswered > 0 ? <KeyHint action="mine.next" /> : null}
          </span>
        ) : null}
      </div>
      {mine.length > 0 ? (
        <RowList ids={mine} group="mine" label={t('queue.mineList')} size="fit" />
      ) : (
        <p className="px-4 pt-1 pb-4 text-12 text-ink-3">{t('queue.emptyMine', { key: 'G' })}</p>
      )}
    </div>
  );
}

function countUnanswered(
  ids: readonly string[],
  rows: ReturnType<typeof useConversationStore.getState>['rows'],
): number {
  let count = 0;
  for (const id of ids) if (rows.get(id as never)?.unansweredSince !== null) count += 1;
  return count;
}
