import { create } from 'zustand';

/** What a person prefers on this device. `system` follows the operating system. */
export type Preferences = {
  theme: 'system' | 'light' | 'dark';
  language: 'system' | 'zh-CN' | 'en';
  hasNotifications: boolean;
  hasSound: boolean;
  /** Whether this person was asked once if notices are wanted. */
  isNoticeAsked: boolean;
};

const defaults: Preferences = {
  theme: 'system',
  language: 'system',
  hasNotifications: true,
  hasSound: true,
  isNoticeAsked: false,
};

/** Preferences; kept on the device by `subscriptions.ts`. */
export const usePreferenceStore = create<Preferences>()(() => ({ ...defaults }));

/** Takes over what was kept, leaving out what this version does not know. */
export function restorePreferences(kept: unknown): void {
  if (typeof kept !== 'object' || kept === null) return;
  const known = kept as Record<string, unknown>;
  const { theme, language, hasNotifications, hasSound, isNoticeAsked } = known;
  usePreferenceStore.setState({
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
    ...(language === 'zh-CN' || language === 'en' ? { language } : {}),
    ...(typeof hasNotifications === 'boolean' ? { hasNotifications } : {}),
    ...(typeof hasSound === 'boolean' ? { hasSound } : {}),
    ...(typeof isNoticeAsked === 'boolean' ? { isNoticeAsked } : {}),
  });
}
