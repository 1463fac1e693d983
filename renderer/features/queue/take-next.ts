import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeNext } from '../../connection/commands/conversation.ts';
import { showToast } from '../../design/toast.tsx';
import { useRefusalWords } from '../../locales/refusal.ts';
import { openConversation } from '../../stores/view-store.ts';

/** Takes the first of the queue and opens it. */
export function useTakeNext(): { isTaking: boolean; take: () => void } {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const [isTaking, setTaking] = useState(false);
  const take = async (): Promise<void> => {
    if (isTaking) return;
    setTaking(true);
    const answer = await takeNext();
    setTaking(false);
    if (!answer.ok) showToast({ title: say(answer.error), isProblem: true });
    else if (answer.data.conversation) openConversation(answer.data.conversation.id);
    else showToast({ title: t('queue.nobody') });
  };
  return { isTaking, take: () => void take() };
}
