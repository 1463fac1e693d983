import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { Outcome } from '#shared/domain/disposition';
import { returnToBot } from '../../connection/commands/conversation.ts';
import { Button } from '../../design/button.tsx';
import { ChoiceRow } from '../../design/choice-row.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Kbd } from '../../design/kbd.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { showToast } from '../../design/toast.tsx';
import { useRefusalWords } from '../../locales/refusal.ts';
import { openConversation, openDialog } from '../../stores/view-store.ts';

const outcomes: readonly Outcome[] = ['solved', 'promised', 'unsolved'];

/** Hands back to the bot with what it must know (rule H6). */
export function ReturnDialog({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const [outcome, setOutcome] = useState<Outcome>('solved');
  const [promises, setPromises] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { name } = conversation.customer;
  const submit = async (): Promise<void> => {
    setBusy(true);
    const answer = await returnToBot(conversation.id, { outcome, promises });
    setBusy(false);
    if (!answer.ok) {
      showToast({ title: say(answer.error), isProblem: true });
      return;
    }
    openDialog(null);
    openConversation(null);
    showToast({ title: t('returning.done', { name }) });
  };
  return (
    <Dialog
      isOpen
      onClose={() => openDialog(null)}
      onConfirm={() => void submit()}
      title={t('returning.title', { name })}
      description={t('returning.lead')}
      footer={
        <>
          <Button look="quiet" onClick={() => openDialog(null)}>
            {t('app.cancel')}
          </Button>
          <Button look="strong" isBusy={isBusy} onClick={() => void submit()}>
            {t('returning.submit')} <Kbd keys="Mod+Enter" />
          </Button>
        </>
      }
    >
      <ChoiceRow
        label={t('returning.outcome')}
        value={outcome}
        onChange={setOutcome}
        options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <TextArea
        className="mt-4"
        label={t('returning.promises')}
        placeholder={t('returning.promisesHint')}
        maxLength={500}
        value={promises}
        onChange={(event) => setPromises(event.target.value)}
      />
    </Dialog>
  );
}
