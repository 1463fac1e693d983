import { useEffect, useState } from 'preact/hooks';
import type { ShopProduct } from '#shared/protocol/demo-shop';
import { shopApi } from './shop-api.ts';
import { money, type ShopTexts } from './texts.ts';
import { type Visitor, withChat } from './visitor.ts';

type Purchase = 'idle' | 'buying' | 'failed' | { number: string };
type ProductProps = { product: ShopProduct | null; sku: string | null; visitor: Visitor; t: ShopTexts };

/** One product: choose a variant, buy it, or ask about it. */
export function ProductPage({ product, sku, visitor, t }: ProductProps) {
  const token = visitor.signedIn?.identityToken ?? null;
  useEffect(() => {
    if (product !== null && token !== null) void shopApi.view(token, product.id).catch(() => undefined);
  }, [product, token]);
  if (product === null) return <p class="whole-page">{t.missing}</p>;
  return <ProductView product={product} sku={sku} visitor={visitor} t={t} />;
}

function ProductView({ product, sku, visitor, t }: ProductProps & { product: ShopProduct }) {
  const { language } = visitor;
  const [chosenSku, setChosenSku] = useState<string | null>(sku);
  const [order, setOrder] = useState<Purchase>('idle');
  const variant =
    product.variants.find((one) => one.sku === chosenSku) ??
    product.variants.find(({ stock }) => stock > 0) ??
    product.variants[0];
  if (variant === undefined) return null;
  async function handleBuy(): Promise<void> {
    if (visitor.signedIn === null || variant === undefined) return;
    setOrder('buying');
    try {
      setOrder(await shopApi.buy(visitor.signedIn.identityToken, variant.sku));
    } catch {
      setOrder('failed');
    }
  }
  return (
    <div class="product">
      <a class="back" href="#/">{`← ${t.back}`}</a>
      <img src={variant.pictureUrl} alt="" width="520" height="520" />
      <div class="facts">
        <h1>{product.title[language]}</h1>
        <p class="price">{money(variant.priceFen, language)}</p>
        <p>{product.description[language]}</p>
        <fieldset>
          <legend>{t.variants}</legend>
          {product.variants.map((one) => (
            <button
              type="button"
              key={one.sku}
              aria-pressed={one.sku === variant.sku}
              onClick={() => setChosenSku(one.sku)}
            >
              {one.name[language]}
            </button>
          ))}
        </fieldset>
        <p class="stock">{variant.stock === 0 ? t.soldOut : t.left(variant.stock)}</p>
        <div class="actions">
          <button
            type="button"
            class="buy"
            disabled={variant.stock === 0 || visitor.signedIn === null || order === 'buying'}
            onClick={() => void handleBuy()}
          >
            {buyLabel(order, visitor, t)}
          </button>
          <button type="button" onClick={() => withChat((chat) => chat.open())}>
            {t.ask}
          </button>
        </div>
        <p class="outcome" role="status">
          {outcomeOf(order, t)}
        </p>
        <dl>
          {product.attributes.map((attribute) => (
            <div key={attribute.name.en}>
              <dt>{attribute.name[language]}</dt>
              <dd>{attribute.value[language]}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}

function buyLabel(purchase: Purchase, visitor: Visitor, t: ShopTexts): string {
  if (purchase === 'buying') return t.buying;
  return visitor.signedIn === null ? t.signInToBuy : t.buy;
}

function outcomeOf(purchase: Purchase, t: ShopTexts): string {
  if (purchase === 'failed') return t.failed;
  return typeof purchase === 'object' ? t.bought(purchase.number) : '';
}
