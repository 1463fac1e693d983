import { useEffect, useState } from 'preact/hooks';
import type { ShopGoods } from '#shared/protocol/demo-shop';
import { GoodsPage } from './goods-page.tsx';
import { OrdersPage } from './orders-page.tsx';
import { ProductPage } from './product-page.tsx';
import { useRoute } from './route.ts';
import { shopApi } from './shop-api.ts';
import { SignIn } from './sign-in.tsx';
import { shopTexts } from './texts.ts';
import { useVisitor } from './visitor.ts';

/** The demo shop: goods, a product, one's orders, and the chat at the corner. */
export function ShopPage() {
  const visitor = useVisitor();
  const route = useRoute();
  const [goods, setGoods] = useState<ShopGoods | 'failed' | null>(null);
  const t = shopTexts[visitor.language];
  useEffect(() => {
    shopApi.goods().then(setGoods, () => setGoods('failed'));
  }, []);
  useEffect(() => {
    if (goods !== null && goods !== 'failed') document.title = goods.shop.name[visitor.language];
  }, [goods, visitor.language]);

  if (goods === null || goods === 'failed') {
    return (
      <p class="whole-page" role="status">
        {goods === null ? t.loading : t.unreachable}
      </p>
    );
  }
  return (
    <>
      <header class="top">
        <a class="brand" href="#/">
          <b>{goods.shop.name[visitor.language]}</b>
          <span>{goods.shop.slogan[visitor.language]}</span>
        </a>
        <nav>
          <button type="button" onClick={() => visitor.setLanguage(visitor.language === 'zh' ? 'en' : 'zh')}>
            {visitor.language === 'zh' ? 'English' : '中文'}
          </button>
          {visitor.signedIn ? <a href="#/orders">{t.orders}</a> : null}
          <SignIn visitor={visitor} t={t} />
        </nav>
      </header>
      <main>
        {route.page === 'goods' ? <GoodsPage goods={goods} language={visitor.language} t={t} /> : null}
        {route.page === 'product' ? (
          <ProductPage
            key={route.id}
            product={goods.products.find(({ id }) => id === route.id) ?? null}
            sku={route.sku}
            visitor={visitor}
            t={t}
          />
        ) : null}
        {route.page === 'orders' ? <OrdersPage visitor={visitor} t={t} /> : null}
      </main>
      <footer>{t.demo}</footer>
    </>
  );
}
