import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Undelivered } from '#shared/domain/undelivered';
import { classNames } from '../../design/class-names.ts';
import { FailedIcon, UnknownIcon } from '../../design/icons.ts';
import { useFormats } from '../../locales/format.ts';
import { languageOf, useSpeech } from '../../locales/spoken.ts';
import { useChannel, useSessionStore } from '../../stores/session-store.ts';
import { openConversation } from '../../stores/view-store.ts';
import { LossChoices } from './loss-choices.tsx';

/** One message that did not arrive: what it says, to whom and from whom, why, how often it was tried, and what can be done. */
export function UndeliveredRow({ message }: { message: Undelivered }): ReactNode {
  const { t } = useTranslation();
  return (
    <li
      data-testid="undelivered-row"
      data-entry-id={message.entryId}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b border-line-soft py-2.5"
    >
      <button
        type="button"
        data-row
        title={t('undelivered.open')}
        onClick={() => openConversation(message.conversationId)}
        className="-mx-2 min-w-0 rounded-s px-2 py-1 text-left hover:bg-hover"
      >
        <Who message={message} />
        <span className="line-clamp-2 text-14 wrap-anywhere" dir="auto" lang={languageOf(message.preview)}>
          {message.preview}
        </span>
        <Why message={message} />
      </button>
      <div className="flex items-center gap-1.5">
        <LossChoices loss={message} />
      </div>
    </li>
  );
}

function Who({ message }: { message: Undelivered }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { local } = useSpeech();
  const channel = local(useChannel(message.channelId)?.name);
  const me = useSessionStore((state) => state.me?.id);
  const { author, owner, customer } = message;
  const name = (): string => {
    if (author.kind === 'agent') return author.agentId === me ? t('talk.you') : local(author.name);
    return author.kind === 'bot' ? t('talk.bot') : t('talk.system');
  };
  const withOwner = owner && owner.id !== me ? t('undelivered.withOwner', { name: local(owner.name) }) : '';
  return (
    <span className="flex flex-wrap items-baseline gap-x-1.5 tabular-nums">
      <span className="font-semibold">{t('undelivered.by', { name: name(), customer: customer.name })}</span>
      <span className="text-11 text-ink-3">
        {[channel, formats.dayTime(message.at), withOwner].filter(Boolean).join(' · ')}
      </span>
    </span>
  );
}

function Why({ message }: { message: Undelivered }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { phrase } = useSpeech();
  const { delivery, attempts, triedAt } = message;
  if (delivery.state !== 'failed' && delivery.state !== 'unknown') return null;
  const isUnknown = delivery.state === 'unknown';
  const Icon = isUnknown ? UnknownIcon : FailedIcon;
  const tried = triedAt
    ? t('undelivered.attempts', { tries: String(attempts), when: formats.time(triedAt) })
    : t('undelivered.never');
  return (
    <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-12 tabular-nums">
      <span className={classNames('flex items-center gap-1', isUnknown ? 'text-upset' : 'text-furious')}>
        <Icon className="size-3.5 shrink-0" aria-hidden />
        {[t(isUnknown ? 'delivery.unknown' : 'delivery.failed'), phrase(delivery.reason)]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className="text-ink-3">{tried}</span>
    </span>
  );
}
