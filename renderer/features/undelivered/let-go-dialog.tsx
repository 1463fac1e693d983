import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LETTING_GO_MAX } from '#shared/domain/entry';
import { letGo } from '../../connection/commands/conversation.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Kbd } from '../../design/kbd.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { showToast } from '../../design/toast.tsx';
import { useRefusalWords } from '../../locales/refusal.ts';
import { askToLetGo, type LettingGo } from '../../stores/undelivered-store.ts';

/** Asks why a message shall not be tried any more; the reason goes into the log. */
export function LetGoDialog({ letter }: { letter: LettingGo }): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const [comment, setComment] = useState('');
  const [isBusy, setBusy] = useState(false);
  const close = (): void => askToLetGo(null);
  const submit = async (): Promise<void> => {
    if (comment.trim() === '') return;
    setBusy(true);
    const answer = await letGo(letter.conversationId, { entryId: letter.entryId, comment });
    setBusy(false);
    if (answer.ok) close();
    else showToast({ title: say(answer.error), isProblem: true });
  };
  return (
    <Dialog
      isOpen
      onClose={close}
      onConfirm={() => void submit()}
      title={t('lettingGo.title')}
      description={t('lettingGo.lead')}
      width="narrow"
      footer={
        <>
          <Button look="quiet" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button
            look="strong"
            disabled={comment.trim() === ''}
            isBusy={isBusy}
            onClick={() => void submit()}
          >
            {t('lettingGo.submit')} <Kbd keys="Mod+Enter" />
          </Button>
        </>
      }
    >
      <TextArea
        label={t('lettingGo.comment')}
        placeholder={t('lettingGo.placeholder')}
        maxLength={LETTING_GO_MAX}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
    </Dialog>
  );
}
