import type { ProductId } from '#shared/domain/ids';
import type { Purchase } from './ports.ts';

const DAY_MS = 86_400_000;
/** Half of what a purchase says is forgotten in this time. */
const HALF_LIFE_DAYS = 120;
/** Two purchases of one person say half as much together when this far apart. */
const GAP_HALF_LIFE_DAYS = 30;
/** Pretended lone purchases: keeps two goods that met once from looking like a pair for life. */
const SHRINK = 3;

/** What purchases tell: what sells, and what is bought by the same people, recent ones counting more. */
export type PurchaseModel = {
  /** 0…1: how well two products go together in people's baskets. */
  affinity(a: ProductId, b: ProductId): number;
  /** 0…1 against the best seller. */
  popularity(id: ProductId): number;
  readonly purchaseCount: number;
};

/** Learns item-to-item affinity (cosine over customers, recency and nearness in time weighed in) from purchases. Pure. */
export function learnPurchases(purchases: readonly Purchase[], now: Date): PurchaseModel {
  const weights = new Map<ProductId, number>();
  const pairs = new Map<string, number>();
  for (const bought of Map.groupBy(purchases, (purchase) => purchase.customerId).values()) {
    bought.forEach((later, i) => {
      const recency = 0.5 ** ((now.getTime() - later.at.getTime()) / DAY_MS / HALF_LIFE_DAYS);
      weights.set(later.productId, (weights.get(later.productId) ?? 0) + recency);
      for (const earlier of bought.slice(0, i)) {
        if (earlier.productId === later.productId) continue;
        const gapDays = Math.abs(later.at.getTime() - earlier.at.getTime()) / DAY_MS;
        const key = pairKey(earlier.productId, later.productId);
        pairs.set(key, (pairs.get(key) ?? 0) + recency * 0.5 ** (gapDays / GAP_HALF_LIFE_DAYS));
      }
    });
  }
  const most = Math.max(1e-9, ...weights.values());
  return {
    affinity(a, b) {
      const together = pairs.get(pairKey(a, b)) ?? 0;
      const alone = Math.sqrt(((weights.get(a) ?? 0) + SHRINK) * ((weights.get(b) ?? 0) + SHRINK));
      return Math.min(1, together / alone);
    },
    popularity: (id) => (weights.get(id) ?? 0) / most,
    purchaseCount: purchases.length,
  };
}

function pairKey(a: ProductId, b: ProductId): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}
