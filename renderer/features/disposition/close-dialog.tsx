import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import { needsCause, type Outcome } from '#shared/domain/disposition';
import { close } from '../../connection/commands/conversation.ts';
import { Button } from '../../design/button.tsx';
import { ChoiceRow } from '../../design/choice-row.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Kbd } from '../../design/kbd.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { showToast } from '../../design/toast.tsx';
import { useRefusalWords } from '../../locales/refusal.ts';
import { useAdvice } from '../../stores/advice-store.ts';
import { openDialog } from '../../stores/view-store.ts';
import { CausePicker } from './cause-picker.tsx';

const outcomes: readonly Outcome[] = ['solved', 'promised', 'unsolved', 'abandoned'];
/** A suggestion at least this sure is chosen beforehand. */
const SURE = 0.5;

/** Outcome and root cause, in a few keys: what is likely is chosen already, Ctrl+Enter closes from anywhere. */
export function CloseDialog({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const { causes, chosenCause } = useAdvice(conversation.id);
  const isRequired = needsCause(conversation.worstScore);
  const [outcome, setOutcome] = useState<Outcome>('solved');
  const [causeCode, setCauseCode] = useState(() => chosenCause ?? sureCause(causes));
  const field = useRef<HTMLInputElement>(null);
  const [comment, setComment] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const { name } = conversation.customer;
  const submit = async (): Promise<void> => {
    if (isRequired && causeCode === null) {
      setMissing(true);
      return;
    }
    setBusy(true);
    const answer = await close(conversation.id, { outcome, causeCode, comment });
    setBusy(false);
    if (answer.ok) {
      openDialog(null);
      showToast({ title: t('closing.done', { name }) });
    } else if (answer.error.field === 'disposition.causeCode') setMissing(true);
    else showToast({ title: say(answer.error), isProblem: true });
  };
  return (
    <Dialog
      isOpen
      onClose={() => openDialog(null)}
      onConfirm={() => void submit()}
      title={t('closing.title', { name })}
      initialFocus={field}
      footer={
        <>
          <Button look="quiet" onClick={() => openDialog(null)}>
            {t('app.cancel')}
          </Button>
          <Button look="strong" isBusy={isBusy} onClick={() => void submit()}>
            {t('closing.submit')} <Kbd keys="Mod+Enter" />
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ChoiceRow
          label={t('closing.outcome')}
          value={outcome}
          onChange={setOutcome}
          options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
        <CausePicker
          ref={field}
          suggestions={causes}
          value={causeCode}
          onChange={(code) => {
            setCauseCode(code);
            setMissing(false);
          }}
          isRequired={isRequired}
          isMissing={isMissing}
          onConfirm={() => void submit()}
        />
        <TextArea
          label={t('closing.comment')}
          maxLength={500}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </div>
    </Dialog>
  );
}

function sureCause(causes: readonly { code: string; confidence: number }[]): string | null {
  const [first] = causes;
  return first && first.confidence >= SURE ? first.code : null;
}
