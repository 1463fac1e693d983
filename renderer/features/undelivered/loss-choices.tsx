import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Undelivered } from '#shared/domain/undelivered';
import { markArrived, retryDelivery } from '../../connection/commands/conversation.ts';
import type { Answer } from '../../connection/commands/request.ts';
import { Button } from '../../design/button.tsx';
import { showToast } from '../../design/toast.tsx';
import { useRefusalWords } from '../../locales/refusal.ts';
import { useLinkStore } from '../../stores/link-store.ts';
import { askToLetGo } from '../../stores/undelivered-store.ts';

/** Props of {@link LossChoices}. */
export type LossChoicesProps = { loss: Pick<Undelivered, 'conversationId' | 'entryId' | 'delivery'> };

/** What can be done about a message that did not arrive, or of which nobody knows (rule D14); the server has the last word. */
export function LossChoices({ loss: { conversationId, entryId, delivery } }: LossChoicesProps): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const isOnline = useLinkStore((state) => state.status === 'online');
  const [isBusy, setBusy] = useState(false);
  const decide = async (asked: Promise<Answer<unknown>>): Promise<void> => {
    setBusy(true);
    const answer = await asked;
    setBusy(false);
    if (!answer.ok) showToast({ title: say(answer.error), isProblem: true });
  };
  const isOff = isBusy || !isOnline;
  return (
    <>
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
    </>
  );
}
