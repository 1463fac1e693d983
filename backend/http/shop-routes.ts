import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type ShopCustomers,
  type ShopGoods,
  type ShopSignedIn,
  shopBuySchema,
  shopSignInSchema,
  shopViewSchema,
} from '#shared/protocol/demo-shop';
import { type CatalogueService, type Product, pictureUrl } from '../modules/catalogue/index.ts';
import { type CustomerService, type MergeService, signIdentityToken } from '../modules/customers/index.ts';
import type { OrderService } from '../modules/orders/index.ts';
import type { SettingsService } from '../modules/settings/index.ts';
import type { Clock } from '../runtime/clock.ts';
import { Fault } from '../runtime/fault.ts';
import { parseInput } from '../runtime/parse-input.ts';
import { bearerToken } from './bearer.ts';

export type ShopRoutePorts = {
  catalogue: CatalogueService;
  customers: CustomerService;
  merges: MergeService;
  orders: OrderService;
  settings: SettingsService;
  clock: Clock;
};

/**
 * What a real shop's own server would offer its page (shared/protocol/demo-shop): goods, signing in as one of a few demo customers, looking,
 * buying. Signing in answers with an identity token signed by the shop's secret, as the shop's server would do. Only with the demo shop.
 */
export function addShopRoutes(app: FastifyInstance, ports: ShopRoutePorts): void {
  const { customers, orders } = ports;
  app.get('/api/shop/goods', async () => ({ ok: true, data: await readGoods(ports) }));
  app.get('/api/shop/customers', async () => ({ ok: true, data: await listVisitors(ports) }));
  app.post('/api/shop/sign-in', async (request) => {
    const { login } = parseInput(shopSignInSchema, request.body);
    return { ok: true, data: await signIn(ports, login) };
  });
  app.post('/api/shop/view', async (request) => {
    const customerId = await visitor(ports, request);
    const { productId } = parseInput(shopViewSchema, request.body);
    const [product] = await ports.catalogue.readProducts([productId]);
    if (!product) throw new Fault('not-found', 'The shop sells no such thing', { field: 'productId' });
    await customers.noteView(customerId, product.id);
    return { ok: true, data: {} };
  });
  app.post('/api/shop/orders', async (request) => {
    const customerId = await visitor(ports, request);
    const { sku } = parseInput(shopBuySchema, request.body);
    const order = await orders.place({ customerId, lines: [{ sku, quantity: 1 }] });
    return { ok: true, data: { orderId: order.id, number: order.number, totalFen: order.totalFen } };
  });
  app.get('/api/shop/orders', async (request) => {
    const customerId = await visitor(ports, request);
    return { ok: true, data: { orders: await orders.listOrders(customerId) } };
  });
}

/** Who bears the identity token; `unauthenticated` without one, `bad-signature` with one that does not hold. */
async function visitor({ merges }: ShopRoutePorts, request: FastifyRequest) {
  const token = bearerToken(request);
  if (token === null) throw new Fault('unauthenticated', 'Nobody is signed in to the shop');
  return await merges.customerOf(token, 'zh');
}

async function readGoods({ catalogue, settings }: ShopRoutePorts): Promise<ShopGoods> {
  const { name, slogan } = await settings.read('shop');
  const { categories, products } = await catalogue.listGoods();
  return { shop: { name, slogan }, categories, products: products.map(presentProduct) };
}

function presentProduct(product: Product): ShopGoods['products'][number] {
  const { id, categoryCode, title, description, attributes, variants } = product;
  return {
    id,
    categoryCode,
    title,
    description,
    attributes,
    variants: variants.map(({ sku, name, priceFen, stock }) => ({
      sku,
      name,
      priceFen,
      stock,
      pictureUrl: pictureUrl(sku),
    })),
  };
}

async function listVisitors({ customers, settings }: ShopRoutePorts): Promise<ShopCustomers> {
  const demo = await settings.read('demo');
  const visitors = await Promise.all(
    (demo?.visitors ?? []).map(async ({ login, hint }) => {
      const id = await customers.findByShopId(login);
      if (id === null) return [];
      const { name, membership } = await customers.readCustomer(id);
      return [{ login, name, membership, hint }];
    }),
  );
  return { customers: visitors.flat() };
}

async function signIn(ports: ShopRoutePorts, login: string): Promise<ShopSignedIn> {
  const { customers } = await listVisitors(ports);
  const found = customers.find((customer) => customer.login === login);
  if (!found) throw new Fault('not-found', 'There is no such demo customer', { field: 'login' });
  const { name, membership } = found;
  const secret = await ports.settings.read('identity-secret');
  const identityToken = await signIdentityToken({ sub: login, name }, secret, ports.clock);
  return { customer: { login, name, membership }, identityToken };
}
