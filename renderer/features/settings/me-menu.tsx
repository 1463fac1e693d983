import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { setPresence, signOut } from '../../connection/commands/session.ts';
import { Avatar } from '../../design/avatar.tsx';
import { PresenceIcon, SignOutIcon } from '../../design/icons.ts';
import { Menu, type MenuItem } from '../../design/menu.tsx';
import { showToast } from '../../design/toast.tsx';
import { useRefusalWords } from '../../locales/refusal.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { usePlatform } from '../../platform/use-platform.ts';
import { usePresence } from '../../stores/agent-store.ts';
import { useLinkStore } from '../../stores/link-store.ts';
import { usePreferenceStore } from '../../stores/preference-store.ts';
import { useIsOverseer, useSessionStore } from '../../stores/session-store.ts';
import { openDialog } from '../../stores/view-store.ts';

/** Oneself: presence, appearance, language, notices, sign out. */
export function MeMenu(): ReactNode {
  const { t } = useTranslation();
  const speech = useSpeech();
  const platform = usePlatform();
  const me = useSessionStore((state) => state.me);
  const chosen = usePresence(me?.id);
  // Who is not reached is not there for anybody, whatever they chose.
  const isReached = useLinkStore(({ status }) => status === 'online' || status === 'catching-up');
  const presence = isReached ? chosen : 'offline';
  const isOverseer = useIsOverseer();
  const items = [...usePresenceItems(), ...useAppearanceItems(), ...useNoticeItems()];
  if (!me) return null;
  const name = speech.local(me.name);
  const leave: MenuItem[] = [
    { id: 'line-leave', kind: 'line' },
    ...(isOverseer
      ? [
          {
            id: 'staff',
            kind: 'item' as const,
            label: t('settings.staff'),
            onSelect: () => openDialog('staff'),
          },
        ]
      : []),
    {
      id: 'sign-out',
      kind: 'item',
      label: t('settings.signOut'),
      icon: <SignOutIcon aria-hidden />,
      onSelect: () => void signOut(),
    },
  ];
  return (
    <Menu
      side="right"
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t('rail.me', { name, presence: t(`presence.${presence}`) })}
          className="rounded-full"
        >
          <Avatar name={name} size="small" presence={presence} />
        </button>
      }
      header={
        <div className="px-2.5 pt-2 pb-1">
          <div className="font-semibold">{name}</div>
          <div className="text-12 text-ink-2">
            {t(`role.${me.role}`)} · {me.login} · {t('settings.version', { version: platform.version })}
          </div>
        </div>
      }
      items={[...items, ...leave]}
    />
  );
}

function usePresenceItems(): MenuItem[] {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const presence = usePresence(useSessionStore((state) => state.me?.id));
  const choose = async (wanted: 'online' | 'away'): Promise<void> => {
    const answer = await setPresence(wanted);
    if (!answer.ok) showToast({ title: say(answer.error), isProblem: true });
  };
  return [
    { id: 'caption-status', kind: 'caption', label: t('settings.status') },
    ...(['online', 'away'] as const).map(
      (wanted): MenuItem => ({
        id: wanted,
        kind: 'choice',
        label: t(`presence.${wanted}`),
        isChosen: presence === wanted,
        icon: (
          <PresenceIcon
            aria-hidden
            className={
              wanted === 'online' ? 'size-2.5! fill-current text-happy' : 'size-2.5! fill-current text-upset'
            }
          />
        ),
        onSelect: () => void choose(wanted),
      }),
    ),
  ];
}

function useAppearanceItems(): MenuItem[] {
  const { t } = useTranslation();
  const { theme, language } = usePreferenceStore();
  return [
    { id: 'caption-theme', kind: 'caption', label: t('settings.theme') },
    ...(['system', 'light', 'dark'] as const).map(
      (wanted): MenuItem => ({
        id: `theme-${wanted}`,
        kind: 'choice',
        label: t(`settings.themes.${wanted}`),
        isChosen: theme === wanted,
        onSelect: () => usePreferenceStore.setState({ theme: wanted }),
      }),
    ),
    { id: 'caption-language', kind: 'caption', label: t('settings.language') },
    ...(['system', 'zh-CN', 'en'] as const).map(
      (wanted): MenuItem => ({
        id: `language-${wanted}`,
        kind: 'choice',
        label: t(`settings.languages.${wanted}`),
        isChosen: language === wanted,
        onSelect: () => usePreferenceStore.setState({ language: wanted }),
      }),
    ),
  ];
}

function useNoticeItems(): MenuItem[] {
  const { t } = useTranslation();
  const platform = usePlatform();
  const { hasNotifications, hasSound } = usePreferenceStore();
  const toggleNotices = async (): Promise<void> => {
    const isAllowed = hasNotifications || (await platform.askToNotify());
    if (!isAllowed) showToast({ title: t('settings.notificationsBlocked'), isProblem: true });
    usePreferenceStore.setState({ hasNotifications: !hasNotifications && isAllowed });
  };
  return [
    { id: 'line-notices', kind: 'line' },
    {
      id: 'notices',
      kind: 'choice',
      label: t('settings.notifications'),
      isChosen: hasNotifications,
      onSelect: () => void toggleNotices(),
    },
    {
      id: 'sound',
      kind: 'choice',
      label: t('settings.sound'),
      isChosen: hasSound,
      onSelect: () => usePreferenceStore.setState({ hasSound: !hasSound }),
    },
  ];
}
