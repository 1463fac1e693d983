import type { ProductId, Sku } from '#shared/domain/ids';
import type { Localized } from '#shared/domain/language';

/** One thing that can be put in the basket. `options` are the parts of its name, such as colour and size. */
export type Variant = {
  sku: Sku;
  productId: ProductId;
  name: Localized;
  options: { colour?: string; size?: string };
  priceFen: number;
  stock: number;
};

/** A product as the shop knows it now, with its variants in the shop's order; there is at least one. */
export type Product = {
  id: ProductId;
  categoryCode: string;
  title: Localized;
  description: Localized;
  attributes: { name: Localized; value: Localized }[];
  tags: string[];
  related: { goesWith: ProductId[]; alternatives: ProductId[] };
  releasedAt: Date;
  variants: Variant[];
};

/** A shelf of the shop. */
export type Category = { code: string; name: Localized };

export type CatalogueRepository = {
  listCategories(): Promise<Category[]>;
  /** All products, or those of the ids that exist, in the shop's order. */
  listProducts(ids?: readonly ProductId[]): Promise<Product[]>;
  /** The product to which the variant belongs, whole. */
  findProductOfSku(sku: Sku): Promise<Product | null>;
  /** The drawn picture of a variant, as SVG. */
  readPicture(sku: string): Promise<string | null>;
  /** Takes pieces from the stock; false, and nothing taken, where there are not enough. */
  takeStock(sku: Sku, quantity: number): Promise<boolean>;
  putBackStock(sku: Sku, quantity: number): Promise<void>;
};
