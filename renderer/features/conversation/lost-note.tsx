import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { markArrived, retryDelivery } from '../../connection/commands/conversation.ts';
import type { Answer } from '../../connection/commands/request.ts';
import { Button } from '../../design/button.tsx';
import { classNames } from '../../design/class-names.ts';
import { FailedIcon, UnknownIcon } from '../../design/icons.ts';
import { showToast } from '../../design/toast.tsx';
import { useRefusalWords } from '../../locales/refusal.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { useConversation, useIsMine } from '../../stores/conversation-store.ts';
import { useIsOverseer } from '../../stores/session-store.ts';
import { askToLetGo } from '../../stores/undelivered-store.ts';
import type { Lost } from './thread-items.ts';

/** Under what did not reach the customer, or may not have: why, and what can be done about it (rule D14). */
export function LostNote({ lost }: { lost: Lost }): ReactNode {
  const { t } = useTranslation();
  const speech = useSpeech();
  const { delivery } = lost;
  if (delivery.state === 'discarded') {
    return (
      <p data-testid="lost" className="mt-1 text-right text-12 text-ink-3">
        {t('delivery.letGone', { comment: delivery.comment })}
      </p>
    );
  }
  const isUnknown = delivery.state === 'unknown';
  const Icon = isUnknown ? UnknownIcon : FailedIcon;
  const reason = speech.phrase(delivery.reason);
  return (
    <div
      data-testid="lost"
      role="alert"
      className="mt-1 flex flex-wrap items-center justify-end gap-x-1.5 gap-y-1"
    >
      <small
        className={classNames('flex items-center gap-1 text-12', isUnknown ? 'text-upset' : 'text-furious')}
      >
        <Icon className="size-3.5 shrink-0" aria-hidden />
        {t(isUnknown ? 'delivery.unknown' : 'delivery.failed')}
        {reason === '' ? null : ` · ${reason}`}
      </small>
      <Choices lost={lost} />
    </div>
  );
}

/** What may be done by whoever has or had the conversation, and by leads; the server has the last word. */
function Choices({ lost }: { lost: Lost }): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const [isBusy, setBusy] = useState(false);
  const conversation = useConversation(lost.conversationId);
  const isMine = useIsMine(conversation);
  const isOverseer = useIsOverseer();
  if (!isMine && !isOverseer && conversation?.state !== 'closed') return null;
  const decide = async (asked: Promise<Answer<unknown>>): Promise<void> => {
    setBusy(true);
    const answer = await asked;
    setBusy(false);
    if (!answer.ok) showToast({ title: say(answer.error), isProblem: true });
  };
  const { conversationId, entryId, delivery } = lost;
  return (
    <>
      <Button
        size="small"
        isBusy={isBusy}
        onClick={() => void decide(retryDelivery(conversationId, entryId))}
      >
        {t('delivery.retry')}
      </Button>
      {delivery.state === 'unknown' ? (
        <Button
          size="small"
          disabled={isBusy}
          onClick={() => void decide(markArrived(conversationId, entryId))}
        >
          {t('delivery.markArrived')}
        </Button>
      ) : null}
      <Button
        size="small"
        look="quiet"
        disabled={isBusy}
        onClick={() => askToLetGo({ conversationId, entryId })}
      >
        {t('delivery.letGo')}
      </Button>
    </>
  );
}
