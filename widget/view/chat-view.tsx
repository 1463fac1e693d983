import { useEffect } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import { texts } from '../texts.ts';
import { Composer } from './composer.tsx';
import { Header } from './header.tsx';
import { Log } from './log.tsx';
import { ReloadButton } from './reload-button.tsx';
import { useChat } from './use-chat.ts';
import type { Follow } from './view.ts';

const bannerOf = {
  reconnecting: 'reconnecting',
  busy: 'busy',
  unreachable: 'failedToStart',
  outdated: 'outdated',
} as const;

/** The whole chat. `onClose` is null where there is no page around it to go back to. */
export function ChatView({
  chat,
  onClose,
  onFollow,
}: {
  chat: Chat;
  onClose: (() => void) | null;
  onFollow: Follow;
}) {
  const language = useChat(chat.store, (state) => state.language);
  const link = useChat(chat.store, (state) => state.link);
  const t = texts[language];
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  useEffect(() => {
    function handleKey(event: KeyboardEvent): void {
      if (event.key === 'Escape' && !event.isComposing) onClose?.();
    }
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [onClose]);
  return (
    <div class="chat">
      <Header chat={chat} t={t} onClose={onClose} />
      {link === 'online' || link === 'starting' ? null : (
        <p class="banner" role="status">
          {t[bannerOf[link]]}
          {link === 'outdated' ? <ReloadButton t={t} /> : null}
        </p>
      )}
      <Log chat={chat} t={t} onFollow={onFollow} />
      <Composer chat={chat} t={t} />
    </div>
  );
}
