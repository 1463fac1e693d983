import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../design/class-names.ts';
import { FailedIcon, UnknownIcon } from '../../design/icons.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { useConversation, useIsMine } from '../../stores/conversation-store.ts';
import { useIsOverseer } from '../../stores/session-store.ts';
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

/** Draws what can be done about a message that did not arrive; another feature knows. */
export type LossChoices = (lost: Lost) => ReactNode;

/** Where the frame puts it in. */
export const LossChoicesSlot = createContext<LossChoices>(() => null);

/** For whoever has or had the conversation, and for leads. */
function Choices({ lost }: { lost: Lost }): ReactNode {
  const choices = useContext(LossChoicesSlot);
  const conversation = useConversation(lost.conversationId);
  const isMine = useIsMine(conversation);
  const isOverseer = useIsOverseer();
  return isMine || isOverseer || conversation?.state === 'closed' ? choices(lost) : null;
}
