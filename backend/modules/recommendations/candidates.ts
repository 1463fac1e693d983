import type { ProductId } from '#shared/domain/ids';
import type { Phrase } from '#shared/domain/language';
import type { FoundProduct, Product, Variant } from '../catalogue/index.ts';
import type { PurchaseModel } from './purchase-model.ts';

/** What is known when a list is made. All products are those of the shop now. */
export type Knowledge = {
  products: readonly Product[];
  model: PurchaseModel;
  /** What the customer spoke of, best first. */
  spokenOf: readonly FoundProduct[];
  /** Variants of the order in question: named, late, or on its way back. */
  inTrouble: readonly { productId: ProductId; sku: string; isGoingBack: boolean }[];
  /** The sizes that the customer bought, newest first. */
  sizes: readonly { categoryCode: string; size: string }[];
  /** Newest first, each once. */
  bought: readonly ProductId[];
  /** Newest first. */
  viewed: readonly { productId: ProductId; times: number }[];
  offered: ReadonlySet<ProductId>;
  now: Date;
};

/**
 * A product in one variant, with how strongly and why. Reason codes: `recommend.other-size`, `recommend.other-colour`, `recommend.in-stock`
 * (the very thing, at hand), `recommend.alternative`, `recommend.goes-with`, `recommend.bought-together` (with `zh` and `en`: the product
 * that it goes with), `recommend.spoken-of`, `recommend.viewed` (`times`), `recommend.popular`, `recommend.new`.
 */
export type Candidate = {
  product: Product;
  variant: Variant;
  score: number;
  reason: Phrase;
  isReplacement: boolean;
};

/** Everything worth offering, each product and variant once with its strongest reason, best first. Never what is sold out. */
export function findCandidates(known: Knowledge): Candidate[] {
  const byId = new Map(known.products.map((product) => [product.id, product]));
  const all = [
    ...replacements(known, byId),
    ...spokenOf(known),
    ...companions(known, byId),
    ...seen(known, byId),
    ...popular(known),
  ];
  return strongest(all);
}

/** Each product, of replacements each variant, once with its strongest reason; never what is sold out, nor what the customer cannot wear. */
function strongest(all: readonly (Candidate | null)[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of all) {
    if (candidate === null || candidate.variant.stock === 0) continue;
    const key = candidate.isReplacement ? candidate.variant.sku : candidate.product.id;
    const before = best.get(key);
    if (!before || candidate.score > before.score) best.set(key, candidate);
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score || (a.variant.sku < b.variant.sku ? -1 : 1));
}

/**
 * For somebody upset: only what replaces or completes the order in question, so that nothing looks like selling. Three where the shop has as
 * many, more only of replacements. Who has no such order but called one thing by its name gets that one, if it is at hand: an agent who can say
 * “there is one here” has an answer, and offering anything else would be selling.
 */
export function findRemedies(known: Knowledge): Candidate[] {
  const goods = new Map(known.products.map((product) => [product.id, product]));
  const inQuestion = new Set(known.inTrouble.map(({ productId }) => productId));
  const completing = [...inQuestion].flatMap((id) => {
    const anchor = goods.get(id);
    return (anchor?.related.goesWith ?? []).flatMap((other, rank) => {
      const product = goods.get(other);
      if (!product || !anchor || inQuestion.has(other) || known.bought.includes(other)) return [];
      return [offer(known, product, { score: 3.2 - rank * 0.2, code: 'recommend.goes-with', to: anchor })];
    });
  });
  const named = known.inTrouble.length === 0 ? namedThing(known) : [];
  return strongest([...replacements(known, goods), ...completing, ...named]);
}

/** The one thing that was called by its name. */
function namedThing(known: Knowledge): (Candidate | null)[] {
  const [named] = known.spokenOf.filter(({ isCalled }) => isCalled);
  return named ? [offer(known, named.product, { score: 4, code: 'recommend.in-stock' })] : [];
}

/**
 * The same thing at hand for what is late, faulty or does not fit: the very variant, else another colour, of what goes back also another size,
 * else what replaces it.
 */
