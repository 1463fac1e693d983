import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { KeyHint } from '../../design/kbd.tsx';
import { useFormats } from '../../locales/format.ts';
import { useAction } from '../../stores/action-store.ts';
import { useElapsedMs } from '../../stores/clock-store.ts';
import { useConversationStore, useGroupIds, useGroupSize } from '../../stores/conversation-store.ts';
import { useLinkStore } from '../../stores/link-store.ts';
import { openConversation, useViewStore } from '../../stores/view-store.ts';
import { ListTabs } from './list-tabs.tsx';
import { MineList } from './mine-list.tsx';
import { NoticeQuestion } from './notice-question.tsx';
import { QueueBody } from './queue-body.tsx';
import { useTakeNext } from './take-next.ts';

/** Who next: the queue above, my own conversations always in sight below. */
export function QueuePane(): ReactNode {
  const { t } = useTranslation();
  const { isTaking, take } = useTakeNext();
  const waiting = useGroupSize('waiting');
  const isOnline = useLinkStore((state) => state.status === 'online');
  const canTake = waiting > 0 && isOnline;
  useAction('queue.next', canTake ? take : null);
  useAction('mine.next', openNextOfMine);
  return (
    <section
      aria-label={t('queue.title')}
      className="flex min-h-0 min-w-0 flex-col border-x border-line bg-pane"
      data-testid="queue-pane"
    >
      <header className="flex items-baseline gap-2 px-4 pt-3.5 pb-2">
        <h1 className="text-16 font-bold whitespace-nowrap">{t('queue.title')}</h1>
        <Summary />
      </header>
      <Button
        look="accent"
        size="large"
        className="mx-4 mb-3"
        isBusy={isTaking}
        disabled={!canTake}
        onClick={take}
      >
        {t('queue.takeNext')} <KeyHint action="queue.next" />
      </Button>
      <NoticeQuestion />
      <ListTabs />
      <QueueBody />
      <MineList />
    </section>
  );
}

function Summary(): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const count = useGroupIds('waiting').length;
  const since = useConversationStore(oldestWaiting);
  const longest = useElapsedMs(since);
  const isReady = useConversationStore((state) => state.isReady);
  if (!isReady) return null;
  return (
    <span className="truncate text-12 text-ink-3 tabular-nums">
      {count === 0 ? t('queue.summaryEmpty') : t('queue.summary', { count, longest: formats.clock(longest) })}
    </span>
  );
}

/** Since when whoever waits longest has waited. */
function oldestWaiting({ groups, rows }: ReturnType<typeof useConversationStore.getState>): string | null {
  const oldest = groups.waiting.order.oldest();
  return oldest === null ? null : (rows.get(oldest)?.waitingSince ?? null);
}

/** What is offered to me first; then the next of mine whose customer waits for an answer; then simply the next of mine. */
function openNextOfMine(): void {
  const { groups, rows } = useConversationStore.getState();
  const { openId } = useViewStore.getState();
  const { ids } = groups.mine.order;
  const place = openId ? ids.indexOf(openId) : -1;
  const others = [...ids.slice(place + 1), ...ids.slice(0, Math.max(0, place))];
  const unanswered = others.find((id) => rows.get(id)?.unansweredSince !== null);
  const next = groups.offered.order.ids.find((id) => id !== openId) ?? unanswered ?? others[0];
  if (next) openConversation(next);
}
