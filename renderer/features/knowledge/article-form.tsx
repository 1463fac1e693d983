import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ARTICLE_LIMITS, type ArticleContent, articleContentSchema } from '#shared/domain/learning';
import { TextArea } from '../../design/text-area.tsx';
import { TextField } from '../../design/text-field.tsx';

/** What is being written of an article; questions as they stand in the field, one a line. */
export type ArticleDraft = Record<'zh' | 'en', { title: string; questions: string; answer: string }>;

/** An article's words in the form's own form. */
export function draftOf({
  title,
  questions,
  answer,
}: Pick<ArticleContent, 'title' | 'questions' | 'answer'>): ArticleDraft {
  const of = (language: 'zh' | 'en') => ({
    title: title[language],
    questions: questions[language].join('\n'),
    answer: answer[language],
  });
  return { zh: of('zh'), en: of('en') };
}

/** The form's words as an article; what is wrong with them is told by the fields named. */
export function contentOf(draft: ArticleDraft): { content: ArticleContent } | { wrong: string } {
  const lines = (text: string): string[] => [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
  const parsed = articleContentSchema.safeParse({
    title: { zh: draft.zh.title, en: draft.en.title },
    questions: { zh: lines(draft.zh.questions), en: lines(draft.en.questions) },
    answer: { zh: draft.zh.answer, en: draft.en.answer },
  });
  if (parsed.success) return { content: parsed.data };
  return { wrong: parsed.error.issues[0]?.path.join('.') ?? '' };
}

/** Props of {@link ArticleForm}. */
export type ArticleFormProps = {
  draft: ArticleDraft;
  onChange: (draft: ArticleDraft) => void;
  /** The path of the field that is wrong, once it was tried to save. */
  wrong: string | null;
  isReadOnly: boolean;
};

/** Title, questions and answer, Chinese beside English: equals, and either may be left for later. */
export function ArticleForm({ draft, onChange, wrong, isReadOnly }: ArticleFormProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="grid grid-cols-2 grid-rows-[repeat(4,auto)] gap-x-5 gap-y-3">
      {(['zh', 'en'] as const).map((language) => {
        const own = draft[language];
        const change = (part: Partial<ArticleDraft['zh']>): void =>
          onChange({ ...draft, [language]: { ...own, ...part } });
        const isWrong = (part: string): boolean => wrong?.startsWith(`${part}.${language}`) ?? false;
        const name = t(`knowledge.languages.${language}`);
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend takes no part in the grid that keeps both languages level.
          <div
            key={language}
            role="group"
            aria-label={name}
            className="row-span-4 grid min-w-0 grid-rows-subgrid"
          >
            <h4 className="text-12 font-semibold text-ink-2">{name}</h4>
            <TextField
              label={t('knowledge.field.title')}
              lang={language}
              value={own.title}
              disabled={isReadOnly}
              maxLength={ARTICLE_LIMITS.title}
              problem={isWrong('title') ? t('knowledge.needsTitle') : null}
              onChange={(event) => change({ title: event.target.value })}
            />
            <Part problem={isWrong('questions') ? t('knowledge.badQuestions') : null}>
              <TextArea
                label={t('knowledge.field.questions')}
                lang={language}
                placeholder={t('knowledge.field.questionsHint')}
                value={own.questions}
                disabled={isReadOnly}
                onChange={(event) => change({ questions: event.target.value })}
              />
            </Part>
            <Part problem={isWrong('answer') ? t('knowledge.needsAnswer') : null}>
              <TextArea
                label={t('knowledge.field.answer')}
                lang={language}
                value={own.answer}
                isLong
                disabled={isReadOnly}
                maxLength={ARTICLE_LIMITS.answer}
                aria-invalid={isWrong('answer') || undefined}
                onChange={(event) => change({ answer: event.target.value })}
              />
            </Part>
          </div>
        );
      })}
    </div>
  );
}

function Part({ problem, children }: { problem: string | null; children: ReactNode }): ReactNode {
  return (
    <div>
      {children}
      {problem ? <p className="mt-1 text-12 text-furious">{problem}</p> : null}
    </div>
  );
}
