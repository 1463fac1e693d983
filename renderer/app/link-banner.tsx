import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tryAgain } from '../connection/commands/session.ts';
import { Banner, type BannerProps } from '../design/banner.tsx';
import { Button } from '../design/button.tsx';
import { BusyIcon, OfflineIcon, RetryIcon, WaitingIcon, WarningIcon } from '../design/icons.ts';
import { useFormats } from '../locales/format.ts';
import { usePlatform } from '../platform/use-platform.ts';
import { useClockStore } from '../stores/clock-store.ts';
import { type LinkStatus, useLinkStore } from '../stores/link-store.ts';

/** Says why work is not possible as usual, since when, and what still works; nothing while all is well. */
export function LinkBanner(): ReactNode {
  const status = useLinkStore((state) => state.status);
  if (status === 'online') return <LateNotice />;
  if (status === 'connecting') return null;
  return (
    <div data-testid="link-banner" data-status={status}>
      <Banner {...looks[status]} action={<Remedy status={status} />}>
        <Words status={status} />
      </Banner>
    </div>
  );
}

/** Everything works, only not at once: said quietly. */
function LateNotice(): ReactNode {
  const { t } = useTranslation();
  const isLate = useLinkStore((state) => state.isLate);
  if (!isLate) return null;
  return (
    <div data-testid="link-banner" data-status="late">
      <Banner tone="plain" icon={<WaitingIcon aria-hidden />}>
        {t('link.late')}
      </Banner>
    </div>
  );
}

type Trouble = Exclude<LinkStatus, 'online' | 'connecting'>;

const looks: Record<Trouble, Pick<BannerProps, 'tone' | 'icon'>> = {
  offline: { tone: 'upset', icon: <OfflineIcon aria-hidden /> },
  'catching-up': { tone: 'plain', icon: <BusyIcon className="animate-spin" aria-hidden /> },
  busy: { tone: 'upset', icon: <RetryIcon aria-hidden /> },
  unreadable: { tone: 'upset', icon: <WarningIcon aria-hidden /> },
  draining: { tone: 'plain', icon: <RetryIcon aria-hidden /> },
  outdated: { tone: 'upset', icon: <RetryIcon aria-hidden /> },
  ahead: { tone: 'plain', icon: <WaitingIcon aria-hidden /> },
};

function Words({ status }: { status: Trouble }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { capabilities, version } = usePlatform();
  const sinceMs = useLinkStore((state) => state.sinceMs);
  const hasBeenOnline = useLinkStore((state) => state.hasBeenOnline);
  const nowMs = useClockStore((state) => state.nowMs - state.offsetMs);
  if (status === 'catching-up') return t('link.catchingUp');
  if (status === 'outdated')
    return t(capabilities.serverChoice ? 'link.outdatedApp' : 'link.outdated', { version });
  if (status !== 'offline' && status !== 'busy') return t(`link.${status}`);
  return (
    <>
      <span className="tabular-nums">{t(`link.${status}`, { since: formats.clock(nowMs - sinceMs) })}</span>
      {hasBeenOnline ? <> {t(`link.${status}Works`)}</> : null}
    </>
  );
}

function Remedy({ status }: { status: Trouble }): ReactNode {
  const { t } = useTranslation();
  const { capabilities } = usePlatform();
  // Where the server serves this page, a reload brings its version.
  if (status === 'outdated' && !capabilities.serverChoice) {
    return (
      <Button size="small" onClick={() => window.location.reload()}>
        {t('link.reload')}
      </Button>
    );
  }
  if (status !== 'unreadable') return null;
  return (
    <Button size="small" onClick={tryAgain}>
      {t('app.retry')}
    </Button>
  );
}
