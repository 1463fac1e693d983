import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationId } from '#shared/domain/ids';
import { startModelDraft } from '../../connection/commands/drafting.ts';
import { Button } from '../../design/button.tsx';
import { languageOf, useSpeech } from '../../locales/spoken.ts';
import { useModelDraft } from '../../stores/model-draft-store.ts';

/** The language model's summary of the whole conversation so far, when it is asked for. */
export function ModelSummary({ conversationId }: { conversationId: ConversationId }): ReactNode {
  const { t } = useTranslation();
  const { language } = useSpeech();
  const slot = `summary:${conversationId}` as const;
  const draft = useModelDraft(slot);
  const ask = (): void => void startModelDraft(slot, conversationId, { kind: 'summary', language });
  const isDropped = draft?.state === 'dropped' && draft.reason !== null;
  const button = (
    <Button size="small" className="h-[22px] bg-transparent px-1.5" onClick={ask}>
      {t(draft ? 'drafting.again' : 'drafting.summarize')}
    </Button>
  );
  if (!draft) return button;
  return (
    <span data-testid="model-summary" aria-live="polite" className="whitespace-pre-wrap">
      {isDropped && draft.reason ? t(`drafting.dropped.${draft.reason}`) : null}
      {isDropped ? null : <span lang={languageOf(draft.text)}>{draft.text || t('drafting.composing')}</span>}{' '}
      {draft.state === 'composing' ? null : button}
    </span>
  );
}
