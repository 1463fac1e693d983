import type { Content, CustomerEntry } from '#shared/domain/entry';
import type { Language } from '#shared/domain/language';
import type { Chat } from '../chat/chat.ts';
import type { Pending } from '../chat/outbox.ts';
import type { Texts } from '../texts.ts';
import { CardView } from './card-view.tsx';
import { Prose } from './prose.tsx';
import { RecallButton, Recalled, RecallState } from './recall.tsx';
import { ReloadButton } from './reload-button.tsx';
import type { View } from './view.ts';

type MessageProps = {
  entry: CustomerEntry;
  view: View;
  isFirstOfAuthor: boolean;
  isLast: boolean;
  isRead: boolean;
};

/** One message, labelled with who speaks: bot, person and system are told apart (rule T8). */
export function Message({ entry, view, isFirstOfAuthor, isLast, isRead }: MessageProps) {
  const { t, chat, language } = view;
  const { author, content } = entry;
  if (content.type === 'notice') return <p class="notice">{content.text}</p>;
  if (content.type === 'recalled') return <Recalled entry={entry} by={recallerOf(entry, t)} view={view} />;
  if (content.type === 'unknown') {
    return (
      <p class="recalled">
        {t.unknown} <ReloadButton t={t} />
      </p>
    );
  }
  const isMine = author.kind === 'customer';
  const by = authorName(entry, t);
  return (
    <article class={isMine ? 'message mine' : 'message'} aria-label={`${by}, ${timeOf(entry.at, language)}`}>
      {isFirstOfAuthor && !isMine ? <span class={`by by-${author.kind}`}>{by}</span> : null}
      {content.type === 'text' ? (
        <div class="said">
          <p class={isMine ? 'bubble out' : 'bubble in'} dir="auto">
            <Prose text={content.text} />
          </p>
          {isMine ? <RecallButton entry={entry} view={view} /> : null}
        </div>
      ) : (
        <CardView card={content.card} entryId={entry.id} view={view} />
      )}
      <Marks content={content} t={t} />
      {isMine && isLast ? <small class="state">{isRead ? t.read : t.sent}</small> : null}
      {isMine ? <RecallState entry={entry} view={view} /> : null}
      {isLast ? <Choices content={content} chat={chat} t={t} /> : null}
    </article>
  );
}

/** How the words came about: drafted by a model (rule T8), edited since (rule D19). */
function Marks({ content, t }: { content: Content; t: Texts }) {
  if (content.type !== 'text') return null;
  const marks = [content.isDrafted ? t.drafted : null, content.isEdited ? t.edited : null].filter(Boolean);
  return marks.length > 0 ? <small class="state">{marks.join(' · ')}</small> : null;
}

/** Answers to tap; only under the last message, because an old question is no longer asked. */
function Choices({ content, chat, t }: { content: Content; chat: Chat; t: Texts }) {
  if (content.type !== 'text' || content.choices === undefined || content.choices.length === 0) return null;
  return (
    <fieldset class="choices">
      <legend class="hidden">{t.choices}</legend>
      {content.choices.map((choice) => (
        <button type="button" key={choice.text} onClick={() => chat.send(choice.text)}>
          {choice.text}
        </button>
      ))}
    </fieldset>
  );
}

/** A message that the server has not acknowledged: on its way, or refused with the reason and a way out (rules D5, D6). */
export function PendingMessage({ pending, chat, t }: { pending: Pending; chat: Chat; t: Texts }) {
  const reason =
    pending.refused === null
      ? null
      : (t.reasons[pending.refused as keyof Texts['reasons']] ?? t.reasons.other);
  return (
    <article class="message mine" aria-label={t.you}>
      <p class="bubble out waiting" dir="auto">
        <Prose text={pending.text} />
      </p>
      {reason === null ? (
        <small class="state">{t.sending}</small>
      ) : (
        <small class="state failed" role="alert">
          {`${t.failed}: ${reason}`}
          <button type="button" onClick={() => chat.retry(pending.clientId)}>
            {t.retry}
          </button>
          <button type="button" onClick={() => chat.discard(pending.clientId)}>
            {t.discard}
          </button>
        </small>
      )}
    </article>
  );
}

function timeOf(at: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', {
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
}

/** Who is named where a message was taken back; nobody, where it was the customer. */
function recallerOf(entry: CustomerEntry, t: Texts): string | null {
  return entry.author.kind === 'customer' ? null : authorName(entry, t);
}

function authorName({ author }: CustomerEntry, t: Texts): string {
  if (author.kind === 'customer') return t.you;
  return author.kind === 'bot' ? t.bot : (author.name ?? t.system);
}
