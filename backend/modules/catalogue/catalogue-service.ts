import type { ProductId, Sku } from '#shared/domain/ids';
import type { Transact } from '../../runtime/transact.ts';
import type { CatalogueRepository, Category, Product, Variant } from './ports.ts';

/** The address of a variant's picture, on this server. */
export function pictureUrl(sku: string): string {
  return `/pictures/${encodeURIComponent(sku)}.svg`;
}

/** What the shop sells, as it is now: prices and stock are read, never remembered (rule T9). */
export type CatalogueService = {
  listGoods(): Promise<{ categories: Category[]; products: Product[] }>;
  readProducts(ids: readonly ProductId[]): Promise<Product[]>;
  /** The variant with its whole product, or `null` where the shop knows no such SKU. */
  findVariant(sku: Sku): Promise<{ product: Product; variant: Variant } | null>;
  /** The SVG of a variant's picture, or `null`. For `GET /pictures/<sku>.svg`. */
  picture(sku: string): Promise<string | null>;
};

/** The catalogue over its tables. */
export function createCatalogueService(ports: {
  transact: Transact<{ catalogue: CatalogueRepository }>;
}): CatalogueService {
  const { transact } = ports;
  return {
    listGoods: () =>
      transact(async ({ catalogue }) => ({
        categories: await catalogue.listCategories(),
        products: await catalogue.listProducts(),
      })),
    readProducts: (ids) => transact(({ catalogue }) => catalogue.listProducts(ids)),
    findVariant: (sku) =>
      transact(async ({ catalogue }) => {
        const product = await catalogue.findProductOfSku(sku);
        const variant = product?.variants.find((candidate) => candidate.sku === sku);
        return product && variant ? { product, variant } : null;
      }),
    picture: (sku) => transact(({ catalogue }) => catalogue.readPicture(sku)),
  };
}
