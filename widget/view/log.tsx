import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { CustomerEntry } from '#shared/domain/entry';
import type { Language } from '#shared/domain/language';
import type { Chat } from '../chat/chat.ts';
import { shownEntries, type Thread } from '../chat/thread.ts';
import type { Texts } from '../texts.ts';
import { Message, PendingMessage } from './message.tsx';
import { useChat } from './use-chat.ts';
import type { Follow, View } from './view.ts';

/** Near enough to the end that a new message should be followed. */
const FOLLOW_PX = 120;

/** All that was said, oldest first, following the end unless the reader has scrolled away. */
export function Log({ chat, t, onFollow }: { chat: Chat; t: Texts; onFollow: Follow }) {
  const threads = useChat(chat.store, (state) => state.threads);
  const pending = useChat(chat.store, (state) => state.pending);
  // What becomes of a recall is said under its message: the end stays in view.
  useChat(chat.store, (state) => state.recalls);
  const typing = useChat(chat.store, (state) => state.typing);
  const earlier = useChat(chat.store, (state) => state.earlier.length);
  const isLoadingOlder = useChat(chat.store, (state) => state.isLoadingOlder);
  const language = useChat(chat.store, (state) => state.language);
  const shop = useChat(chat.store, (state) => state.shop);
  const box = useStickyScroll();
  const current = threads.at(-1);
  const hasOlder = earlier > 0 || (threads[0]?.hasOlder ?? false);
  const isEmpty = (current === undefined || current.conversation.status === 'closed') && threads.length < 2;
  return (
    // A scrolling region must be reachable by keyboard (WCAG 2.1.1).
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the log scrolls
    <div class="log" ref={box} role="log" aria-label={t.log} tabIndex={0}>
      {hasOlder ? (
        <button type="button" class="older" disabled={isLoadingOlder} onClick={() => void chat.loadOlder()}>
          {isLoadingOlder ? t.loadingOlder : t.older}
        </button>
      ) : null}
      {isEmpty && current === undefined && shop ? (
        <div class="greeting">
          <span class="by">{t.bot}</span>
          <p class="bubble in">{shop.greeting[language]}</p>
        </div>
      ) : null}
      {threads.map((thread) => (
        <ThreadView
          key={thread.conversation.id}
          thread={thread}
          view={{ chat, t, onFollow, language }}
          isCurrent={thread === current}
        />
      ))}
      {pending.map((one) => (
        <PendingMessage key={one.clientId} pending={one} chat={chat} t={t} />
      ))}
      {typing !== null ? (
        <Typing
          label={typing === 'bot' ? t.typingBot : t.typingAgent(current?.conversation.agentName ?? '')}
        />
      ) : null}
    </div>
  );
}

function ThreadView({ thread, view, isCurrent }: { thread: Thread; view: View; isCurrent: boolean }) {
  const entries = shownEntries(thread);
  return (
    <>
      {entries.map((entry, index) => {
        const before = entries[index - 1];
        return (
          <>
            {isNewDay(before, entry) ? <time class="day">{dayOf(entry.at, view.language)}</time> : null}
            <Message
              key={entry.id}
              entry={entry}
              view={view}
              isFirstOfAuthor={
                before === undefined || !isSameAuthor(before, entry) || isNewDay(before, entry)
              }
              isLast={isCurrent && index === entries.length - 1}
              isRead={entry.seq <= thread.conversation.readSeq}
            />
          </>
        );
      })}
    </>
  );
}

function Typing({ label }: { label: string }) {
  return (
    <p class="typing" role="status">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {label}
    </p>
  );
}

/** Keeps the end in view while the reader is there, and the place while older messages come in above. */
function useStickyScroll() {
  const box = useRef<HTMLDivElement>(null);
  const place = useRef({ isAtEnd: true, fromEnd: 0 });
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    function remember(): void {
      if (element === null) return;
      const fromEnd = element.scrollHeight - element.scrollTop;
      place.current = { isAtEnd: fromEnd - element.clientHeight < FOLLOW_PX, fromEnd };
    }
    element.addEventListener('scroll', remember, { passive: true });
    const resize = new ResizeObserver(() => {
      if (place.current.isAtEnd) element.scrollTop = element.scrollHeight;
    });
    resize.observe(element);
    return () => {
      element.removeEventListener('scroll', remember);
      resize.disconnect();
    };
  }, []);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (place.current.isAtEnd) element.scrollTop = element.scrollHeight;
    else if (element.scrollTop < FOLLOW_PX) element.scrollTop = element.scrollHeight - place.current.fromEnd;
  });
  return box;
}

function isSameAuthor(a: CustomerEntry, b: CustomerEntry): boolean {
  if (a.content.type === 'recalled') return false;
  return a.author.kind === b.author.kind && a.author.name === b.author.name;
}

function isNewDay(before: CustomerEntry | undefined, entry: CustomerEntry): boolean {
  return before === undefined || new Date(before.at).toDateString() !== new Date(entry.at).toDateString();
}

function dayOf(at: string, language: Language): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false }).format(
    date,
  );
  if (isToday) return language === 'zh' ? `今天 ${time}` : `Today ${time}`;
  return new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(date);
}
