import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import { Chip } from '../../design/chip.tsx';
import { Section } from '../../design/section.tsx';
import { useFormats } from '../../locales/format.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { takeAdvice, useAdvice } from '../../stores/advice-store.ts';
import { causePath, useCatalogueStore } from '../../stores/catalogue-store.ts';
import { useIsMine } from '../../stores/conversation-store.ts';

/** Root causes proposed while talking; the one marked here is chosen already when the conversation is closed. */
export function CauseSuggestions({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  const { language } = useSpeech();
  const formats = useFormats();
  const isMine = useIsMine(conversation);
  const tree = useCatalogueStore((state) => state.causes);
  const { causes, chosenCause } = useAdvice(conversation.id);
  if (!isMine) return null;
  const codes = causes.map(({ code }) => code);
  const shown =
    chosenCause && !codes.includes(chosenCause)
      ? [{ code: chosenCause, confidence: null }, ...causes]
      : causes;
  const choose = (code: string): void =>
    takeAdvice(conversation.id, { chosenCause: code === chosenCause ? null : code });
  return (
    <Section title={t('cause.title')} aside={<span className="font-normal">{t('cause.hint')}</span>}>
      {shown.length === 0 ? <p className="text-12 text-ink-2">{t('cause.none')}</p> : null}
      <div className="flex flex-wrap gap-1.5">
        {shown.map(({ code, confidence }) => (
          <Chip key={code} isChosen={code === chosenCause} onClick={() => choose(code)}>
            {causePath(tree, code, language).slice(-2).join(' › ')}
            {confidence === null ? null : (
              <span className="ml-1 tabular-nums opacity-80">{formats.percent(confidence)}</span>
            )}
          </Chip>
        ))}
      </div>
    </Section>
  );
}
