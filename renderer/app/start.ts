import type { i18n } from 'i18next';
import { startSession } from '../connection/commands/session.ts';
import { createWords, systemLocale } from '../locales/i18n.ts';
import { createPlatform, type Platform } from '../platform/index.ts';
import { usePreferenceStore } from '../stores/preference-store.ts';
import { useSessionStore } from '../stores/session-store.ts';
import { startSubscriptions } from '../stores/subscriptions.ts';
import { startAlerts } from './alerts.ts';
import { followDeepLinks } from './deep-links.ts';
import { followIdle } from './idle-presence.ts';
import { startLossNotices } from './loss-notices.ts';
import { startRefusalNotices } from './refusal-notices.ts';
import { followTheme } from './theme.ts';

/** What the app is made of. */
export type AppParts = { platform: Platform; words: i18n };

/** Composition root: picks the platform, restores what the device keeps, opens the line where a session may exist. */
export async function startApp(): Promise<AppParts> {
  startSubscriptions();
  followTheme();
  const words = createWords(chosenLocale());
  followLanguage(words);
  const platform = await createPlatform();
  startAlerts(platform, words);
  startLossNotices(words);
  startRefusalNotices(words);
  followIdle(platform);
  followDeepLinks(platform);
  forgetEndedSessions(platform);
  await resume(platform);
  return { platform, words };
}

/** A token that is of no use any more does not stay in the keychain. */
function forgetEndedSessions({ capabilities, secrets }: Platform): void {
  if (!capabilities.secrets) return;
  useSessionStore.subscribe((now, before) => {
    // A keychain that refuses keeps a token that the server no longer takes.
    if (now.phase === 'signed-out' && before.phase !== 'signed-out')
      void secrets.forget('session-token').catch(() => undefined);
  });
}

async function resume(platform: Platform): Promise<void> {
  if (platform.serverAddress === null) {
    useSessionStore.setState({ phase: 'choosing-server' });
    return;
  }
  useSessionStore.setState({ origin: platform.serverAddress });
  if (!platform.capabilities.secrets) {
    // Whether the browser has a session's cookie only the server can tell.
    startSession(null);
    return;
  }
  const token = await platform.secrets.read('session-token').catch(() => null);
  if (token === null) useSessionStore.setState({ phase: 'signed-out' });
  else startSession(token);
}

function chosenLocale(): 'zh-CN' | 'en' {
  const { language } = usePreferenceStore.getState();
  return language === 'system' ? systemLocale() : language;
}

function followLanguage(words: i18n): void {
  const apply = (): void => {
    const locale = chosenLocale();
    document.documentElement.lang = locale;
    if (words.language !== locale) void words.changeLanguage(locale);
  };
  usePreferenceStore.subscribe(apply);
  window.addEventListener('languagechange', apply);
  apply();
}
