import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recommendation } from '#shared/domain/recommendation';
import type { AgentOutput } from '#shared/protocol/agent-requests';
import { type Answer, request } from '../../connection/commands/request.ts';
import { TextField } from '../../design/text-field.tsx';
import { useRefusalWords } from '../../locales/refusal.ts';
import { runAction } from '../../stores/action-store.ts';
import { ProductRow } from './product-row.tsx';

/** Props of {@link GoodsSearch}. */
export type GoodsSearchProps = {
  canSend: boolean;
  onSend: (item: Recommendation) => void;
  onClose: () => void;
};

const DELAY_MS = 180;
/** Who has not found it among so many says another word. */
const MOST = 12;

/** Goods by words in either language. Enter sends the first; Escape leaves. */
export function GoodsSearch({ canSend, onSend, onClose }: GoodsSearchProps): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const [query, setQuery] = useState('');
  const answer = useFound(query.trim());
  const items = answer?.ok ? answer.data.items : [];
  const send = (item: Recommendation): void => {
    onSend(item);
    onClose();
    runAction('composer.focus');
  };
  return (
    <>
      <TextField
        label={t('goods.search')}
        isLabelHidden
        type="search"
        placeholder={t('goods.searchPlaceholder')}
        autoFocus
        maxLength={100}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          const { isComposing, keyCode } = event.nativeEvent;
          if (isComposing || keyCode === 229) return;
          const [first] = items;
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter' && first && canSend && first.card.stock > 0) send(first);
        }}
      />
      <div className="mt-1 -mr-2 max-h-[420px] overflow-y-auto overscroll-contain pr-2">
        {items.map((item) => (
          <ProductRow key={item.card.sku} item={item} onSend={canSend ? send : null} />
        ))}
        {answer?.ok && items.length === 0 ? (
          <p className="py-2 text-12 text-ink-2">{t('goods.searchNone', { query })}</p>
        ) : null}
        {answer && !answer.ok ? <p className="py-2 text-12 text-furious">{say(answer.error)}</p> : null}
      </div>
    </>
  );
}

function useFound(query: string): Answer<AgentOutput<'product:search'>> | null {
  const [answer, setAnswer] = useState<Answer<AgentOutput<'product:search'>> | null>(null);
  useEffect(() => {
    if (query === '') {
      setAnswer(null);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      void request('product:search', { query, limit: MOST }).then((found) => isCurrent && setAnswer(found));
    }, DELAY_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [query]);
  return answer;
}
