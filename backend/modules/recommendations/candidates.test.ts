import { describe, expect, it } from 'vitest';
import type { ProductId, Sku } from '#shared/domain/ids';
import type { Product } from '../catalogue/index.ts';
import { findCandidates, findRemedies, type Knowledge } from './candidates.ts';
import { learnPurchases } from './purchase-model.ts';

const now = new Date('2026-11-22T04:00:00.000Z');

type Made = {
  id: string;
  shelf: string;
  goesWith?: string[];
  alternatives?: string[];
  variants: [colour: string, size: string | null, stock: number][];
};

function product({ id, shelf, goesWith = [], alternatives = [], variants }: Made): Product {
  return {
    id: id as ProductId,
    categoryCode: shelf,
    title: { zh: id, en: id },
    description: { zh: '', en: '' },
    attributes: [],
    tags: [],
    related: { goesWith: goesWith as ProductId[], alternatives: alternatives as ProductId[] },
    releasedAt: new Date('2026-01-01'),
    variants: variants.map(([colour, size, stock]) => ({
      sku: `${id}-${colour}${size === null ? '' : `-${size}`}` as Sku,
      productId: id as ProductId,
      name: { zh: colour, en: colour },
      options: size === null ? { colour } : { colour, size },
      priceFen: 10_000,
      stock,
    })),
  };
}

const boots = product({
  id: 'boots',
  shelf: 'shoes',
  goesWith: ['socks', 'wax', 'gaiters'],
  alternatives: ['trainers'],
  variants: [
    ['brown', '42', 0],
    ['brown', '43', 9],
    ['black', '42', 5],
    ['grey', '42', 4],
    ['green', '42', 3],
  ],
});
const trainers = product({
  id: 'trainers',
  shelf: 'shoes',
  variants: [
    ['red', '41', 50],
    ['red', '42', 2],
  ],
});
const sandals = product({
  id: 'sandals',
  shelf: 'shoes',
  variants: [
    ['tan', '41', 50],
    ['tan', '42', 0],
  ],
});
const socks = product({
  id: 'socks',
  shelf: 'socks',
  variants: [
    ['grey', null, 30],
    ['blue', null, 40],
  ],
});
const wax = product({ id: 'wax', shelf: 'care', variants: [['clear', null, 0]] });
const gaiters = product({ id: 'gaiters', shelf: 'care', variants: [['black', null, 7]] });
const tent = product({
  id: 'tent',
  shelf: 'camping',
  variants: [
    ['green', null, 8],
    ['sand', null, 6],
  ],
});

const bootsInQuestion = { productId: boots.id, sku: 'boots-brown-42', isGoingBack: false };

function knowing(more: Partial<Knowledge> = {}): Knowledge {
  return {
    products: [boots, trainers, sandals, socks, wax, gaiters, tent],
    model: learnPurchases([], now),
    spokenOf: [],
    inTrouble: [],
    sizes: [],
    bought: [boots.id],
    viewed: [],
    offered: new Set(),
    now,
    ...more,
  };
}

const tentHit = (isMentioned: boolean) => [
  { product: tent, score: 20, isNamed: false, isCalled: false, isMentioned },
];
const skus = (list: { variant: { sku: Sku } }[]) => list.map(({ variant }) => variant.sku);
const reasons = (list: { reason: { code: string } }[]) => new Set(list.map(({ reason }) => reason.code));

describe('what is offered to somebody upset', () => {
  it('is what replaces the order in question, in its size, and what goes with it; nothing sold out', () => {
    const remedies = findRemedies(
      knowing({ inTrouble: [bootsInQuestion], sizes: [{ categoryCode: 'shoes', size: '42' }] }),
    );
    expect(skus(remedies)).toEqual([
      'boots-black-42',
      'boots-grey-42',
      'trainers-red-42',
      'socks-blue',
      'gaiters-black',
    ]);
    expect(reasons(remedies)).toEqual(
      new Set(['recommend.other-colour', 'recommend.alternative', 'recommend.goes-with']),
    );
  });

  it('has another size only of what goes back', () => {
    const inTrouble = [{ ...bootsInQuestion, isGoingBack: true }];
    const replaced = findRemedies(
      knowing({ inTrouble, products: [{ ...boots, variants: boots.variants.slice(0, 2) }] }),
    );
    expect(replaced.map(({ reason, variant }) => [variant.sku, reason.code])).toEqual([
      ['boots-brown-43', 'recommend.other-size'],
    ]);
  });

  it('is nothing at all where no order is in question, whatever was spoken of, looked at or sells well', () => {
    const viewed = [{ productId: tent.id, times: 5 }];
    expect(findRemedies(knowing({ spokenOf: tentHit(true), viewed }))).toEqual([]);
  });
});

describe('what is offered to anybody else', () => {
  it('is “spoken of” only when it was really mentioned', () => {
    const about = (isMentioned: boolean) =>
      findCandidates(knowing({ spokenOf: tentHit(isMentioned) })).find((one) => one.product.id === tent.id);
    expect(about(true)?.reason.code).toBe('recommend.spoken-of');
    expect(about(false)?.reason.code).toBe('recommend.popular');
  });

  it('is in the size that the customer wears, and not offered where that is sold out', () => {
    const list = findCandidates(knowing({ bought: [], sizes: [{ categoryCode: 'shoes', size: '42' }] }));
    expect(skus(list)).toContain('trainers-red-42');
    expect(list.some((one) => one.product.id === sandals.id)).toBe(false);
    const unknown = findCandidates(knowing({ bought: [] }));
    expect(skus(unknown)).toEqual(expect.arrayContaining(['trainers-red-41', 'sandals-tan-41']));
  });

  it('names each product once', () => {
    const viewed = [{ productId: tent.id, times: 2 }];
    const list = findCandidates(knowing({ spokenOf: tentHit(true), viewed }));
    expect(list.filter((one) => one.product.id === tent.id)).toHaveLength(1);
  });
});
