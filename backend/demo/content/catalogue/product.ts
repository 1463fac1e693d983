import type { Localized } from '#shared/domain/language';
import type { ColourId } from './colours.ts';

/** The shop's eight shelves. */
export type CategoryId =
  | 'outerwear'
  | 'tops'
  | 'bottoms'
  | 'footwear'
  | 'bags'
  | 'accessories'
  | 'camping'
  | 'home';

/** A shelf of the shop. */
export interface Category {
  readonly id: CategoryId;
  readonly name: Localized;
}

/** What can be said of a product; `attributeNames` holds the words for it. */
export type AttributeKey =
  | 'material'
  | 'season'
  | 'fit'
  | 'weight'
  | 'size'
  | 'capacity'
  | 'warmth'
  | 'waterproof'
  | 'care';

/** One thing that can be put in the basket: a product in one colour and, where it has sizes, one size. */
export interface Variant {
  /** Unique in the shop, e.g. `SY-OW-101-INK-M`. */
  readonly sku: string;
  readonly colour: ColourId;
  readonly colourName: Localized;
  /** As printed on the label (`M`, `42`, `30L`); null where the product has one size. */
  readonly size: string | null;
  /** Price in fen (1/100 CNY). */
  readonly priceFen: number;
  /** Pieces that can be sold now; 0 is sold out. */
  readonly stock: number;
}

/** A product of the demo shop with all its variants. */
export interface Product {
  /** A slug, unique in the shop; used in addresses. */
  readonly id: string;
  /** Beginning of the variants' SKUs. */
  readonly sku: string;
  readonly category: CategoryId;
  readonly title: Localized;
  readonly description: Localized;
  readonly attributes: Readonly<Partial<Record<AttributeKey, Localized>>>;
  /** Lower-case English words to filter and recommend by. */
  readonly tags: readonly string[];
  readonly variants: readonly Variant[];
  /** How long before "now" the product first went on sale, in days. */
  readonly releasedDaysAgo: number;
  /** Ids of products that complete this one. */
  readonly goesWith: readonly string[];
  /** Ids of products to offer in its place; none where nothing else does the same. */
  readonly alternatives: readonly string[];
  /** The shape in which the picture is drawn. */
  readonly drawing: Drawing;
}

/** The silhouettes that `backend/demo/pictures` can draw. */
export type Drawing =
  | 'down-jacket'
  | 'vest'
  | 'shell'
  | 'windbreaker'
  | 'coat'
  | 'work-jacket'
  | 'quilted-jacket'
  | 'parka'
  | 'base-layer'
  | 'half-zip'
  | 'tee'
  | 'check-shirt'
  | 'linen-shirt'
  | 'sweater'
  | 'hoodie'
  | 'trousers'
  | 'straight-trousers'
  | 'leggings'
  | 'wide-trousers'
  | 'shorts'
  | 'skirt'
  | 'trail-shoe'
  | 'hiking-boot'
  | 'slipper'
  | 'sneaker'
  | 'chelsea-boot'
  | 'sandal'
  | 'daypack'
  | 'trek-pack'
  | 'tote'
  | 'sling'
  | 'duffel'
  | 'cubes'
  | 'beanie'
  | 'bucket-hat'
  | 'socks'
  | 'scarf'
  | 'gloves'
  | 'belt'
  | 'umbrella'
  | 'tent'
  | 'sleeping-bag'
  | 'chair'
  | 'table'
  | 'lantern'
  | 'sleeping-pad'
  | 'foam-mat'
  | 'quilt'
  | 'tarp'
  | 'kettle'
  | 'enamel-mug'
  | 'ceramic-mug'
  | 'thermos'
  | 'blanket'
  | 'cushion'
  | 'desk-lamp'
  | 'tea-set'
  | 'towels';
