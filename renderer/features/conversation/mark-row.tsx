import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { Entry, NoticeContent } from '#shared/domain/entry';
import type { ChannelId, Moment } from '#shared/domain/ids';
import { useFormats } from '../../locales/format.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { causePath, useCatalogueStore } from '../../stores/catalogue-store.ts';
import { useChannel } from '../../stores/session-store.ts';
import { LostNote } from './lost-note.tsx';
import type { Lost } from './thread-items.ts';

/** A quiet line across the conversation, with more words under it where there are any. */
function Mark({ children, below }: { children: ReactNode; below?: ReactNode }): ReactNode {
  return (
    <div className="text-11 text-ink-3 tabular-nums">
      <div className="flex items-center gap-3 before:h-px before:min-w-6 before:flex-1 before:bg-line after:h-px after:min-w-6 after:flex-1 after:bg-line">
        <span className="max-w-[80%] text-center">{children}</span>
      </div>
      {below ? <p className="mx-auto mt-0.5 max-w-[80%] text-center whitespace-pre-line">{below}</p> : null}
    </div>
  );
}

/** The beginning of a conversation among several of the same customer. */
export function HeadingRow({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { local } = useSpeech();
  const channel = local(useChannel(conversation.channelId)?.name);
  return (
    <h3 className="border-t border-line pt-2 text-12 font-semibold text-ink-2">
      {t('talk.conversationOf', { when: formats.dayTime(conversation.openedAt), channel })}
    </h3>
  );
}

/** The first line of a day. */
export function DayRow({ at, channelId }: { at: Moment; channelId: ChannelId | null }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { local } = useSpeech();
  const channel = local(useChannel(channelId)?.name);
  return <Mark>{channel ? t('mark.day', { when: formats.dayTime(at), channel }) : formats.dayTime(at)}</Mark>;
}

/** Where the customer went on by another channel. */
export function ChannelRow({ at, channelId }: { at: Moment; channelId: ChannelId }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { local } = useSpeech();
  const channel = local(useChannel(channelId)?.name);
  return <Mark>{t('mark.channel', { time: formats.time(at), channel })}</Mark>;
}

/** Something that only a later version of the console can show (rule D20). */
export function UnknownRow({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  return <Mark>{t('mark.unknown', { time: formats.time(entry.at) })}</Mark>;
}

type MarkRowProps = { entry: Entry; told: NoticeContent | null; lost: Lost | null };

/** What happened to the conversation: who has the word, notices to the customer, its end. A notice that never arrived says so. */
export function MarkRow({ entry, told, lost }: MarkRowProps): ReactNode {
  const sayTold = useToldWords();
  const { text, below } = useMarkWords(entry);
  const lines = [below, told === null ? undefined : sayTold(told)].filter(Boolean);
  if (text === '') return null;
  return (
    <>
      <Mark below={lines.join('\n')}>{text}</Mark>
      {lost ? <LostNote lost={lost} /> : null}
    </>
  );
}

/** What the customer was told, in the reader's language; as it was said to them where this version has no words for it. */
function useToldWords(): (notice: NoticeContent) => string {
  const { t } = useTranslation();
  const { phrase } = useSpeech();
  return ({ notice, text }) => t('mark.told', { text: phrase(notice) || text });
}

function useMarkWords({ body, at, author }: Entry): { text: string; below?: string } {
  const { t } = useTranslation();
  const formats = useFormats();
  const { local, language } = useSpeech();
  const sayTold = useToldWords();
  const causes = useCatalogueStore((state) => state.causes);
  const time = formats.time(at);
  const comment = (words: string): { below?: string } =>
    words === '' ? {} : { below: t('mark.comment', { comment: words }) };
  switch (body.type) {
    case 'message':
      return {
        text: body.content.type === 'notice' ? `${time} ${sayTold(body.content)}` : '',
      };
    case 'handoff-requested':
      return { text: t('mark.requested', { time, trigger: t(`trigger.${body.record.trigger}`) }) };
    case 'offered':
      return { text: t('mark.offered', { time, name: local(body.to.name) }), ...comment(body.comment) };
    case 'assigned': {
      const how = {
        claim: 'mark.claimed',
        accept: 'mark.accepted',
        reopen: 'mark.reopened',
        'take-over': 'mark.takenOver',
      } as const;
      return { text: t(how[body.how], { time, name: local(body.agent.name) }) };
    }
    case 'released':
      return {
        text: t(`mark.released.${body.reason}`, { time, name: local(body.agent.name) }),
        ...comment(body.comment),
      };
    case 'returned-to-bot':
      return {
        text: t('mark.returned', { time, outcome: t(`outcome.${body.outcome}`) }),
        ...(body.promises === '' ? {} : { below: t('mark.promises', { promises: body.promises }) }),
      };
    case 'closed': {
      const { outcome, causeCode, comment: words } = body.disposition;
      const closed = t('mark.closed', { time, outcome: t(`outcome.${outcome}`) });
      const cause = causeCode
        ? ` · ${t('mark.cause', { cause: causePath(causes, causeCode, language).join(' › ') })}`
        : '';
      const by = ` · ${author.kind === 'agent' ? local(author.name) : t('mark.byItself')}`;
      return { text: closed + cause + by, ...comment(words) };
    }
    default:
      return { text: '' };
  }
}
