import type { Localized } from '#shared/domain/language';
import { type ColourId, colours } from './colours.ts';
import type { Product, Variant } from './product.ts';

/** Sizes of garments, as they stand in stock rows. */
export const garmentSizes = ['S', 'M', 'L', 'XL'] as const;

/** Sizes of shoes (EU), as they stand in stock rows. */
export const shoeSizes = ['36', '37', '38', '39', '40', '41', '42', '43', '44'] as const;

interface ProductInput extends Omit<Product, 'variants'> {
  readonly priceFen: number;
  readonly sizes?: readonly string[];
  /** One row per colour: pieces in stock for each size, or one figure where there are no sizes. */
  readonly stock: Readonly<Partial<Record<ColourId, readonly number[]>>>;
}

/** Spreads the stock table of a product into its variants. Throws where a row doesn't fit the sizes. */
export function defineProduct(input: ProductInput): Product {
  const { priceFen, sizes, stock, ...product } = input;
  const labels: readonly (string | null)[] = sizes ?? [null];
  const variants = Object.entries(stock).flatMap(([colour, row]) => {
    if (row.length !== labels.length) {
      throw new RangeError(`${product.id}: ${colour} has ${row.length} figures for ${labels.length} sizes`);
    }
    return row.map((pieces, index) =>
      variantOf(product.sku, {
        colour: colour as ColourId,
        size: labels[index] ?? null,
        priceFen,
        stock: pieces,
      }),
    );
  });
  return { ...product, variants };
}

function variantOf(sku: string, parts: Omit<Variant, 'sku' | 'colourName'>): Variant {
  const colourName: Localized = colours[parts.colour];
  const end = parts.size === null ? '' : `-${parts.size}`;
  return { sku: `${sku}-${parts.colour.toUpperCase()}${end}`, colourName, ...parts };
}
