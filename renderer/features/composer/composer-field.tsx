import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { CannedReply } from '#shared/protocol/agent-requests';
import { keyGlyphs } from '../../design/kbd.tsx';
import { runAction } from '../../stores/action-store.ts';
import { useCatalogueStore } from '../../stores/catalogue-store.ts';
import type { DraftMode } from '../../stores/draft-store.ts';
import { matchingReplies, slashQuery } from './canned-matches.ts';
import { CannedMenu } from './canned-menu.tsx';
import { isSendStroke } from './enter-key.ts';

/** The look of the box that the field stands in. */
export const composerClass =
  'relative mx-auto mb-4 w-[calc(100%-40px)] max-w-[760px] shrink-0 rounded-l border shadow-lift';

/** Props of {@link ComposerField}. */
export type ComposerFieldProps = {
  ref: RefObject<HTMLTextAreaElement | null>;
  conversation: ConversationSummary;
  mode: DraftMode;
  text: string;
  /** Nothing can be changed while what was written is on its way. */
  isBusy?: boolean;
  onChange: (text: string) => void;
  onSend: () => void;
  /** Back to the reply, from a note or an edit. */
  onLeave: () => void;
};

/**
 * The text itself: Enter sends, Shift+Enter breaks the line, a slash at its start looks for canned replies, ↑ in an empty reply edits what was
 * said last.
 */
export function ComposerField({
  ref,
  conversation,
  mode,
  text,
  isBusy = false,
  onChange,
  onSend,
  onLeave,
}: ComposerFieldProps): ReactNode {
  const menuId = useId();
  const canned = useCanned({ ref, text, onChange, language: conversation.language, isOff: mode === 'note' });
  const label = useFieldLabel(mode, conversation.customer.name);
  const handleKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { nativeEvent } = event;
    if (nativeEvent.isComposing || nativeEvent.keyCode === 229) return;
    if (canned.handleKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (isSendStroke(nativeEvent)) {
      event.preventDefault();
      onSend();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (mode === 'reply') event.currentTarget.blur();
      else onLeave();
    } else if (event.key === 'ArrowUp' && mode === 'reply' && text === '' && isPlain(event)) {
      if (runAction('message.edit')) event.preventDefault();
    }
  };
  return (
    <>
      {canned.isOpen ? (
        <CannedMenu
          id={menuId}
          query={canned.query}
          replies={canned.replies}
          active={canned.active}
          language={conversation.language}
          onUse={canned.use}
        />
      ) : null}
      <textarea
        ref={ref}
        lang={text === '' ? undefined : conversation.language}
        dir={text === '' ? undefined : 'auto'}
        value={text}
        onChange={(event) => {
          onChange(event.target.value);
          canned.moveCaret(event.target.selectionStart);
        }}
        onSelect={(event) => canned.moveCaret(event.currentTarget.selectionStart)}
        onKeyDown={handleKeyDown}
        readOnly={isBusy}
        aria-busy={isBusy || undefined}
        {...label}
        aria-autocomplete="list"
        aria-controls={canned.isOpen ? menuId : undefined}
        aria-activedescendant={canned.isOpen ? `${menuId}-${canned.active}` : undefined}
        className="field-sizing-content max-h-[30vh] min-h-[62px] w-full resize-none bg-transparent px-3.5 pt-2.5 pb-1 text-14 outline-none placeholder:text-ink-3"
      />
    </>
  );
}

function useFieldLabel(mode: DraftMode, name: string): { 'aria-label': string; placeholder: string } {
  const { t } = useTranslation();
  switch (mode) {
    case 'note':
      return { 'aria-label': t('composer.noteLabel'), placeholder: t('composer.notePlaceholder') };
    case 'edit':
      return { 'aria-label': t('composer.editLabel'), placeholder: t('composer.editPlaceholder') };
    case 'reply':
      return {
        'aria-label': t('composer.label', { name }),
        placeholder: t('composer.placeholder', { name, slash: keyGlyphs('/') }),
      };
  }
}

function isPlain({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return !(altKey || ctrlKey || metaKey || shiftKey);
}

type CannedParts = Pick<ComposerFieldProps, 'ref' | 'text' | 'onChange'> & {
  language: 'zh' | 'en';
  isOff: boolean;
};

function useCanned({ ref, text, onChange, language, isOff }: CannedParts): {
  isOpen: boolean;
  query: string;
  replies: readonly CannedReply[];
  active: number;
  use: (reply: CannedReply) => void;
  moveCaret: (caret: number) => void;
  handleKey: (event: KeyboardEvent) => boolean;
} {
  const all = useCatalogueStore((state) => state.cannedReplies);
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const caretAfter = useRef<number | null>(null);
  const slash = isOff || all.length === 0 ? null : slashQuery(text, caret);
  const isOpen = slash !== null && dismissed !== text;
  const replies = slash ? matchingReplies(all, slash.query) : [];
  const chosen = Math.min(active, Math.max(0, replies.length - 1));
  // After words were put in, the caret stands behind them.
  useLayoutEffect(() => {
    if (caretAfter.current !== null) ref.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  });
  const use = (reply: CannedReply): void => {
    if (!slash) return;
    const words = reply.text[language];
    caretAfter.current = slash.from + words.length;
    onChange(text.slice(0, slash.from) + words + text.slice(slash.to));
    setCaret(caretAfter.current);
    setActive(0);
  };
  const handleKey = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.altKey) return false;
    const reply = replies[chosen];
    if (event.key === 'ArrowDown') setActive(Math.min(replies.length - 1, chosen + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, chosen - 1));
    else if (event.key === 'Escape') setDismissed(text);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && reply) use(reply);
    else return false;
    return true;
  };
  return { isOpen, query: slash?.query ?? '', replies, active: chosen, use, moveCaret: setCaret, handleKey };
}
