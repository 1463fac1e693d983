import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recommendation } from '#shared/domain/recommendation';
import { Button } from '../../design/button.tsx';
import { CheckIcon, SendIcon } from '../../design/icons.ts';
import { KeyHint } from '../../design/kbd.tsx';
import { Picture } from '../../design/picture.tsx';
import { Tooltip } from '../../design/tooltip.tsx';
import { useFormats } from '../../locales/format.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { useServerUrl } from '../../stores/session-store.ts';

/** Props of {@link ProductRow}. */
export type ProductRowProps = {
  item: Recommendation;
  /** The action whose key sends it. */
  action?: string;
  /** Null while the reader may not send. */
  onSend: ((item: Recommendation) => void) | null;
};

/** Fewer than this is worth saying before it is offered. */
const LOW_STOCK = 5;

/** A product with the reason to offer it, price and stock as the server read them. */
export function ProductRow({ item, action, onSend }: ProductRowProps): ReactNode {
  const { t } = useTranslation();
  const speech = useSpeech();
  const { card } = item;
  const url = useServerUrl(card.pictureUrl);
  const title = [speech.local(card.title), speech.local(card.variant)].filter(Boolean).join(' · ');
  const [isSent, setSent] = useState(false);
  useEffect(() => {
    if (!isSent) return;
    const timer = setTimeout(() => setSent(false), 2500);
    return () => clearTimeout(timer);
  }, [isSent]);
  const send = (): void => {
    setSent(true);
    onSend?.(item);
  };
  return (
    <div
      className="grid grid-cols-[44px_minmax(0,1fr)_auto] items-center gap-3 py-[7px]"
      data-testid="recommendation"
    >
      <Picture url={url} className="size-11" />
      <div className="min-w-0">
        <p className="leading-[1.35] font-semibold">
          {speech.local(card.title)}{' '}
          <span className="inline-block font-normal text-ink-2">{speech.local(card.variant)}</span>
        </p>
        <p className="text-12 text-pretty text-ink-2 tabular-nums">
          <Facts item={item} />
        </p>
      </div>
      <Tooltip content={onSend ? t('goods.send', { title }) : t('goods.onlyMine')}>
        <Button
          size="small"
          className="px-[9px]"
          aria-label={t('goods.send', { title })}
          disabled={!onSend || card.stock === 0}
          onClick={send}
        >
          {isSent ? (
            <CheckIcon className="size-3.5 text-accent" aria-hidden />
          ) : (
            <SendIcon className="size-3.5" aria-hidden />
          )}
          {action ? <KeyHint action={action} /> : null}
        </Button>
      </Tooltip>
    </div>
  );
}

function Facts({ item: { card, reason } }: { item: Recommendation }): ReactNode {
  const { t } = useTranslation();
  const speech = useSpeech();
  const formats = useFormats();
  const stock = (): string => {
    if (card.stock === 0) return t('goods.soldOut');
    return card.stock < LOW_STOCK ? t('goods.lowStock', { count: card.stock }) : '';
  };
  return [formats.money(card.priceFen), stock(), speech.phrase(reason)].filter(Boolean).join(' · ');
}
