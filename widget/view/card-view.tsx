import type { Card } from '#shared/domain/card';
import type { EntryId } from '#shared/domain/ids';
import type { View } from './view.ts';

const LOW_STOCK = 5;

/** A product with a buy button, or an order with a way to look at it. Facts are those of the moment it was sent (rule T9). */
export function CardView({ card, entryId, view }: { card: Card; entryId: EntryId; view: View }) {
  const { t, language, chat, onFollow } = view;
  const isProduct = card.type === 'product';
  const isSoldOut = isProduct && card.stock === 0;
  function handleClick(): void {
    chat.actOnCard(entryId, isProduct ? 'buy' : 'opened');
    onFollow(isProduct ? 'buy' : 'open', isProduct ? card.buyUrl : card.detailUrl);
  }
  return (
    <section class="card" aria-label={card.title[language]}>
      <img src={card.pictureUrl} alt="" width="84" height="84" loading="lazy" />
      <div class="card-words">
        <h2>{card.title[language]}</h2>
        {isProduct ? (
          <>
            <p>{card.variant[language]}</p>
            <p class="price">
              {money(card.priceFen, language)} <span>{stockWords(card.stock, view)}</span>
            </p>
          </>
        ) : (
          <>
            <p>
              {card.number} · {t.items(card.itemCount)}
            </p>
            <p class="price">
              {money(card.totalFen, language)} <span>{t.orderStatus[card.status]}</span>
            </p>
          </>
        )}
      </div>
      <button type="button" class="card-button" disabled={isSoldOut} onClick={handleClick}>
        {buttonLabel(card, view)}
      </button>
    </section>
  );
}

function stockWords(stock: number, { t }: View): string {
  if (stock === 0) return t.soldOut;
  return stock <= LOW_STOCK ? t.lowStock(stock) : t.inStock;
}

function money(fen: number, language: 'zh' | 'en'): string {
  const format = {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: fen % 100 === 0 ? 0 : 2,
  } as const;
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', format).format(fen / 100);
}

function buttonLabel(card: Card, { t }: View): string {
  if (card.type === 'order') return t.viewOrder;
  return card.stock === 0 ? t.soldOut : t.buy;
}
