import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readMoreUndelivered, readUndelivered } from '../../connection/commands/undelivered.ts';
import { Banner } from '../../design/banner.tsx';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { DoneIcon, OfflineIcon, UndeliveredIcon, WarningIcon } from '../../design/icons.ts';
import { Skeleton } from '../../design/skeleton.tsx';
import { useLinkStore } from '../../stores/link-store.ts';
import { useIsOverseer } from '../../stores/session-store.ts';
import { chooseUndelivered, useUndeliveredStore } from '../../stores/undelivered-store.ts';
import { openConversation, useViewStore } from '../../stores/view-store.ts';
import { ChannelTroubles } from './channel-troubles.tsx';
import { UndeliveredFilters } from './undelivered-filters.tsx';
import { stepThroughRows, UndeliveredList } from './undelivered-list.tsx';

/** What did not reach customers, and what can be done about it: all of it for leads, their own for agents (rule D14). */
export function UndeliveredPane(): ReactNode {
  const { t } = useTranslation();
  const isOnline = useLinkStore((state) => state.status === 'online');
  const place = useRef<HTMLElement>(null);
  // Whoever comes here by a key goes on by keys.
  useEffect(() => place.current?.focus(), []);
  return (
    <main
      ref={place}
      tabIndex={-1}
      onKeyDown={stepThroughRows}
      aria-label={t('undelivered.title')}
      data-testid="undelivered"
      className="col-span-2 flex min-h-0 min-w-0 flex-col bg-surface outline-none"
    >
      <Head />
      {isOnline ? null : (
        <Banner tone="plain" icon={<OfflineIcon aria-hidden />}>
          {t('undelivered.offline')}
        </Banner>
      )}
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-[980px] px-5 pb-8">
          <Body />
        </div>
      </div>
    </main>
  );
}

function Head(): ReactNode {
  const { t } = useTranslation();
  const total = useUndeliveredStore((state) => state.total);
  const isOverseer = useIsOverseer();
  const openId = useViewStore((state) => state.openId);
  return (
    <header className="flex min-h-[65px] items-center gap-3 border-b border-line px-5 py-[11px]">
      <div className="min-w-0 flex-1">
        <h2 className="text-16 font-bold">{t('undelivered.title')}</h2>
        {total > 0 ? (
          <p className="text-12 text-ink-3 tabular-nums">
            {t(isOverseer ? 'undelivered.lead' : 'undelivered.leadMine', { count: total })}
          </p>
        ) : null}
      </div>
      {openId ? <Button onClick={() => openConversation(openId)}>{t('undelivered.back')}</Button> : null}
    </header>
  );
}

function Body(): ReactNode {
  const status = useUndeliveredStore((state) => state.status);
  const isEmpty = useUndeliveredStore((state) => state.total === 0 && state.channels.length === 0);
  if (status === 'loading') return <Loading />;
  if (status === 'failed') return <Failed />;
  if (isEmpty) return <AllArrived />;
  return (
    <>
      <ChannelTroubles />
      <UndeliveredFilters />
      <Found />
    </>
  );
}

function Found(): ReactNode {
  const { t } = useTranslation();
  const { messages, hasMore, total } = useUndeliveredStore();
  if (messages.length > 0) {
    return (
      <>
        <UndeliveredList messages={messages} />
        {hasMore ? (
          <Button className="mt-3" onClick={() => void readMoreUndelivered()}>
            {t('undelivered.more')}
          </Button>
        ) : null}
      </>
    );
  }
  if (total === 0) return null;
  return (
    <EmptyState icon={<UndeliveredIcon aria-hidden />} title={t('undelivered.emptyChoice')}>
      <Button className="mt-2" onClick={() => chooseUndelivered({ channelId: null, reason: null })}>
        {t('undelivered.showAll')}
      </Button>
    </EmptyState>
  );
}

function AllArrived(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="grid min-h-[50vh] place-items-center">
      <EmptyState icon={<DoneIcon aria-hidden />} title={t('undelivered.empty')}>
        <p className="max-w-[420px]">{t('undelivered.emptyText')}</p>
      </EmptyState>
    </div>
  );
}

function Failed(): ReactNode {
  const { t } = useTranslation();
  const [isReading, setReading] = useState(false);
  const readAgain = async (): Promise<void> => {
    setReading(true);
    await readUndelivered();
    setReading(false);
  };
  return (
    <div className="grid min-h-[50vh] place-items-center" role="alert">
      <EmptyState icon={<WarningIcon aria-hidden />} title={t('undelivered.failedToRead')}>
        <Button className="mt-2" isBusy={isReading} onClick={() => void readAgain()}>
          {t('app.retry')}
        </Button>
      </EmptyState>
    </div>
  );
}

/** Rows to be, of the height of rows. */
function Loading(): ReactNode {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('undelivered.loading')} className="pt-3">
      {['w-2/5', 'w-3/5', 'w-1/2'].map((width) => (
        <div key={width} className="flex flex-col gap-2 border-b border-line-soft py-3.5">
          <Skeleton className="h-3.5 w-1/4" />
          <Skeleton className={`h-4 ${width}`} />
          <Skeleton className="h-3 w-1/3" />
        </div>
      ))}
    </div>
  );
}
