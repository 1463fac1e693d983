import { describe, expect, it } from 'vitest';
import { catalogue, categories, productById, substitutesOf, variantName } from './catalogue.ts';

const variants = catalogue.flatMap((product) => product.variants);
const han = /\p{Script=Han}/u;

describe('the catalogue', () => {
  it('has at least 48 goods on eight shelves, six or more on each', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(48);
    expect(categories).toHaveLength(8);
    for (const { id } of categories) {
      expect(catalogue.filter(({ category }) => category === id).length, id).toBeGreaterThanOrEqual(6);
    }
  });

  it('gives every product and every variant a name of its own', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
    expect(new Set(catalogue.map(({ sku }) => sku)).size).toBe(catalogue.length);
    expect(new Set(variants.map(({ sku }) => sku)).size).toBe(variants.length);
    expect(new Set(catalogue.map(({ title }) => title.zh)).size).toBe(catalogue.length);
    expect(new Set(catalogue.map(({ title }) => title.en)).size).toBe(catalogue.length);
  });

  it('has prices in whole fen and stock in whole pieces, some sold out, some nearly', () => {
    for (const { sku, priceFen, stock } of variants) {
      expect(Number.isInteger(priceFen) && priceFen > 0, sku).toBe(true);
      expect(Number.isInteger(stock) && stock >= 0, sku).toBe(true);
    }
    expect(variants.filter(({ stock }) => stock === 0).length).toBeGreaterThan(10);
    expect(variants.filter(({ stock }) => stock > 0 && stock <= 3).length).toBeGreaterThan(30);
  });

  it('speaks of every product in Chinese and in English', () => {
    for (const { id, title, description, attributes } of catalogue) {
      for (const text of [title, description, ...Object.values(attributes)]) {
        expect(han.test(text.zh) || /\d/.test(text.zh), `${id}: ${text.zh}`).toBe(true);
        expect(text.en, id).not.toMatch(han);
        expect(text.en.trim(), id).not.toBe('');
      }
    }
  });

  it('refers only to products that it sells, never to the product itself', () => {
    for (const product of catalogue) {
      const related = [...product.goesWith, ...product.alternatives];
      for (const id of related) expect(productById(id).id, product.id).toBe(id);
      expect(related, product.id).not.toContain(product.id);
      expect(substitutesOf(product).length, product.id).toBeGreaterThan(0);
    }
  });

  it('refuses to make up a product', () => {
    expect(() => productById('hovercraft')).toThrow(/hovercraft/);
  });

  it('names a variant by colour and, where there is one, by size', () => {
    const jacket = productById('featherlight-down-jacket').variants[1];
    const mug = productById('enamel-camp-mug').variants[0];
    expect(jacket && variantName(jacket)).toEqual({ zh: '墨黑 M', en: 'Ink black, M' });
    expect(mug && variantName(mug)).toEqual({ zh: '雪白', en: 'Snow white' });
  });
});
