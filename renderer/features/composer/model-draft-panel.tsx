import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelDraft } from '#shared/domain/model-draft';
import { Button } from '../../design/button.tsx';
import { IconButton } from '../../design/icon-button.tsx';
import { CloseIcon, DraftIcon, RetryIcon, WarningIcon } from '../../design/icons.ts';
import { KeyHint } from '../../design/kbd.tsx';
import { languageOf, useSpeech } from '../../locales/spoken.ts';
import { useAction } from '../../stores/action-store.ts';

/** Props of {@link ModelDraftPanel}. */
export type ModelDraftPanelProps = {
  draft: ModelDraft;
  onUse: () => void;
  onAgain: () => void;
  onClose: () => void;
};

/** What the language model proposes, as it comes: to be read, used or thrown away. What it leans on and what to check stand with it (rule T8). */
export function ModelDraftPanel({ draft, onUse, onAgain, onClose }: ModelDraftPanelProps): ReactNode {
  const { t } = useTranslation();
  const isReady = draft.state === 'ready';
  useAction('composer.suggested', isReady ? onUse : null);
  return (
    <section
      aria-label={t('drafting.title')}
      data-testid="model-draft"
      data-state={draft.state}
      className="border-b border-line px-3.5 pt-2 pb-2.5"
    >
      <header className="flex items-center gap-1.5 text-12 text-ink-3">
        <DraftIcon className="size-3.5 shrink-0 text-accent" aria-hidden />
        <span className="min-w-0 flex-1 truncate">
          <span className="font-medium text-ink-2">{t('drafting.title')}</span> · {t('drafting.lead')}
        </span>
        <IconButton label={t('drafting.close')} className="size-6" onClick={onClose}>
          <CloseIcon aria-hidden />
        </IconButton>
      </header>
      <div aria-live="polite" aria-busy={draft.state === 'composing'}>
        <Words draft={draft} />
      </div>
      {isReady ? <Sources draft={draft} /> : null}
      {draft.state === 'composing' ? null : (
        <div className="mt-2 flex items-center gap-2">
          {isReady ? (
            <Button look="strong" size="small" onClick={onUse}>
              {t('drafting.use')} <KeyHint action="composer.suggested" />
            </Button>
          ) : null}
          <Button size="small" onClick={onAgain}>
            <RetryIcon className="size-3.5" aria-hidden />
            {t('drafting.again')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Words({ draft }: { draft: ModelDraft }): ReactNode {
  const { t } = useTranslation();
  if (draft.state === 'dropped' && draft.reason !== null) {
    return <p className="mt-1 text-13 text-ink-2">{t(`drafting.dropped.${draft.reason}`)}</p>;
  }
  if (draft.text === '') return <p className="mt-1 text-13 text-ink-3">{t('drafting.composing')}</p>;
  return (
    <p
      lang={languageOf(draft.text)}
      className="mt-1 max-h-[22vh] overflow-y-auto text-14 wrap-anywhere whitespace-pre-wrap"
    >
      {draft.text}
      {draft.state === 'composing' ? <span className="ml-0.5 animate-pulse text-accent">▍</span> : null}
    </p>
  );
}

/** What of the shop's own it cites, and what the agent must look at. */
function Sources({ draft }: { draft: ModelDraft }): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  if (draft.citations.length === 0 && draft.warnings.length === 0) return null;
  return (
    <ul className="mt-1.5 space-y-1 text-12">
      {draft.citations.length > 0 ? (
        <li className="flex flex-wrap items-center gap-1.5 text-ink-3">
          {t('drafting.sources')}
          {draft.citations.map(({ source, id, title }) => (
            <span
              key={`${source}:${id}`}
              className="max-w-60 truncate rounded-full border border-line px-2 text-ink-2"
            >
              {local(title)}
            </span>
          ))}
        </li>
      ) : null}
      {draft.warnings.map((warning) => (
        <li key={warning} className="flex items-start gap-1.5 text-upset">
          <WarningIcon className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {t(`drafting.warnings.${warning}`)}
        </li>
      ))}
    </ul>
  );
}
