import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Author, Entry } from '#shared/domain/entry';
import { useFormats } from '../../locales/format.ts';
import { runAction } from '../../stores/action-store.ts';
import { addToReply } from '../../stores/draft-store.ts';
import { useKeptWords } from '../../stores/revision-store.ts';
import { useIsOverseer, useSessionStore } from '../../stores/session-store.ts';
import { useViewStore } from '../../stores/view-store.ts';
import { useAuthorName } from './author-name.ts';
import { LostNote } from './lost-note.tsx';
import { linkClass, Versions } from './message-versions.tsx';
import type { RecalledItem } from './thread-items.ts';

/** Props of {@link RecalledRow}. */
export type RecalledRowProps = {
  item: RecalledItem;
  /** Whether its author could write it once more: the reader has the word. */
  canWrite: boolean;
};

/** What stands where a message was recalled: who did it, the way to write it once more, and, for leads, to what it said. */
export function RecalledRow({ item: { entry, by, lost }, canWrite }: RecalledRowProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const say = useRecalledWords();
  const words = useKeptWords(entry.id);
  const isOverseer = useIsOverseer();
  return (
    <article data-testid="recalled">
      <div className="flex flex-wrap items-baseline justify-center gap-x-2 text-12 text-ink-3 tabular-nums">
        <span title={formats.full(entry.at)}>{`${formats.time(entry.at)} ${say(entry, by)}`}</span>
        {words !== undefined && canWrite ? (
          <button type="button" className={linkClass} onClick={() => writeAgain(words)}>
            {t('recalled.again')}
          </button>
        ) : null}
        {isOverseer ? (
          <Versions
            entryId={entry.id}
            isRecalled
            trigger={
              <button type="button" className={linkClass}>
                {t('recalled.see')}
              </button>
            }
          />
        ) : null}
      </div>
      {lost ? <LostNote lost={lost} /> : null}
    </article>
  );
}

/** Who recalled whose message, as this reader says it. */
export function useRecalledWords(): (entry: Entry, by: Author) => string {
  const { t } = useTranslation();
  const me = useSessionStore((state) => state.me?.id);
  const nameOf = useAuthorName();
  const isMe = (author: Author): boolean => author.kind === 'agent' && author.agentId === me;
  return ({ author }, by) => {
    if (by.kind === 'customer') return t('recalled.byCustomer');
    const isOwn = author.kind === 'agent' && by.kind === 'agent' && author.agentId === by.agentId;
    if (isMe(by)) {
      if (isOwn) return t('recalled.byYou');
      return author.kind === 'bot'
        ? t('recalled.byYouOfBot')
        : t('recalled.byYouOf', { author: nameOf(author) });
    }
    const name = nameOf(by);
    if (isOwn) return t('recalled.by', { name });
    if (isMe(author)) return t('recalled.byOfYou', { name });
    return author.kind === 'bot'
      ? t('recalled.byOfBot', { name })
      : t('recalled.byOf', { name, author: nameOf(author) });
  };
}

/** The words stand in the reply again, after what is there. */
function writeAgain(words: string): void {
  const { openId } = useViewStore.getState();
  if (openId === null) return;
  addToReply(openId, words);
  runAction('composer.focus');
}
