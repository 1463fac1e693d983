import type { Order } from '#shared/domain/customer';
import type { ConversationId, CustomerId, ProductId } from '#shared/domain/ids';
import type { MoodLevel } from '#shared/domain/mood';
import type { Recommendation, Recommendations } from '#shared/domain/recommendation';
import type { Clock } from '../../runtime/clock.ts';
import { Fault } from '../../runtime/fault.ts';
import type { Transact } from '../../runtime/transact.ts';
import { productCard } from '../cards/index.ts';
import type { CatalogueService, Product, ProductFinder, Variant } from '../catalogue/index.ts';
import type { OrderService } from '../orders/index.ts';
import type { SettingsService, ShopProfile } from '../settings/index.ts';
import { type Candidate, findCandidates, findRemedies, type Knowledge } from './candidates.ts';
import type { RecommendationRepository } from './ports.ts';
import { learnPurchases, type PurchaseModel } from './purchase-model.ts';

const LEAST = 3;
const MOST = 6;
/** Purchases older than this say nothing any more. */
const HISTORY_MS = 730 * 86_400_000;
/** How long a model learnt from the purchases is used. */
const MODEL_LIFE_MS = 60_000;
/** Of one product, at most this many variants: a list of six sizes is no choice. */
const SAME_PRODUCT = 2;

export type RecommendationPorts = {
  transact: Transact<{ recommendations: RecommendationRepository }>;
  catalogue: CatalogueService;
  finder: ProductFinder;
  orders: OrderService;
  settings: SettingsService;
  clock: Clock;
};

/** What to offer when nothing but the customer is known, as the bot asks. */
export type Taste = {
  customerId: CustomerId;
  said: string;
  moodLevel: MoodLevel;
  offered?: readonly ProductId[];
};

/** What is worth offering now. Prices and stock are the shop's at this moment; nothing sold out is ever offered. */
export type RecommendationService = {
  /**
   * Three to six (fewer only where the shop has no more), best first. For somebody upset only what replaces or completes the order in
   * question, however little that is, with `advice` that selling would be out of place.
   */
  forConversation(conversationId: ConversationId): Promise<Recommendations>;
  forTaste(taste: Taste): Promise<Recommendations>;
  /** Goods by words, in either language; those in stock first. */
  search(query: string, limit: number): Promise<Recommendation[]>;
};

/** Recommendations over the shop's tables, with a model of purchases relearnt at most once a minute. */
export function createRecommendationService(ports: RecommendationPorts): RecommendationService {
  let learnt: { model: PurchaseModel; atMs: number } | null = null;

  async function freshModel(): Promise<PurchaseModel> {
    const now = ports.clock.now();
    if (learnt && now.getTime() - learnt.atMs < MODEL_LIFE_MS) return learnt.model;
    const since = new Date(now.getTime() - HISTORY_MS);
    const purchases = await ports.transact(({ recommendations }) => recommendations.listPurchases(since));
    learnt = { model: learnPurchases(purchases, now), atMs: now.getTime() };
    return learnt.model;
  }

  async function recommend(taste: Taste): Promise<Recommendations> {
    const shop = await ports.settings.read('shop');
    const known = await gather(ports, taste, await freshModel());
    if (taste.moodLevel === 'furious' || taste.moodLevel === 'upset') {
      const remedies = choose(findRemedies(known));
      const replacing = remedies.filter((one) => one.isReplacement).length;
      const items = remedies.slice(0, Math.max(LEAST, replacing));
      return {
        items: items.map((one) => present(one, shop)),
        advice: { code: 'selling-out-of-place', params: {} },
      };
    }
    return { items: choose(findCandidates(known)).map((one) => present(one, shop)), advice: null };
  }

  return {
    async forConversation(conversationId) {
      const talk = await ports.transact(({ recommendations }) => recommendations.readTalk(conversationId));
      if (!talk) throw new Fault('not-found', 'No such conversation', { field: 'conversationId' });
      const { customerId, moodLevel, offered } = talk;
      return await recommend({ customerId, moodLevel, offered, said: talk.said.slice(-3).join('\n') });
    },
    forTaste: recommend,
    async search(query, limit) {
      const shop = await ports.settings.read('shop');
      const found = await ports.finder.find(query, limit * 2);
      const offers = found.map(({ product }) => ({ product, variant: wantedVariant(product, query) }));
      return offers
        .toSorted((a, b) => Number(b.variant.stock > 0) - Number(a.variant.stock > 0))
        .slice(0, limit)
        .map(({ product, variant }) => ({
          card: productCard(product, variant, shop),
          reason: { code: variant.stock > 0 ? 'recommend.found' : 'recommend.sold-out', params: {} },
        }));
    },
  };
}

