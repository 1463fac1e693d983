import type { Localized } from '#shared/domain/language';
import { both } from '../bilingual.ts';
import { accessories } from './accessories.ts';
import { bags } from './bags.ts';
import { bottoms } from './bottoms.ts';
import { camping } from './camping.ts';
import { footwear } from './footwear.ts';
import { home } from './home.ts';
import { outerwear } from './outerwear.ts';
import type { AttributeKey, Category, Product, Variant } from './product.ts';
import { tops } from './tops.ts';

/** The shelves, in the order of the shop page. */
export const categories: readonly Category[] = [
  { id: 'outerwear', name: both('外套', 'Outerwear') },
  { id: 'tops', name: both('上衣', 'Tops') },
  { id: 'bottoms', name: both('裤裙', 'Trousers & skirts') },
  { id: 'footwear', name: both('鞋履', 'Footwear') },
  { id: 'bags', name: both('包袋', 'Bags') },
  { id: 'accessories', name: both('配件', 'Accessories') },
  { id: 'camping', name: both('露营', 'Camping') },
  { id: 'home', name: both('家居', 'Home') },
];

/** What the attributes of a product are called. */
export const attributeNames: Readonly<Record<AttributeKey, Localized>> = {
  material: both('材质', 'Material'),
  season: both('适合季节', 'Season'),
  fit: both('版型', 'Fit'),
  weight: both('重量', 'Weight'),
  size: both('尺寸', 'Size'),
  capacity: both('容量', 'Capacity'),
  warmth: both('保暖', 'Warmth'),
  waterproof: both('防水', 'Water protection'),
  care: both('洗护', 'Care'),
};

/** Everything the shop sells, shelf by shelf. */
export const catalogue: readonly Product[] = [
  ...outerwear,
  ...tops,
  ...bottoms,
  ...footwear,
  ...bags,
  ...accessories,
  ...camping,
  ...home,
];

const byId = new Map(catalogue.map((product) => [product.id, product]));

/** The product with this id; throws where the data names one that the shop doesn't sell. */
export function productById(id: string): Product {
  const product = byId.get(id);
  if (product === undefined) throw new RangeError(`The demo shop sells no ${id}`);
  return product;
}

/** What to offer in place of a product: its alternatives or, where it has none, what lies on the same shelf. */
export function substitutesOf(product: Product): readonly Product[] {
  if (product.alternatives.length > 0) return product.alternatives.map(productById);
  return catalogue.filter(({ id, category }) => category === product.category && id !== product.id);
}

/** How a variant is named after its product: `墨黑 M`, `Ink black, M`; only the colour where there is one size. */
export function variantName(variant: Variant): Localized {
  const { colourName, size } = variant;
  return size === null ? colourName : both(`${colourName.zh} ${size}`, `${colourName.en}, ${size}`);
}
