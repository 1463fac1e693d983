import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { Recommendation } from '#shared/domain/recommendation';
import { sendCard } from '../../connection/commands/message.ts';
import { readAdvice } from '../../connection/commands/reading.ts';
import { Button } from '../../design/button.tsx';
import { IconButton } from '../../design/icon-button.tsx';
import { SearchIcon } from '../../design/icons.ts';
import { Section } from '../../design/section.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useSpeech } from '../../locales/spoken.ts';
import { type ActionName, useAction } from '../../stores/action-store.ts';
import { useAdvice } from '../../stores/advice-store.ts';
import { useIsMine } from '../../stores/conversation-store.ts';
import { GoodsSearch } from './goods-search.tsx';
import { ProductRow } from './product-row.tsx';

/** What is worth offering now, each with its reason; one press or one key sends it, also from the composer. */
export function RecommendationPanel({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  const speech = useSpeech();
  const [isSearching, setSearching] = useState(false);
  const isMine = useIsMine(conversation);
  const advice = useAdvice(conversation.id);
  const items = advice.recommendations?.items ?? [];
  const send = (item: Recommendation | undefined): void => {
    if (item) sendCard(conversation.id, item.card);
  };
  useAction('goods.search', () => setSearching(true));
  const keys = items.length > 1 ? `1–${items.length}` : '1';
  const hint = isMine && items.length > 0 ? t('goods.hint', { keys }) : null;
  return (
    <Section
      title={t('goods.title')}
      aside={
        <span className="flex items-center gap-1">
          <span className="font-normal">{hint}</span>
          <IconButton
            label={t('goods.search')}
            action="goods.search"
            className="-my-1.5 -mr-1.5 size-6 [&_svg]:size-3.5"
            aria-expanded={isSearching}
            onClick={() => setSearching(!isSearching)}
          >
            <SearchIcon aria-hidden />
          </IconButton>
        </span>
      }
    >
      {isSearching ? (
        <GoodsSearch canSend={isMine} onSend={send} onClose={() => setSearching(false)} />
      ) : (
        <>
          {advice.recommendations?.advice ? (
            <p className="mb-1.5 rounded-s bg-upset-soft px-2.5 py-1.5 text-12 text-upset">
              {speech.phrase(advice.recommendations.advice)}
            </p>
          ) : null}
          {items.map((item, index) => (
            <KeyedRow key={item.card.sku} item={item} number={index + 1} onSend={isMine ? send : null} />
          ))}
          {items.length === 0 ? <InItsPlace conversation={conversation} /> : null}
        </>
      )}
    </Section>
  );
}

type KeyedRowProps = {
  item: Recommendation;
  number: number;
  onSend: ((item: Recommendation) => void) | null;
};

function KeyedRow({ item, number, onSend }: KeyedRowProps): ReactNode {
  const action = `card.send-${number}` as ActionName;
  useAction(action, onSend ? () => onSend(item) : null);
  return <ProductRow item={item} action={action} onSend={onSend} />;
}

function InItsPlace({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  const { status } = useAdvice(conversation.id);
  if (status === 'ready') return <p className="text-12 text-ink-2">{t('goods.none')}</p>;
  if (status === 'failed') {
    return (
      <p className="flex items-center justify-between gap-2 text-12 text-ink-2">
        {t('goods.failed')}
        <Button size="small" onClick={() => void readAdvice(conversation.id)}>
          {t('app.retry')}
        </Button>
      </p>
    );
  }
  return (
    <div aria-busy className="flex flex-col gap-3.5 py-1.5">
      {[0, 1, 2].map((row) => (
        <Skeleton key={row} className="h-11 w-full" />
      ))}
    </div>
  );
}