async function gather(ports: RecommendationPorts, taste: Taste, model: PurchaseModel): Promise<Knowledge> {
  const { products } = await ports.catalogue.listGoods();
  const [bought, viewed] = await ports.transact(
    async ({ recommendations }) =>
      [
        await recommendations.listBought(taste.customerId),
        await recommendations.listViewed(taste.customerId),
      ] as const,
  );
  const orders = await ports.orders.listOrders(taste.customerId);
  return {
    products,
    model,
    spokenOf: taste.said === '' ? [] : await ports.finder.find(taste.said, 12),
    inTrouble: inQuestion(orders, taste, ports.clock.now()).flatMap(({ lines, status }) =>
      lines.map(({ productId, sku }) => ({
        productId,
        sku,
        isGoingBack: status !== 'paid' && status !== 'packed' && status !== 'shipped',
      })),
    ),
    sizes: sizesOf(orders, products),
    bought: [...new Set(bought.map((purchase) => purchase.productId))],
    viewed,
    offered: new Set(taste.offered ?? []),
    now: ports.clock.now(),
  };
}

/** How long after an order somebody upset is likely to be upset about it. */
const FRESH_MS = 45 * 86_400_000;

/** The order that was named, else those late or on their way back; of somebody upset who has none of these, the newest. */
function inQuestion(orders: readonly Order[], { said, moodLevel }: Taste, now: Date): Order[] {
  const upper = said.toUpperCase();
  const named = orders.filter(({ number }) => upper.includes(number.toUpperCase()));
  if (named.length > 0) return named;
  const unsettled = orders.filter(isUnsettled);
  const isUpset = moodLevel === 'furious' || moodLevel === 'upset';
  if (unsettled.length > 0 || !isUpset) return unsettled;
  return orders
    .filter(
      ({ status, placedAt }) => status !== 'cancelled' && now.getTime() - Date.parse(placedAt) < FRESH_MS,
    )
    .slice(0, 1);
}

/** The sizes of what was bought and kept, newest first. */
function sizesOf(orders: readonly Order[], products: readonly Product[]): Knowledge['sizes'] {
  const bySku = new Map(
    products.flatMap(({ categoryCode, variants }) =>
      variants.map(({ sku, options }) => [sku, { categoryCode, size: options.size }] as const),
    ),
  );
  return orders
    .filter(({ status }) => status !== 'cancelled' && status !== 'returning' && status !== 'refunded')
    .flatMap(({ lines }) => lines)
    .flatMap(({ sku }) => {
      const { categoryCode, size } = bySku.get(sku) ?? {};
      return categoryCode && size ? [{ categoryCode, size }] : [];
    });
}

/** Late, or on its way back: something at hand may save the sale and the day. */
function isUnsettled(order: { status: string; lateMs: number }): boolean {
  return order.lateMs > 0 || order.status === 'returning';
}

/** The best; of one product a second variant only where either would replace what the customer lacks. */
function choose(candidates: readonly Candidate[]): Candidate[] {
  const taken = new Map<ProductId, number>();
  return candidates
    .filter(({ product, isReplacement }) => {
      const before = taken.get(product.id) ?? 0;
      taken.set(product.id, before + 1);
      return before < (isReplacement ? SAME_PRODUCT : 1);
    })
    .slice(0, MOST);
}

/** The variant whose colour or size was named, else the one with most in stock. */
function wantedVariant(product: Product, query: string): Variant {
  const lower = query.toLowerCase();
  const scored = product.variants.map((variant) => ({ variant, score: saidScore(variant, lower) }));
  const [first, ...others] = scored;
  if (!first) throw new Error(`${product.id} has no variants`);
  const better = (a: typeof first, b: typeof first) =>
    b.score > a.score || (b.score === a.score && b.variant.stock > a.variant.stock) ? b : a;
  return others.reduce(better, first).variant;
}

function saidScore(variant: Variant, lower: string): number {
  if (lower.includes(variant.sku.toLowerCase())) return 10;
  const parts = [...variant.name.zh.split(' '), ...variant.name.en.split(', ')].filter(
    (part) => part.length > 1,
  );
  return parts.filter((part) => lower.includes(part.toLowerCase())).length;
}

function present(
  { product, variant, reason }: Candidate,
  shop: Pick<ShopProfile, 'productUrl'>,
): Recommendation {
  return { card: productCard(product, variant, shop), reason };
}
