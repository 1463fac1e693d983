import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate, KnowledgeArticle } from '#shared/domain/learning';
import { approveCandidate, rejectCandidate } from '../../connection/commands/knowledge.ts';
import type { Refusal } from '../../connection/commands/request.ts';
import { Button } from '../../design/button.tsx';
import { Chip } from '../../design/chip.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { DoneIcon } from '../../design/icons.ts';
import { Menu } from '../../design/menu.tsx';
import { showToast } from '../../design/toast.tsx';
import { useFormats } from '../../locales/format.ts';
import { useRefusalWords } from '../../locales/refusal.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { openCandidate, showDecided, useKnowledgeStore } from '../../stores/knowledge-store.ts';
import { openConversation } from '../../stores/view-store.ts';
import { ArticleForm, contentOf, draftOf } from './article-form.tsx';
import { BrokenAnswers } from './broken-answers.tsx';
import { List } from './list.tsx';

/** Questions that the knowledge base should answer: most asked first, with what agents answered, to be approved, changed or rejected. */
export function CandidatesView(): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { candidates, candidateId, decided, counts } = useKnowledgeStore();
  const chosen = candidates.find(({ id }) => id === candidateId);
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[300px_minmax(0,1fr)]">
      <div className="flex min-h-0 flex-col border-r border-line">
        <div className="flex flex-wrap gap-1.5 px-5 py-2.5">
          {(['open', 'approved', 'rejected'] as const).map((state) => (
            <Chip key={state} isChosen={state === decided} onClick={() => showDecided(state)}>
              {t(`knowledge.states.${state}`)} {counts[state]}
            </Chip>
          ))}
        </div>
        <List
          label={t('knowledge.tabs.candidates')}
          items={candidates}
          idOf={({ id }) => id}
          chosen={candidateId}
          onChoose={({ id }) => openCandidate(id)}
        >
          {(candidate) => (
            <>
              <span lang={candidate.language} className="line-clamp-2 font-medium wrap-anywhere">
                {candidate.questions[0]}
              </span>
              <span className="text-11 text-ink-3 tabular-nums">
                {t('knowledge.asked', { count: candidate.asked })} ·{' '}
                {t(`knowledge.reasons.${candidate.reason}`)} · {formats.dayTime(candidate.lastAskedAt)}
              </span>
            </>
          )}
        </List>
      </div>
      <div className="min-h-0 overflow-y-auto px-6 py-4">
        <BrokenAnswers />
        {chosen ? (
          <CandidateDetail key={chosen.id} candidate={chosen} />
        ) : (
          <EmptyState icon={<DoneIcon aria-hidden />} title={t(`knowledge.none.${decided}`)}>
            <p className="max-w-96">{t('knowledge.noneText')}</p>
          </EmptyState>
        )}
      </div>
    </div>
  );
}

