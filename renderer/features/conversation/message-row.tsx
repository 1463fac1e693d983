import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../design/class-names.ts';
import { useFormats } from '../../locales/format.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { useEditedEntry } from '../../stores/draft-store.ts';
import { useLinkStore } from '../../stores/link-store.ts';
import { useRevision } from '../../stores/revision-store.ts';
import { useChannel, useIsOverseer } from '../../stores/session-store.ts';
import { useAuthorName } from './author-name.ts';
import { CardView } from './card-view.tsx';
import { LostNote } from './lost-note.tsx';
import { MessageActions } from './message-actions.tsx';
import { MessageText } from './message-text.tsx';
import { TranslateButton, Translation } from './message-translation.tsx';
import { linkClass, Versions } from './message-versions.tsx';
import { MoodDot } from './mood-dot.tsx';
import type { MessageItem } from './thread-items.ts';

/** One message: who said what, on which channel, when, and how far it got. */
export const MessageRow = memo(MessageRowBody, (before, after) => isSameMessage(before.item, after.item));

function MessageRowBody({ item }: { item: MessageItem }): ReactNode {
  const { entry } = item;
  const { content, mood } = entry.body;
  const isIn = entry.author.kind === 'customer';
  const isBot = entry.author.kind === 'bot';
  const isInHand = useEditedEntry(entry.conversationId) === entry.id;
  if (content.type === 'recalled') return null;
  return (
    <article
      data-testid="message"
      data-author={entry.author.kind}
      data-delivery={item.delivery}
      className="group relative"
    >
      <div className={classNames('flex items-end gap-2', isIn ? 'justify-start' : 'flex-row-reverse')}>
        {content.type === 'card' ? (
          <CardView card={content.card} />
        ) : (
          <p
            className={classNames(
              'max-w-[74%] rounded-l px-3 py-2 text-14',
              isIn && 'rounded-bl-[4px] bg-bg',
              isBot && 'rounded-br-[4px] border border-dashed border-field-line text-ink-2',
              !isIn && !isBot && 'rounded-br-[4px] bg-accent-soft',
              isInHand && 'outline-2 outline-offset-2 outline-accent',
            )}
          >
            <MessageText text={content.text} />
            {isIn ? <Translation entry={entry} /> : null}
            {content.type === 'text' && content.choices ? <Choices choices={content.choices} /> : null}
          </p>
        )}
        {isIn && mood ? <MoodDot entry={entry} mood={mood} corrected={item.correctedMood} /> : null}
        <Meta item={item} />
      </div>
      {item.lost ? <LostNote lost={item.lost} /> : null}
      {isIn ? null : <MessageActions entry={entry} delivery={item.delivery} />}
    </article>
  );
}

/** What the customer could tap instead of typing. */
function Choices({ choices }: { choices: readonly { text: string }[] }): ReactNode {
  return (
    <span className="mt-1.5 flex flex-wrap gap-1.5">
      {choices.map(({ text }) => (
        <span key={text} className="rounded-full border border-line px-2 text-12">
          {text}
        </span>
      ))}
    </span>
  );
}

/** Author and channel at the beginning of a run; time and state always. */
function Meta({ item }: { item: MessageItem }): ReactNode {
  const { entry, isRunStart } = item;
  const formats = useFormats();
  const name = useAuthorName()(entry.author);
  const { local } = useSpeech();
  const channel = local(useChannel(entry.channelId)?.name);
  const isIn = entry.author.kind === 'customer';
  const who = [name, channel].filter(Boolean).join(' · ');
  return (
    <small
      title={`${who}\n${formats.full(entry.at)}`}
      className={classNames(
        'mb-1 min-w-0 text-11 leading-[1.4] text-ink-3 tabular-nums',
        !isIn && 'text-right',
      )}
    >
      <span className={isRunStart ? 'block' : 'sr-only'}>{who}</span>
      <span className="*:whitespace-nowrap">
        <span>{formats.time(entry.at)}</span> <Marks item={item} />
        <State item={item} />
        {isIn ? <TranslateButton entry={entry} /> : null}
      </span>
    </small>
  );
}

/** How the words came about: drafted by a language model (rule T8), edited since (rule D19). */
function Marks({ item }: { item: MessageItem }): ReactNode {
  const { t } = useTranslation();
  const { content } = item.entry.body;
  if (content.type !== 'text' || !(content.isDrafted || content.isEdited)) return null;
  return (
    <>
      {content.isDrafted ? <span>· {t('drafting.label')} </span> : null}
      {content.isEdited ? (
        <span>
          · <EditedMark item={item} />{' '}
        </span>
      ) : null}
      ·{' '}
    </>
  );
}

/** That these are not the first words; for those who may see them, the way to what was said before. */
function EditedMark({ item }: { item: MessageItem }): ReactNode {
  const { t } = useTranslation();
  const isOverseer = useIsOverseer();
  if (!isOverseer) return t('revise.edited');
  return (
    <Versions
      entryId={item.entry.id}
      isRecalled={false}
      trigger={
        <button type="button" aria-label={t('revise.editedSee')} className={linkClass}>
          {t('revise.edited')}
        </button>
      }
    />
  );
}

/** How far it has come; while it is being edited or recalled, that. */
function State({ item }: { item: MessageItem }): ReactNode {
  const { t } = useTranslation();
  const revision = useRevision(item.entry.id);
  const link = useLinkStore(({ status }) => status);
  if (revision?.state === 'asked') {
    const isWaiting = link !== 'online' && link !== 'catching-up';
    const doing = t(revision.text === null ? 'revise.recalling' : 'revise.saving');
    const words = isWaiting ? `${doing} · ${t('delivery.waitingForLine')}` : doing;
    return <span className="whitespace-normal!">{words}</span>;
  }
  // What did not arrive says so below.
  if (item.lost !== null || item.delivery === 'discarded') return null;
  if (item.cardAction)
    return <span>{t(item.cardAction === 'buy' ? 'delivery.bought' : 'delivery.opened')}</span>;
  if (item.delivery === null || item.entry.author.kind !== 'agent') return null;
  return <span>{t(`delivery.${item.delivery}`)}</span>;
}

function isSameMessage(a: MessageItem, b: MessageItem): boolean {
  return (
    a.entry === b.entry &&
    a.delivery === b.delivery &&
    a.lost?.delivery === b.lost?.delivery &&
    a.correctedMood === b.correctedMood &&
    a.cardAction === b.cardAction &&
    a.isRunStart === b.isRunStart
  );
}
