import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../design/banner.tsx';
import { Button } from '../design/button.tsx';
import { OfflineIcon, RetryIcon } from '../design/icons.ts';
import { useFormats } from '../locales/format.ts';
import { useClockStore } from '../stores/clock-store.ts';
import { useLinkStore } from '../stores/link-store.ts';

/** Says when the server can't be reached, since when, and what still works; nothing while the line is up. */
export function LinkBanner(): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const status = useLinkStore((state) => state.status);
  const sinceMs = useLinkStore((state) => state.sinceMs);
  const hasBeenOnline = useLinkStore((state) => state.hasBeenOnline);
  const nowMs = useClockStore((state) => state.nowMs - state.offsetMs);
  if (status === 'outdated') {
    return (
      <Banner
        tone="upset"
        icon={<RetryIcon aria-hidden />}
        action={
          <Button size="small" onClick={() => window.location.reload()}>
            {t('link.reload')}
          </Button>
        }
      >
        {t('link.outdated')}
      </Banner>
    );
  }
  if (status === 'draining') {
    return (
      <Banner tone="plain" icon={<RetryIcon aria-hidden />}>
        {t('link.draining')}
      </Banner>
    );
  }
  if (status !== 'offline') return null;
  return (
    <Banner tone="upset" icon={<OfflineIcon aria-hidden />}>
      <span className="tabular-nums">{t('link.offline', { since: formats.clock(nowMs - sinceMs) })}</span>
      {hasBeenOnline ? <> {t('link.offlineWorks')}</> : null}
    </Banner>
  );
}
