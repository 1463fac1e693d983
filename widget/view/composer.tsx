import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { TEXT_MAX } from '#shared/domain/entry';
import type { Chat } from '../chat/chat.ts';
import type { Texts } from '../texts.ts';
import { useChat } from './use-chat.ts';

/** Telling more often that one is typing would say nothing new. */
const TYPING_EVERY_MS = 3000;

/** Where the customer writes. Enter sends, Shift+Enter breaks the line; an input method's Enter only confirms its candidate. */
export function Composer({ chat, t }: { chat: Chat; t: Texts }) {
  const isOpen = useChat(chat.store, (state) => state.isOpen);
  const text = useChat(chat.store, (state) => state.draft);
  const area = useRef<HTMLTextAreaElement>(null);
  const toldAt = useRef(0);
  useEffect(() => {
    if (isOpen) area.current?.focus();
  }, [isOpen]);
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, 132)}px`;
  });

  function handleInput(next: string): void {
    chat.write(next);
    if (Date.now() - toldAt.current < TYPING_EVERY_MS) return;
    toldAt.current = Date.now();
    chat.setTyping(next !== '');
  }
  function send(): void {
    const said = text.trim();
    if (said === '' || said.length > TEXT_MAX) return;
    chat.send(said);
    chat.write('');
    toldAt.current = 0;
    chat.setTyping(false);
    area.current?.focus();
  }
  function handleKeyDown(event: KeyboardEvent): void {
    // Safari says only by the number that an Enter belongs to its input method.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  }

  const isTooLong = text.trim().length > TEXT_MAX;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={area}
        rows={1}
        value={text}
        dir={text === '' ? undefined : 'auto'}
        aria-label={t.message}
        aria-invalid={isTooLong}
        placeholder={t.placeholder}
        onInput={(event) => handleInput(event.currentTarget.value)}
        onKeyDown={handleKeyDown}
      />
      <button type="submit" class="send" aria-label={t.send} disabled={text.trim() === '' || isTooLong}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 19V5M5.5 11.5 12 5l6.5 6.5" />
        </svg>
      </button>
      {isTooLong ? (
        <small class="failed" role="alert">
          {t.tooLong(TEXT_MAX)}
        </small>
      ) : null}
    </form>
  );
}
