import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { ArticleHit } from '#shared/protocol/agent-requests';
import { request } from '../../connection/commands/request.ts';
import { Button } from '../../design/button.tsx';
import { Popover } from '../../design/popover.tsx';
import { useFormats } from '../../locales/format.ts';
import { useThread } from '../../stores/entry-store.ts';

/** Props of {@link KnowledgeChips}. */
export type KnowledgeChipsProps = { conversation: ConversationSummary; onUse: (answer: string) => void };

/** Below this the knowledge base itself doubts that the article fits. */
const CONFIDENT = 0.3;

/** Articles that fit what the customer said last; a look first, then one press puts the answer into the reply. */
export function KnowledgeChips({ conversation, onUse }: KnowledgeChipsProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const hits = useHits(conversation);
  const { language } = conversation;
  if (hits.length === 0) return null;
  return (
    <div className="flex min-w-0 items-center gap-2 overflow-hidden px-3 pt-2 text-12 text-ink-2">
      <span className="shrink-0">{t('composer.knowledge')}</span>
      {hits.map((hit) => (
        <Popover
          key={hit.id}
          title={hit.title[language]}
          trigger={
            <button
              type="button"
              className="min-w-0 truncate rounded-full border border-line px-2.5 py-[3px] text-ink hover:bg-hover"
            >
              {hit.title[language]}
            </button>
          }
        >
          <p className="max-h-56 overflow-y-auto text-12 whitespace-pre-wrap text-ink-2">
            {hit.answer[language]}
          </p>
          <div className="mt-3 flex items-center justify-between gap-3">
            <Button look="strong" size="small" onClick={() => onUse(hit.answer[language])}>
              {t('composer.knowledgeUse')}
            </Button>
            <span className="text-11 text-ink-3 tabular-nums">{formats.percent(hit.confidence)}</span>
          </div>
        </Popover>
      ))}
    </div>
  );
}

function useHits({ id, language }: ConversationSummary): readonly ArticleHit[] {
  const query = useLastWords(id);
  const [hits, setHits] = useState<readonly ArticleHit[]>([]);
  useEffect(() => {
    if (query === '') {
      setHits([]);
      return;
    }
    let isCurrent = true;
    void request('knowledge:search', { query, language, limit: 3 }).then((answer) => {
      if (isCurrent && answer.ok) setHits(answer.data.hits.filter((hit) => hit.confidence >= CONFIDENT));
    });
    return () => {
      isCurrent = false;
    };
  }, [query, language]);
  return hits;
}

/** The customer's latest words that stand, short enough to be asked with. */
function useLastWords(id: ConversationSummary['id']): string {
  const entry = useThread(id)?.entries.findLast(
    ({ author, body }) =>
      author.kind === 'customer' && body.type === 'message' && body.content.type === 'text',
  );
  if (entry?.body.type !== 'message' || entry.body.content.type !== 'text') return '';
  return entry.body.content.text.slice(0, 400);
}
