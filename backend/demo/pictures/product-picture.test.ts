import { describe, expect, it } from 'vitest';
import { catalogue } from '../content/catalogue/catalogue.ts';
import { productPicture } from './product-picture.ts';

const pictures = catalogue.flatMap((product) =>
  product.variants.map((variant) => ({ sku: variant.sku, svg: productPicture(product, variant) })),
);

describe('the pictures', () => {
  it('are small SVGs of their own: no script, no reference outside, nothing left undrawn', () => {
    for (const { sku, svg } of pictures) {
      expect(Buffer.byteLength(svg), sku).toBeLessThanOrEqual(6_144);
      expect(svg, sku).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]+>.*<\/svg>$/);
      expect(svg, sku).not.toMatch(/<script|<foreignObject|<image|href|on\w+=|url\((?!#)|undefined|NaN/);
    }
  });

  it('close every element that they open', () => {
    for (const { sku, svg } of pictures) {
      const open: string[] = [];
      for (const [, end, name = '', , self] of svg.matchAll(
        /<(\/?)([a-zA-Z]+)((?:[^<>"]|"[^"]*")*?)(\/?)>/g,
      )) {
        if (end === '/') expect(open.pop(), sku).toBe(name);
        else if (self !== '/') open.push(name);
      }
      expect(open, sku).toEqual([]);
    }
  });

  it('point only to ids that they define', () => {
    for (const { sku, svg } of pictures) {
      for (const [, id] of svg.matchAll(/url\(#([\w-]+)\)/g)) expect(svg, sku).toContain(`id="${id}"`);
    }
  });

  it('differ from product to product and from colour to colour, and are the same every time', () => {
    const drawn = catalogue.map((product) => productPicture(product));
    expect(drawn).toEqual(catalogue.map((product) => productPicture(product)));
    // The two pairs of trousers share a drawing, but not their first colour.
    expect(new Set(drawn).size).toBe(catalogue.length);
    for (const product of catalogue) {
      const colours = new Set(product.variants.map(({ colour }) => colour));
      const own = new Set(product.variants.map((variant) => productPicture(product, variant)));
      expect(own.size, product.id).toBe(colours.size);
    }
  });
});
