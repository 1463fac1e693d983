import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readKnowledge } from '../../connection/commands/knowledge.ts';
import { Banner } from '../../design/banner.tsx';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { OfflineIcon, WarningIcon } from '../../design/icons.ts';
import { Skeleton } from '../../design/skeleton.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { showKnowledgeTab, useKnowledgeStore } from '../../stores/knowledge-store.ts';
import { useLinkStore } from '../../stores/link-store.ts';
import { openConversation, useViewStore } from '../../stores/view-store.ts';
import { ArticlesView } from './articles-view.tsx';
import { CandidatesView } from './candidates-view.tsx';
import { ModelsView } from './models-view.tsx';

/** Where leads look after what the shop answers, and after what is learned from what it could not. */
export function KnowledgePane(): ReactNode {
  const { t } = useTranslation();
  const { tab, decided, counts } = useKnowledgeStore();
  const openId = useViewStore((state) => state.openId);
  const isOnline = useLinkStore((state) => state.status === 'online');
  const place = useRef<HTMLElement>(null);
  // Whoever comes here by a key goes on by keys.
  useEffect(() => place.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is read anew when another part is, and when the line is back.
  useEffect(() => {
    if (isOnline) void readKnowledge();
  }, [tab, decided, isOnline]);
  return (
    <main
      ref={place}
      tabIndex={-1}
      aria-label={t('knowledge.title')}
      data-testid="knowledge"
      className="col-span-2 flex min-h-0 min-w-0 flex-col bg-surface outline-none"
    >
      <header className="flex min-h-[65px] items-center gap-6 border-b border-line px-5 py-[11px]">
        <h2 className="text-16 font-bold">{t('knowledge.title')}</h2>
        <div className="min-w-0 flex-1">
          <Tabs
            label={t('knowledge.title')}
            value={tab}
            onChange={showKnowledgeTab}
            tabs={(['candidates', 'articles', 'models'] as const).map((value) => ({
              value,
              label:
                value === 'candidates' && counts.open > 0
                  ? `${t('knowledge.tabs.candidates')} ${counts.open}`
                  : t(`knowledge.tabs.${value}`),
            }))}
          />
        </div>
        {openId ? <Button onClick={() => openConversation(openId)}>{t('knowledge.back')}</Button> : null}
      </header>
      {isOnline ? null : (
        <Banner tone="plain" icon={<OfflineIcon aria-hidden />}>
          {t('knowledge.offline')}
        </Banner>
      )}
      <Body isOnline={isOnline} />
    </main>
  );
}

function Body({ isOnline }: { isOnline: boolean }): ReactNode {
  const { t } = useTranslation();
  const { status, tab } = useKnowledgeStore();
  if (status === 'loading') {
    return (
      <div role="status" aria-label={t('knowledge.loading')} className="flex flex-col gap-3 p-6">
        <Skeleton className="h-5 w-60" />
        <Skeleton className="h-5 w-96" />
        <Skeleton className="h-5 w-80" />
      </div>
    );
  }
  if (status === 'failed') {
    return (
      <EmptyState icon={<WarningIcon aria-hidden />} title={t('knowledge.failed')}>
        {isOnline ? <Button onClick={() => void readKnowledge()}>{t('knowledge.reload')}</Button> : null}
      </EmptyState>
    );
  }
  if (tab === 'articles') return <ArticlesView />;
  return tab === 'models' ? <ModelsView /> : <CandidatesView />;
}
