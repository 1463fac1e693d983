import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#shared/domain/entry';
import { Button } from '../../design/button.tsx';
import { BotIcon, NoteIcon } from '../../design/icons.ts';
import { useFormats } from '../../locales/format.ts';
import { runAction } from '../../stores/action-store.ts';
import { addToReply } from '../../stores/draft-store.ts';
import { useAuthorName } from './author-name.ts';
import { MessageText } from './message-text.tsx';

/** A note for colleagues; in its own colour, so that nobody takes it for something said to the customer. */
export function NoteRow({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const name = useAuthorName()(entry.author);
  if (entry.body.type !== 'note') return null;
  return (
    <article
      className="ml-auto max-w-[80%] rounded-l border border-note-line bg-note px-3 py-2"
      data-testid="note"
    >
      <p className="mb-0.5 flex items-center gap-1.5 text-11 text-note-ink">
        <NoteIcon className="size-3.5" aria-hidden />
        {t('mark.note')} · {name} · <span className="tabular-nums">{formats.time(entry.at)}</span>
      </p>
      <p className="text-14">
        <MessageText text={entry.body.text} />
      </p>
    </article>
  );
}

/** What the bot was still composing when a person took over (rule H4): not sent, there to be used. */
export function BotDraftRow({ entry, canUse }: { entry: Entry; canUse: boolean }): ReactNode {
  const { t } = useTranslation();
  if (entry.body.type !== 'bot-draft') return null;
  const { text } = entry.body;
  const use = (): void => {
    addToReply(entry.conversationId, text);
    runAction('composer.focus');
  };
  return (
    <article
      className="ml-auto max-w-[80%] rounded-l border border-dashed border-field-line px-3 py-2"
      data-testid="bot-draft"
    >
      <p className="mb-0.5 flex items-center gap-1.5 text-11 text-ink-3">
        <BotIcon className="size-3.5" aria-hidden />
        {t('draft.title')}
      </p>
      <p className="text-14 text-ink-2">
        <MessageText text={text} />
      </p>
      {canUse ? (
        <Button size="small" className="mt-2" onClick={use}>
          {t('draft.use')}
        </Button>
      ) : null}
    </article>
  );
}
