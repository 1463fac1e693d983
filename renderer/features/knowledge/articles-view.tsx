import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnowledgeArticle } from '#shared/domain/learning';
import { readArticleVersions, removeArticle, saveArticle } from '../../connection/commands/knowledge.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { KnowledgeIcon } from '../../design/icons.ts';
import { Menu } from '../../design/menu.tsx';
import { TextField } from '../../design/text-field.tsx';
import { showToast } from '../../design/toast.tsx';
import { useFormats } from '../../locales/format.ts';
import { useRefusalWords } from '../../locales/refusal.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { openArticle, useKnowledgeStore } from '../../stores/knowledge-store.ts';
import { ArticleForm, contentOf, draftOf } from './article-form.tsx';
import { BrokenAnswers } from './broken-answers.tsx';
import { List } from './list.tsx';

/** All that the bot and the agents answer from: to be found, changed, taken out, and brought back as it once was. */
export function ArticlesView(): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const formats = useFormats();
  const { articles, articleId } = useKnowledgeStore();
  const [wanted, setWanted] = useState('');
  const found = articles.filter((article) => matches(article, wanted));
  const chosen = articles.find(({ id }) => id === articleId);
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[300px_minmax(0,1fr)]">
      <div className="flex min-h-0 flex-col border-r border-line">
        <div className="flex items-end gap-2 px-5 py-2.5">
          <TextField
            label={t('knowledge.find')}
            isLabelHidden
            placeholder={t('knowledge.find')}
            value={wanted}
            className="flex-1"
            onChange={(event) => setWanted(event.target.value)}
          />
          <Button size="large" onClick={() => openArticle('new')}>
            {t('knowledge.write')}
          </Button>
        </div>
        <List
          label={t('knowledge.tabs.articles')}
          items={found}
          idOf={({ id }) => id}
          chosen={articleId}
          onChoose={({ id }) => openArticle(id)}
          none={t(wanted.trim() === '' ? 'knowledge.noArticles' : 'knowledge.notFound', {
            wanted: wanted.trim(),
          })}
        >
          {({ title, at, version }) => (
            <>
              <span className="line-clamp-2 font-medium wrap-anywhere">
                {local(title) || title.zh || title.en}
              </span>
              <span className="text-11 text-ink-3 tabular-nums">
                {formats.dayTime(at)} · {t('knowledge.version', { number: String(version) })}
                {title.zh === '' || title.en === '' ? ` · ${t('knowledge.oneLanguage')}` : ''}
              </span>
            </>
          )}
        </List>
      </div>
      <div className="min-h-0 overflow-y-auto px-6 py-4">
        <BrokenAnswers />
        {chosen || articleId === 'new' ? (
          <ArticleDetail key={`${chosen?.id}:${chosen?.version}`} article={chosen ?? null} />
        ) : (
          <EmptyState icon={<KnowledgeIcon aria-hidden />} title={t('knowledge.chooseArticle')} />
        )}
      </div>
    </div>
  );
}

const EMPTY = { title: { zh: '', en: '' }, questions: { zh: [], en: [] }, answer: { zh: '', en: '' } };

function ArticleDetail({ article }: { article: KnowledgeArticle | null }): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const [draft, setDraft] = useState(() => draftOf(article ?? EMPTY));
  const [wrong, setWrong] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const id = article?.id;
  useEffect(() => {
    if (id !== undefined) void readArticleVersions(id);
  }, [id]);
  const save = async (): Promise<void> => {
    const read = contentOf(draft);
    setWrong('wrong' in read ? read.wrong : null);
    if ('wrong' in read) return;
    setBusy(true);
    const answer = await saveArticle(article, read.content);
    setBusy(false);
    if (!answer.ok) showToast({ title: say(answer.error), isProblem: true });
    else {
      showToast({ title: t('knowledge.saved') });
      if (article === null) openArticle(answer.data.article.id);
    }
  };
  const remove = async (): Promise<void> => {
    if (article === null) return;
    setBusy(true);
    const answer = await removeArticle(article);
    setBusy(false);
    if (answer.ok) openArticle(null);
    showToast(answer.ok ? { title: t('knowledge.removed') } : { title: say(answer.error), isProblem: true });
  };
  return (
    <article data-testid="article">
      <ArticleForm draft={draft} onChange={setDraft} wrong={wrong} isReadOnly={isBusy} />
      <div className="mt-4 flex items-center gap-2">
        <Button look="accent" size="large" isBusy={isBusy} onClick={() => void save()}>
          {t('knowledge.save')}
        </Button>
        {article ? (
          <>
            <Versions onRestore={(version) => setDraft(draftOf(version))} />
            <span className="flex-1" />
            <Button look="quiet" size="large" disabled={isBusy} onClick={() => void remove()}>
              {t('knowledge.remove')}
            </Button>
          </>
        ) : null}
      </div>
    </article>
  );
}

/** Earlier versions; one that is chosen is put into the form, and counts once it is saved. */
function Versions({ onRestore }: { onRestore: (version: KnowledgeArticle) => void }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { local } = useSpeech();
  const versions = useKnowledgeStore((state) => state.versions);
  return (
    <Menu
      side="top"
      align="start"
      trigger={<Button size="large">{t('knowledge.versions', { count: versions.length })}</Button>}
      items={versions.map((version) => ({
        id: String(version.version),
        kind: 'item',
        isDisabled: version.isRemoved,
        label: t('knowledge.versionLine', {
          number: String(version.version),
          when: formats.dayTime(version.at),
          name: version.by ? local(version.by.name) : t('knowledge.byShop'),
        }),
        onSelect: () => onRestore(version),
      }))}
    />
  );
}

function matches({ title, questions, answer }: KnowledgeArticle, wanted: string): boolean {
  const words = wanted.trim().toLowerCase();
  const all = [title.zh, title.en, answer.zh, answer.en, ...questions.zh, ...questions.en];
  return words === '' || all.some((text) => text.toLowerCase().includes(words));
}
