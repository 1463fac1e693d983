import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import { type Entry, TEXT_MAX } from '#shared/domain/entry';
import type { EntryId } from '#shared/domain/ids';
import { REVISION_MS } from '#shared/domain/revision';
import { dismissRefusal, leaveEdit, saveEdit } from '../../connection/commands/message.ts';
import { Button } from '../../design/button.tsx';
import { classNames } from '../../design/class-names.ts';
import { EditIcon } from '../../design/icons.ts';
import { Kbd } from '../../design/kbd.tsx';
import { useFormats } from '../../locales/format.ts';
import { useRefusalWords } from '../../locales/refusal.ts';
import { useAction } from '../../stores/action-store.ts';
import { useRemainingMs } from '../../stores/clock-store.ts';
import { addToReply, changeEdit, type Edit } from '../../stores/draft-store.ts';
import { useThread } from '../../stores/entry-store.ts';
import { useLinkStore } from '../../stores/link-store.ts';
import { useRevision } from '../../stores/revision-store.ts';
import { useChannel } from '../../stores/session-store.ts';
import { ComposerField, composerClass } from './composer-field.tsx';

/** Props of {@link EditComposer}. */
export type EditComposerProps = { conversation: ConversationSummary; edit: Edit };

/**
 * Other words for a message that was sent. Enter saves, Escape leaves. Where they can't take its place any more it says why; the words stay
 * and can be sent as a reply.
 */
export function EditComposer({ conversation, edit }: EditComposerProps): ReactNode {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const { id } = conversation;
  const { entryId, text } = edit;
  const thread = useThread(id);
  const entry = thread?.entries.find((one) => one.id === entryId);
  const why = useWhyNot({ entryId, entry, isRead: thread?.status === 'ready' });
  const revision = useRevision(entryId);
  const limit = useChannel(entry?.channelId ?? null)?.limits.textMax ?? TEXT_MAX;
  const said =
    entry?.body.type === 'message' && entry.body.content.type === 'text' ? entry.body.content.text : null;
  const left = limit - text.trim().length;
  const isBusy = revision?.state === 'asked';
  const leave = (): void => leaveEdit(id, entryId);
  const save = (): void => {
    if (isBusy || why !== null || text.trim() === '' || left < 0) return;
    if (text.trim() === said) leave();
    else saveEdit(id, entryId, text.trim());
  };
  const sayInstead = (): void => {
    leave();
    addToReply(id, text);
  };
  const change = (words: string): void => {
    changeEdit(id, { entryId, text: words });
    // Other words may be taken.
    if (revision && !isBusy) dismissRefusal(entryId);
  };
  // Of a message that was taken back no copy stays; what the agent has written instead does, to be sent as a reply.
  const isCopyOfRecalled = !edit.isTouched && isRecalled(entry);
  useEffect(() => {
    if (isCopyOfRecalled) leaveEdit(id, entryId);
  }, [isCopyOfRecalled, id, entryId]);
  useAction('composer.focus', () => field.current?.focus());
  return (
    <div
      data-testid="composer"
      data-mode="edit"
      className={classNames(composerClass, 'border-accent bg-surface')}
    >
      <Head entry={entry} why={why} />
      <ComposerField
        ref={field}
        conversation={conversation}
        mode="edit"
        text={text}
        isBusy={isBusy}
        onChange={change}
        onSend={save}
        onLeave={leave}
      />
      <footer className="flex items-center gap-3 py-1.5 pr-2 pl-3.5 text-12 text-ink-3">
        <Hint left={left} isBusy={isBusy} />
        <span className="flex-1" />
        <button
          type="button"
          onClick={leave}
          className="flex items-center gap-1.5 rounded-s px-1.5 py-1 whitespace-nowrap hover:bg-hover hover:text-ink"
        >
          {t('app.cancel')} <Kbd keys="Escape" />
        </button>
        {why === null ? (
          <Button look="accent" isBusy={isBusy} disabled={text.trim() === '' || left < 0} onClick={save}>
            {t('composer.saveEdit')}
          </Button>
        ) : (
          <Button look="strong" disabled={text.trim() === ''} onClick={sayInstead}>
            {t('composer.useAsReply')}
          </Button>
        )}
      </footer>
    </div>
  );
}

/** What is being edited and for how long that can be; or why it can't be any more. */
function Head({ entry, why }: { entry: Entry | undefined; why: string | null }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const remainingMs = useRemainingMs(entry ? endOf(entry) : null);
  const time = entry ? formats.time(entry.at) : '';
  return (
    <p className="flex items-center gap-1.5 px-3.5 pt-2 text-12 font-medium text-accent tabular-nums">
      <EditIcon className="size-3.5 shrink-0" aria-hidden />
      {why === null ? (
        <>
          {t('composer.editMode', { time })}
          <span aria-hidden className="font-normal text-ink-3">
            {t('composer.editLeft', { left: formats.clock(remainingMs) })}
          </span>
        </>
      ) : (
        <span role="alert" className="inline-block text-furious first-letter:uppercase">
          {why}
        </span>
      )}
    </p>
  );
}

function Hint({ left, isBusy }: { left: number; isBusy: boolean }): ReactNode {
  const { t } = useTranslation();
  const link = useLinkStore((state) => state.status);
  const isOnline = link === 'online' || link === 'catching-up';
  if (left < 0)
    return <span className="text-furious tabular-nums">{t('composer.tooLong', { count: -left })}</span>;
  if (!isOnline)
    return <span className="text-upset">{t(isBusy ? 'composer.editWaits' : 'composer.editOffline')}</span>;
  return null;
}

/** The message, as far as the log was read. */
type Edited = { entryId: EntryId; entry: Entry | undefined; isRead: boolean };

/** Why the words can't take the message's place, in words; null where they can. */
function useWhyNot({ entryId, entry, isRead }: Edited): string | null {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const revision = useRevision(entryId);
  // What is not among the latest was said long ago; kept on the device, the words of its edit may be older than that.
  const isOver = useRemainingMs(entry ? endOf(entry) : null) === 0;
  if (isRecalled(entry)) return t('conflict.already-recalled');
  if (revision && revision.state !== 'asked') return say(revision.state);
  // While it is on its way the server decides.
  if (isRead && isOver && revision === undefined) return t('conflict.too-late');
  return null;
}

function isRecalled(entry: Entry | undefined): boolean {
  return entry?.body.type === 'message' && entry.body.content.type === 'recalled';
}

function endOf({ at }: Entry): string {
  return new Date(Date.parse(at) + REVISION_MS).toISOString();
}
