import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WarningIcon } from '../../design/icons.ts';
import { languageOf, useSpeech } from '../../locales/spoken.ts';
import { useKnowledgeStore } from '../../stores/knowledge-store.ts';

/** Questions with a known answer that the last change made the knowledge base get wrong. */
export function BrokenAnswers(): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const { broken, articles } = useKnowledgeStore();
  if (broken.length === 0) return null;
  const nameOf = (id: string | null): string => {
    const title = articles.find((article) => article.id === id)?.title;
    return (title && (local(title) || title.zh || title.en)) || t('knowledge.noAnswer');
  };
  return (
    <section
      data-testid="broken-answers"
      className="tone-upset mb-4 rounded-m bg-(--tone-soft) px-4 py-3 text-12"
    >
      <p className="flex items-center gap-1.5 font-semibold text-(--tone)">
        <WarningIcon className="size-3.5" aria-hidden />
        {t('knowledge.broken', { count: broken.length })}
      </p>
      <ul className="mt-1.5 max-h-40 space-y-0.5 overflow-y-auto text-ink-2">
        {broken.map(({ question, expected, got }) => (
          <li key={`${question}:${expected}`}>
            <span lang={languageOf(question)} className="text-ink">
              {question}
            </span>{' '}
            · {t('knowledge.brokenLine', { expected: nameOf(expected), got: nameOf(got) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
