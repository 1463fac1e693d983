import { useEffect, useState } from 'preact/hooks';
import type { z } from 'zod';
import type { orderSchema } from '#shared/domain/customer';
import { shopApi } from './shop-api.ts';
import { money, type ShopTexts } from './texts.ts';
import type { Visitor } from './visitor.ts';

type Order = z.infer<typeof orderSchema>;
const DAY_MS = 86_400_000;

/** The signed-in customer's orders, newest first, with how far each has come. */
export function OrdersPage({ visitor, t }: { visitor: Visitor; t: ShopTexts }) {
  const [orders, setOrders] = useState<Order[] | 'failed' | null>(null);
  const token = visitor.signedIn?.identityToken ?? null;
  useEffect(() => {
    setOrders(null);
    if (token === null) return;
    shopApi.orders(token).then(
      (answer) => setOrders(answer.orders),
      () => setOrders('failed'),
    );
  }, [token]);
  if (token === null) return <p class="whole-page">{t.signIn}</p>;
  if (orders === null || orders === 'failed')
    return <p class="whole-page">{orders === null ? t.loading : t.failed}</p>;
  return (
    <div class="orders">
      <h1>{t.orders}</h1>
      {orders.length === 0 ? (
        <p>{t.noOrders}</p>
      ) : (
        orders.map((order) => <OrderView key={order.id} order={order} visitor={visitor} t={t} />)
      )}
    </div>
  );
}

function OrderView({ order, visitor, t }: { order: Order; visitor: Visitor; t: ShopTexts }) {
  const { language } = visitor;
  const lastMove = order.tracking.at(-1);
  const date = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'medium' }).format(
    new Date(order.placedAt),
  );
  return (
    <article class="order">
      <header>
        <b>{order.number}</b>
        <span>{date}</span>
        <strong>
          {t.status[order.status]}
          {order.lateMs > 0 ? <em>{t.late(Math.max(1, Math.round(order.lateMs / DAY_MS)))}</em> : null}
        </strong>
      </header>
      {order.lines.map((line) => (
        <div class="line" key={line.sku}>
          <img src={line.pictureUrl} alt="" width="64" height="64" loading="lazy" />
          <span>
            <b>{line.title[language]}</b>
            {line.variant[language]} × {line.quantity}
          </span>
          <span>{money(line.priceFen * line.quantity, language)}</span>
        </div>
      ))}
      <footer>
        <span>{lastMove ? lastMove.text[language] : ''}</span>
        <b>{money(order.totalFen, language)}</b>
      </footer>
    </article>
  );
}
