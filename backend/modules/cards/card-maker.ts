import type { Card, CardRequest, ProductCard } from '#shared/domain/card';
import type { Order } from '#shared/domain/customer';
import type { CustomerId } from '#shared/domain/ids';
import { Fault } from '../../runtime/fault.ts';
import { type CatalogueService, type Product, pictureUrl, type Variant } from '../catalogue/index.ts';
import type { OrderService } from '../orders/index.ts';
import type { SettingsService, ShopProfile } from '../settings/index.ts';

/** Makes cards out of what the shop says now: price, stock, status and ownership are read here, never taken from the sender (rule T9). */
export type CardMaker = {
  /** Throws `not-found` for a product that the shop doesn't sell and for an order that is not this customer's. */
  build(request: CardRequest, customerId: CustomerId): Promise<Card>;
};

/** Cards over catalogue, orders and the shop's settings. */
export function createCardMaker(ports: {
  catalogue: CatalogueService;
  orders: OrderService;
  settings: SettingsService;
}): CardMaker {
  return {
    async build(request, customerId) {
      const shop = await ports.settings.read('shop');
      if (request.type === 'order') {
        const order = await ports.orders.readOrder(request.orderId, customerId);
        if (!order) throw new Fault('not-found', 'No such order', { field: 'card.orderId' });
        return orderCard(order, shop);
      }
      const found = await ports.catalogue.findVariant(request.sku);
      if (!found) throw new Fault('not-found', 'The shop sells no such thing', { field: 'card.sku' });
      return productCard(found.product, found.variant, shop);
    },
  };
}

/** The card of one variant as the shop has it now. */
export function productCard(
  product: Product,
  variant: Variant,
  shop: Pick<ShopProfile, 'productUrl'>,
): ProductCard {
  return {
    type: 'product',
    productId: product.id,
    sku: variant.sku,
    title: product.title,
    variant: variant.name,
    priceFen: variant.priceFen,
    stock: variant.stock,
    pictureUrl: pictureUrl(variant.sku),
    buyUrl: shop.productUrl
      .replace('{productId}', encodeURIComponent(product.id))
      .replace('{sku}', encodeURIComponent(variant.sku)),
  };
}

function orderCard(order: Order, shop: Pick<ShopProfile, 'orderUrl'>): Card {
  const [first] = order.lines;
  if (!first) throw new Error(`Order ${order.number} has no lines`);
  return {
    type: 'order',
    orderId: order.id,
    number: order.number,
    status: order.status,
    title: first.title,
    itemCount: order.lines.reduce((sum, line) => sum + line.quantity, 0),
    totalFen: order.totalFen,
    pictureUrl: first.pictureUrl,
    detailUrl: shop.orderUrl.replace('{number}', encodeURIComponent(order.number)),
  };
}
