import { useState } from 'preact/hooks';
import type { Language } from '#shared/domain/language';
import type { ShopGoods, ShopProduct } from '#shared/protocol/demo-shop';
import { money, type ShopTexts } from './texts.ts';

/** All goods, or those of one category. */
export function GoodsPage({ goods, language, t }: { goods: ShopGoods; language: Language; t: ShopTexts }) {
  const [category, setCategory] = useState<string | null>(null);
  const shown = goods.products.filter((product) => category === null || product.categoryCode === category);
  return (
    <>
      <div class="categories">
        {[{ code: null, name: { zh: t.all, en: t.all } }, ...goods.categories].map(({ code, name }) => (
          <button type="button" key={code} aria-pressed={category === code} onClick={() => setCategory(code)}>
            {name[language]}
          </button>
        ))}
      </div>
      <ul class="goods">
        {shown.map((product) => (
          <li key={product.id}>
            <Tile product={product} language={language} t={t} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Tile({ product, language, t }: { product: ShopProduct; language: Language; t: ShopTexts }) {
  const prices = product.variants.map((variant) => variant.priceFen);
  const lowest = Math.min(...prices);
  const isSoldOut = product.variants.every((variant) => variant.stock === 0);
  const price = money(lowest, language);
  const isRange = lowest !== Math.max(...prices);
  return (
    <a class="tile" href={`#/p/${encodeURIComponent(product.id)}`}>
      <img src={product.variants[0]?.pictureUrl} alt="" width="240" height="240" loading="lazy" />
      <b>{product.title[language]}</b>
      <span>
        {isRange ? t.from(price) : price}
        {isSoldOut ? <em>{t.soldOut}</em> : null}
      </span>
    </a>
  );
}