function CandidateDetail({ candidate }: { candidate: Candidate }): ReactNode {
  const { t } = useTranslation();
  const { language, questions, conversations, state } = candidate;
  return (
    <article data-testid="candidate">
      <h3 lang={language} className="text-16 font-bold wrap-anywhere">
        {questions[0]}
      </h3>
      <Decision candidate={candidate} />
      <ul
        lang={language}
        className="mt-3 max-h-44 list-inside list-disc overflow-y-auto text-13 wrap-anywhere text-ink-2"
      >
        {questions.slice(1).map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <p className="mt-2 mb-4 flex flex-wrap gap-1.5">
        {conversations.map((id, at) => (
          <Button key={id} size="small" onClick={() => openConversation(id)}>
            {t('knowledge.conversation', { number: String(at + 1) })}
          </Button>
        ))}
      </p>
      {state === 'open' ? <Proposal candidate={candidate} /> : null}
    </article>
  );
}

function Decision({ candidate: { decided, state } }: { candidate: Candidate }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { local } = useSpeech();
  if (decided === null || state === 'open') return null;
  return (
    <p className="text-12 text-ink-3">
      {t(`knowledge.decided.${state}`, { name: local(decided.by.name), when: formats.dayTime(decided.at) })}
      {decided.comment ? ` · ${decided.comment}` : ''}
    </p>
  );
}

/** The article that it may become: a new one, or the one that it belongs to, with the questions added. */
function Proposal({ candidate }: { candidate: Candidate }): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const articles = useKnowledgeStore((state) => state.articles);
  const [target, setTarget] = useState(() => articles.find(({ id }) => id === candidate.articleId) ?? null);
  const [draft, setDraft] = useState(() => draftOf(proposalOf(candidate, target)));
  const [wrong, setWrong] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const choose = (article: KnowledgeArticle | null): void => {
    setTarget(article);
    setDraft(draftOf(proposalOf(candidate, article)));
  };
  const finish = (answer: { ok: true } | { ok: false; error: Refusal }, done: string): void => {
    setBusy(false);
    showToast(answer.ok ? { title: done } : { title: say(answer.error), isProblem: true });
  };
  const approve = async (): Promise<void> => {
    const read = contentOf(draft);
    setWrong('wrong' in read ? read.wrong : null);
    if ('wrong' in read) return;
    setBusy(true);
    finish(await approveCandidate(candidate.id, target, read.content), t('knowledge.approved'));
  };
  const reject = async (): Promise<void> => {
    setBusy(true);
    finish(await rejectCandidate(candidate.id, ''), t('knowledge.rejected'));
  };
  return (
    <>
      <p className="mb-3 flex items-center gap-2 text-12 text-ink-2">
        {t('knowledge.becomes')} <TargetMenu target={target} onChoose={choose} />
        {candidate.answer === '' ? <span className="text-ink-3">{t('knowledge.nobodyAnswered')}</span> : null}
      </p>
      <ArticleForm draft={draft} onChange={setDraft} wrong={wrong} isReadOnly={isBusy} />
      <div className="mt-4 flex items-center gap-2">
        <Button look="accent" size="large" isBusy={isBusy} onClick={() => void approve()}>
          {t(target ? 'knowledge.approveInto' : 'knowledge.approve')}
        </Button>
        <Button size="large" disabled={isBusy} onClick={() => void reject()}>
          {t('knowledge.reject')}
        </Button>
        <span className="text-12 text-ink-3">{t('knowledge.effect')}</span>
      </div>
    </>
  );
}

type TargetMenuProps = {
  target: KnowledgeArticle | null;
  onChoose: (article: KnowledgeArticle | null) => void;
};

function TargetMenu({ target, onChoose }: TargetMenuProps): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const articles = useKnowledgeStore((state) => state.articles);
  const nameOf = ({ title }: KnowledgeArticle): string => local(title) || title.zh || title.en;
  return (
    <Menu
      align="start"
      trigger={<Button size="small">{target ? nameOf(target) : t('knowledge.newArticle')}</Button>}
      items={[
        {
          id: 'new',
          kind: 'choice',
          label: t('knowledge.newArticle'),
          isChosen: target === null,
          onSelect: () => onChoose(null),
        },
        ...articles.map((article) => ({
          id: article.id,
          kind: 'choice' as const,
          label: nameOf(article),
          isChosen: article.id === target?.id,
          onSelect: () => onChoose(article),
        })),
      ]}
    />
  );
}

/** The questions added to the article, or an article made of them and of what agents answered. */
function proposalOf({ language, questions, answer }: Candidate, article: KnowledgeArticle | null) {
  const base = article ?? {
    title: { zh: '', en: '' },
    questions: { zh: [], en: [] },
    answer: { zh: '', en: '' },
  };
  return {
    title: { ...base.title, [language]: base.title[language] || (questions[0] ?? '') },
    questions: { ...base.questions, [language]: [...new Set([...base.questions[language], ...questions])] },
    answer: { ...base.answer, [language]: base.answer[language] || answer },
  };
}
