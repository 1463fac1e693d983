import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { ConversationId } from '#shared/domain/ids';
import { addNote, sendText } from '../../connection/commands/message.ts';
import { Button } from '../../design/button.tsx';
import { classNames } from '../../design/class-names.ts';
import { NoteIcon } from '../../design/icons.ts';
import { KeyHint } from '../../design/kbd.tsx';
import { runAction, useAction } from '../../stores/action-store.ts';
import { useConversation } from '../../stores/conversation-store.ts';
import { addToReply, changeDraft, chosenChannel, useDraft } from '../../stores/draft-store.ts';
import { useChannel } from '../../stores/session-store.ts';
import { ComposerField, composerClass } from './composer-field.tsx';
import { EditComposer } from './edit-composer.tsx';
import { KnowledgeChips } from './knowledge-chips.tsx';
import { DraftingButtons, ModelDrafting } from './model-drafting.tsx';
import { ReplyTarget } from './reply-target.tsx';
import { useTypingSignal } from './typing-signal.ts';

/** Where the agent writes: a reply, a note to colleagues, other words for what was said. Drafts stay, per conversation. */
export function Composer({ conversationId }: { conversationId: ConversationId }): ReactNode {
  const conversation = useConversation(conversationId);
  const { edit } = useDraft(conversationId);
  useHandBack(edit !== null);
  if (!conversation) return null;
  if (edit) return <EditComposer key={edit.entryId} conversation={conversation} edit={edit} />;
  return <ReplyComposer conversation={conversation} />;
}

/** Whose hand was in the words of an edit goes on in the reply when that is over. */
function useHandBack(isEditing: boolean): void {
  const wasEditing = useRef(isEditing);
  useEffect(() => {
    const isNowhere = document.activeElement === document.body;
    if (wasEditing.current && !isEditing && isNowhere) runAction('composer.focus');
    wasEditing.current = isEditing;
  }, [isEditing]);
}

/** A reply to the customer, or, in its own colour, a note to colleagues. */
function ReplyComposer({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  const { id: conversationId } = conversation;
  const draft = useDraft(conversationId);
  const field = useRef<HTMLTextAreaElement>(null);
  const channelId = chosenChannel(draft, conversation.channelId) ?? conversation.channelId;
  const limit = useChannel(channelId)?.limits.textMax ?? 4000;
  const isNote = draft.mode === 'note';
  const text = isNote ? draft.note : draft.reply;
  const left = (isNote ? 4000 : limit) - text.trim().length;
  const canSend = text.trim() !== '' && left >= 0;
  const signalTyping = useTypingSignal(conversationId);
  const focus = (): void => field.current?.focus();
  const toggleNote = (): void => {
    changeDraft(conversationId, { mode: isNote ? 'reply' : 'note' });
    focus();
  };
  const write = (words: string): void => {
    changeDraft(conversationId, isNote ? { note: words } : { reply: words });
    if (!isNote) signalTyping(words !== '');
  };
  const send = (): void => {
    if (!canSend) return;
    if (isNote) addNote(conversationId, text.trim());
    else sendText(conversationId, text.trim());
    // A note is one thought; the box goes back to the reply only when asked, so that no note is ever sent as a reply.
    changeDraft(conversationId, isNote ? { note: '' } : { reply: '' });
    signalTyping(false);
  };
  useAction('composer.focus', focus);
  useAction('composer.note', toggleNote);
  return (
    <div
      data-testid="composer"
      data-mode={draft.mode}
      className={classNames(
        composerClass,
        'focus-within:border-field-line',
        isNote ? 'border-note-line bg-note' : 'border-line bg-surface',
      )}
    >
      {isNote ? (
        <p className="flex items-center gap-1.5 px-3.5 pt-2 text-12 font-medium text-note-ink">
          <NoteIcon className="size-3.5" aria-hidden />
          {t('composer.noteMode')}
        </p>
      ) : (
        <KnowledgeChips
          conversation={conversation}
          onUse={(answer) => {
            addToReply(conversationId, answer);
            focus();
          }}
        />
      )}
      {isNote ? null : <ModelDrafting conversation={conversation} onUsed={focus} />}
      <ComposerField
        ref={field}
        conversation={conversation}
        mode={draft.mode}
        text={text}
        onChange={write}
        onSend={send}
        onLeave={toggleNote}
      />
      <footer className="flex items-center gap-3 py-1.5 pr-2 pl-3.5 text-12 text-ink-3">
        <ReplyTarget conversation={conversation} channelId={channelId} isNote={isNote} left={left} />
        <span className="flex-1" />
        {isNote ? null : <DraftingButtons conversation={conversation} />}
        <button
          type="button"
          onClick={toggleNote}
          aria-pressed={isNote}
          className="flex items-center gap-1.5 rounded-s px-1.5 py-1 whitespace-nowrap hover:bg-hover hover:text-ink"
        >
          {t(isNote ? 'composer.backToReply' : 'composer.note')} <KeyHint action="composer.note" modified />
        </button>
        <Button look={isNote ? 'strong' : 'accent'} disabled={!canSend} onClick={send}>
          {t(isNote ? 'composer.addNote' : 'composer.send')}
        </Button>
      </footer>
    </div>
  );
}
