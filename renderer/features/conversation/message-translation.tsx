import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#shared/domain/entry';
import { endModelDraft, startModelDraft } from '../../connection/commands/drafting.ts';
import { languageOf, useSpeech } from '../../locales/spoken.ts';
import { useModelDraft } from '../../stores/model-draft-store.ts';
import { useSessionStore } from '../../stores/session-store.ts';

/** Asks for what a customer said in the reader's own language; nothing where it is in it, or where the shop has no language model. */
export function TranslateButton({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation();
  const { language } = useSpeech();
  const slot = `message:${entry.id}` as const;
  const draft = useModelDraft(slot);
  const isAvailable = useSessionStore((state) => state.abilities.drafts);
  if (!isAvailable || entry.body.type !== 'message' || entry.body.content.type !== 'text') return null;
  const { text } = entry.body.content;
  if (languageOf(text) === language) return null;
  const isShown = draft !== undefined && draft.state !== 'dropped';
  const toggle = (): void => {
    if (isShown) endModelDraft(slot);
    else void startModelDraft(slot, entry.conversationId, { kind: 'translation', text, into: language });
  };
  return (
    <button
      type="button"
      aria-pressed={isShown}
      onClick={toggle}
      className="underline underline-offset-2 hover:text-ink"
    >
      {t(isShown ? 'drafting.untranslate' : 'drafting.translate')}
    </button>
  );
}

/** The translation under the words, or why there is none. */
export function Translation({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation();
  const draft = useModelDraft(`message:${entry.id}`);
  if (draft === undefined) return null;
  const words =
    draft.state === 'dropped' && draft.reason !== null ? t(`drafting.dropped.${draft.reason}`) : draft.text;
  return (
    <span
      data-testid="translation"
      lang={draft.state === 'dropped' ? undefined : languageOf(words)}
      className="mt-1.5 block border-t border-line pt-1.5 wrap-anywhere whitespace-pre-wrap text-ink-2"
    >
      {words || t('drafting.composing')}
      <small className="ml-2 text-11 text-ink-3">{t('drafting.byModel')}</small>
    </span>
  );
}
