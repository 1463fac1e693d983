import type { Kysely, Selectable } from 'kysely';
import type { ProductId, Sku } from '#shared/domain/ids';
import type { CatalogueRepository, Product, Variant } from '../../modules/catalogue/index.ts';
import type { Database } from '../schema.ts';

/** Everything of a variant but its picture, which is only read to be shown. */
const VARIANT = ['sku', 'product_id', 'name', 'options', 'price_fen', 'stock', 'position'] as const;

/** Goods in `categories`, `products` and `variants`. */
export function createCatalogueRepository(db: Kysely<Database>): CatalogueRepository {
  async function listProducts(ids?: readonly ProductId[]): Promise<Product[]> {
    if (ids?.length === 0) return [];
    const products = await db
      .selectFrom('products')
      .innerJoin('categories', 'categories.code', 'products.category_code')
      .selectAll('products')
      .$if(ids !== undefined, (query) => query.where('products.id', 'in', ids ?? []))
      .orderBy('categories.position')
      .orderBy('products.id')
      .execute();
    const variants = await db
      .selectFrom('variants')
      .select(VARIANT)
      .$if(ids !== undefined, (query) => query.where('product_id', 'in', ids ?? []))
      .orderBy('product_id')
      .orderBy('position')
      .execute();
    const byProduct = Map.groupBy(variants, (variant) => variant.product_id);
    return products.map((product) =>
      presentProduct(product, (byProduct.get(product.id) ?? []).map(presentVariant)),
    );
  }

  return {
    listCategories: () => db.selectFrom('categories').select(['code', 'name']).orderBy('position').execute(),
    listProducts,
    async findProductOfSku(sku) {
      const row = await db
        .selectFrom('variants')
        .select('product_id')
        .where('sku', '=', sku)
        .executeTakeFirst();
      const [product] = row ? await listProducts([row.product_id]) : [];
      return product ?? null;
    },
    async readPicture(sku) {
      const row = await db
        .selectFrom('variants')
        .select('picture')
        .where('sku', '=', sku as Sku)
        .executeTakeFirst();
      return row?.picture ?? null;
    },
    async takeStock(sku, quantity) {
      const result = await db
        .updateTable('variants')
        .set((eb) => ({ stock: eb('stock', '-', quantity) }))
        .where('sku', '=', sku)
        .where('stock', '>=', quantity)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async putBackStock(sku, quantity) {
      await db
        .updateTable('variants')
        .set((eb) => ({ stock: eb('stock', '+', quantity) }))
        .where('sku', '=', sku)
        .execute();
    },
  };
}

function presentProduct(row: Selectable<Database['products']>, variants: Variant[]): Product {
  const { id, category_code, title, description, attributes, tags, related, released_at } = row;
  return {
    id,
    categoryCode: category_code,
    title,
    description,
    attributes,
    tags,
    related: { goesWith: related.goesWith ?? [], alternatives: related.alternatives ?? [] },
    releasedAt: released_at,
    variants,
  };
}

function presentVariant(row: Pick<Selectable<Database['variants']>, (typeof VARIANT)[number]>): Variant {
  const { sku, product_id, name, options, price_fen, stock } = row;
  return { sku, productId: product_id, name, options, priceFen: price_fen, stock };
}
