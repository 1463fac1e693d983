import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '#shared/domain/card';
import { Picture } from '../../design/picture.tsx';
import { useFormats } from '../../locales/format.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { useServerUrl } from '../../stores/session-store.ts';

/** A card as it was sent. */
export function CardView({ card }: { card: Card }): ReactNode {
  const { local } = useSpeech();
  const url = useServerUrl(card.pictureUrl);
  return (
    <div className="grid w-[300px] max-w-full grid-cols-[56px_minmax(0,1fr)] gap-3 rounded-l border border-line bg-surface p-2">
      <Picture url={url} className="size-14" />
      <div className="min-w-0 self-center">
        <b className="block leading-[1.35] font-semibold">{local(card.title)}</b>
        <span className="text-12 text-ink-2 tabular-nums">
          {card.type === 'product' ? <ProductFacts card={card} /> : <OrderFacts card={card} />}
        </span>
      </div>
    </div>
  );
}

function ProductFacts({ card }: { card: Extract<Card, { type: 'product' }> }): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const formats = useFormats();
  const stock = card.stock > 0 ? t('card.stock', { count: card.stock }) : t('card.soldOut');
  return [local(card.variant), formats.money(card.priceFen), stock].filter(Boolean).join(' · ');
}

function OrderFacts({ card }: { card: Extract<Card, { type: 'order' }> }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  return [
    t('card.order', { number: card.number }),
    t(`customer.status.${card.status}`),
    t('card.items', { count: card.itemCount }),
    formats.money(card.totalFen),
  ].join(' · ');
}