function replacements(known: Knowledge, byId: ReadonlyMap<ProductId, Product>): (Candidate | null)[] {
  return known.inTrouble.slice(0, 3).flatMap(({ productId, sku, isGoingBack }, place) => {
    const product = byId.get(productId);
    const wanted = product?.variants.find((variant) => variant.sku === sku);
    if (!product || !wanted) return [];
    const base = 10 - place;
    const same = product.variants
      .filter(({ stock, options }) => stock > 0 && (isGoingBack || options.size === wanted.options.size))
      .map((variant) => ({ variant, ...likeness(wanted, variant) }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, 2)
      .map(({ variant, score, code }) =>
        candidate(product, { variant, score: base + score, code, isReplacement: true }),
      );
    const others = product.related.alternatives.slice(0, 2).flatMap((id, rank) => {
      const other = byId.get(id);
      if (!other) return [];
      return [
        offer(known, other, {
          score: base - 2 - rank * 0.1,
          code: 'recommend.alternative',
          to: product,
          isReplacement: true,
        }),
      ];
    });
    return [...same, ...others];
  });
}

/** How near a variant comes to the wanted one. */
function likeness(wanted: Variant, variant: Variant): { score: number; code: string } {
  if (variant.sku === wanted.sku) return { score: 1, code: 'recommend.in-stock' };
  if (variant.options.size === wanted.options.size) return { score: 0.8, code: 'recommend.other-colour' };
  if (variant.options.colour === wanted.options.colour) return { score: 0.6, code: 'recommend.other-size' };
  return { score: 0.1, code: 'recommend.other-colour' };
}

/** Only what was really mentioned: that some words of a complaint stand in the description of a hat is no talk of hats. */
function spokenOf(known: Knowledge): (Candidate | null)[] {
  const found = known.spokenOf.filter(({ isMentioned }) => isMentioned);
  const [top] = found;
  if (!top || top.score < 3) return [];
  return found
    .filter((hit) => hit.score >= top.score * 0.5)
    .slice(0, 6)
    .map((hit) =>
      offer(known, hit.product, { score: 4 + 2 * (hit.score / top.score), code: 'recommend.spoken-of' }),
    );
}

/** What completes the things that the customer has, looks at or speaks of: by the shop's own word, and by other people's baskets. */
function companions(known: Knowledge, byId: ReadonlyMap<ProductId, Product>): (Candidate | null)[] {
  const anchors = [
    ...known.spokenOf.filter((hit) => hit.isNamed).map((hit) => ({ id: hit.product.id, weight: 1 })),
    ...known.bought.slice(0, 5).map((id, age) => ({ id, weight: 0.9 * 0.85 ** age })),
    ...known.viewed.slice(0, 4).map(({ productId }, age) => ({ id: productId, weight: 0.7 * 0.85 ** age })),
  ];
  return anchors
    .flatMap(({ id, weight }) => {
      const anchor = byId.get(id);
      if (!anchor) return [];
      const shopsWord = anchor.related.goesWith.flatMap((other, rank) => {
        const product = byId.get(other);
        const score = weight * (3.2 - rank * 0.2);
        return product ? [offer(known, product, { score, code: 'recommend.goes-with', to: anchor })] : [];
      });
      const peoplesWord = known.products
        .map((product) => ({ product, affinity: known.model.affinity(id, product.id) }))
        .filter(({ product, affinity }) => product.id !== id && affinity > 0.02)
        .toSorted((a, b) => b.affinity - a.affinity)
        .slice(0, 6)
        .map(({ product, affinity }) =>
          offer(known, product, {
            score: weight * (2 + 6 * affinity),
            code: 'recommend.bought-together',
            to: anchor,
          }),
        );
      return [...shopsWord, ...peoplesWord];
    })
    .filter((one) => one && !known.bought.includes(one.product.id) && !known.offered.has(one.product.id));
}

function seen(known: Knowledge, byId: ReadonlyMap<ProductId, Product>): (Candidate | null)[] {
  return known.viewed.slice(0, 6).flatMap(({ productId, times }, age) => {
    const product = byId.get(productId);
    if (!product || known.bought.includes(productId)) return [];
    const score = 2 * 0.85 ** age + Math.min(times, 5) * 0.2;
    return [offer(known, product, { score, code: 'recommend.viewed', params: { times } })];
  });
}

const NEW_DAYS = 45;

function popular(known: Knowledge): (Candidate | null)[] {
  return known.products
    .filter((product) => !known.bought.includes(product.id) && !known.offered.has(product.id))
    .map((product) => {
      const ageDays = (known.now.getTime() - product.releasedAt.getTime()) / 86_400_000;
      const sold = known.model.popularity(product.id);
      return ageDays < NEW_DAYS && sold < 0.5
        ? offer(known, product, { score: 0.4, code: 'recommend.new' })
        : offer(known, product, { score: sold, code: 'recommend.popular' });
    });
}

type Offer = {
  score: number;
  code: string;
  to?: Product;
  params?: Phrase['params'];
  isReplacement?: boolean;
};

/** The product in the customer's size where that is known, else in the variant with most in stock; `null` where their size is sold out. */
function offer(
  { sizes }: Knowledge,
  product: Product,
  { to, params, isReplacement = false, score, code }: Offer,
): Candidate | null {
  const size = sizeFor(product, sizes);
  const [first, ...others] = product.variants.filter(({ options }) => size === null || options.size === size);
  if (!first) throw new Error(`${product.id} has no variants`);
  const variant = others.reduce((best, one) => (one.stock > best.stock ? one : best), first);
  if (variant.stock === 0) return null;
  const reason = { code, params: params ?? (to ? { zh: to.title.zh, en: to.title.en } : {}) };
  return { product, variant, score, reason, isReplacement };
}

/** Which of the product's sizes the customer takes: as bought last on the same shelf, else anywhere. */
function sizeFor(product: Product, sizes: Knowledge['sizes']): string | null {
  const made = new Set(product.variants.map(({ options }) => options.size));
  const fitting = sizes.filter(({ size }) => made.has(size));
  const sameShelf = fitting.find(({ categoryCode }) => categoryCode === product.categoryCode);
  return (sameShelf ?? fitting[0])?.size ?? null;
}

function candidate(
  product: Product,
  {
    variant,
    score,
    code,
    isReplacement,
  }: { variant: Variant; score: number; code: string; isReplacement: boolean },
): Candidate {
  return { product, variant, score, reason: { code, params: {} }, isReplacement };
}
