import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { showToast } from '../../design/toast.tsx';
import { usePlatform } from '../../platform/use-platform.ts';
import { usePreferenceStore } from '../../stores/preference-store.ts';

/** Asks once whether notices are wanted: browsers want a press before they show any, and people want a reason before they press. */
export function NoticeQuestion(): ReactNode {
  const { t } = useTranslation();
  const platform = usePlatform();
  const isAsked = usePreferenceStore((state) => state.isNoticeAsked);
  if (isAsked) return null;
  const accept = async (): Promise<void> => {
    const isAllowed = await platform.askToNotify();
    usePreferenceStore.setState({ isNoticeAsked: true, hasNotifications: isAllowed });
    if (!isAllowed) showToast({ title: t('settings.notificationsBlocked'), isProblem: true });
  };
  return (
    <div className="mx-4 mb-3 flex flex-wrap items-center gap-x-1 text-12 text-ink-2">
      <span className="flex-1">{t('queue.noticeQuestion')}</span>
      <Button
        size="small"
        look="quiet"
        onClick={() => usePreferenceStore.setState({ isNoticeAsked: true, hasNotifications: false })}
      >
        {t('queue.noticeNo')}
      </Button>
      <Button size="small" onClick={() => void accept()}>
        {t('queue.noticeYes')}
      </Button>
    </div>
  );
}
