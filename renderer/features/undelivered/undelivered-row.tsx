import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Undelivered } from '#shared/domain/undelivered';
import { markArrived, retryDelivery } from '../../connection/commands/conversation.ts';
import type { Answer } from '../../connection/commands/request.ts';
import { Button } from '../../design/button.tsx';
import { classNames } from '../../design/class-names.ts';
import { FailedIcon, UnknownIcon } from '../../design/icons.ts';
import { showToast } from '../../design/toast.tsx';
import { useFormats } from '../../locales/format.ts';
import { useRefusalWords } from '../../locales/refusal.ts';
import { languageOf, useSpeech } from '../../locales/spoken.ts';
import { useLinkStore } from '../../stores/link-store.ts';
import { useChannel, useSessionStore } from '../../stores/session-store.ts';
import { askToLetGo } from '../../stores/undelivered-store.ts';
import { openConversation } from '../../stores/view-store.ts';

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
      <Choices message={message} />
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

function Choices({ message }: { message: Undelivered }): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const isOnline = useLinkStore((state) => state.status === 'online');
  const [isBusy, setBusy] = useState(false);
  const { conversationId, entryId, delivery } = message;
  const decide = async (asked: Promise<Answer<unknown>>): Promise<void> => {
    setBusy(true);
    const answer = await asked;
    setBusy(false);
    if (!answer.ok) showToast({ title: say(answer.error), isProblem: true });
  };
  const isOff = isBusy || !isOnline;
  return (
    <div className="flex items-center gap-1.5">
      <Button
        size="small"
        isBusy={isBusy}
        disabled={isOff}
        onClick={() => void decide(retryDelivery(conversationId, entryId))}
      >
        {t('delivery.retry')}
      </Button>
      {delivery.state === 'unknown' ? (
        <Button
          size="small"
          disabled={isOff}
          onClick={() => void decide(markArrived(conversationId, entryId))}
        >
          {t('delivery.markArrived')}
        </Button>
      ) : null}
      <Button
        size="small"
        look="quiet"
        disabled={isOff}
        onClick={() => askToLetGo({ conversationId, entryId })}
      >
        {t('delivery.letGo')}
      </Button>
    </div>
  );
}
