import type { ColourId } from '../content/catalogue/colours.ts';
import type { Drawing, Product, Variant } from '../content/catalogue/product.ts';
import { accessories } from './draw-accessories.ts';
import { bags } from './draw-bags.ts';
import { bottoms } from './draw-bottoms.ts';
import { camping } from './draw-camping.ts';
import { footwear } from './draw-footwear.ts';
import { home } from './draw-home.ts';
import { outerwear } from './draw-outerwear.ts';
import { tops } from './draw-tops.ts';
import { groundOf, palette } from './palette.ts';
import { type Draw, oval } from './svg.ts';

const drawings: Readonly<Record<Drawing, Draw>> = {
  ...outerwear,
  ...tops,
  ...bottoms,
  ...footwear,
  ...bags,
  ...accessories,
  ...camping,
  ...home,
};

/** Where things stand; all others hang or lie a little above the ground. */
const groundLines: Readonly<Partial<Record<Drawing, number>>> = {
  coat: 221,
  parka: 214,
  'trail-shoe': 188,
  'hiking-boot': 188,
  slipper: 184,
  sneaker: 186,
  'chelsea-boot': 188,
  sandal: 188,
  tent: 190,
  tarp: 196,
  quilt: 200,
  'foam-mat': 184,
  table: 200,
  chair: 202,
  lantern: 198,
  kettle: 198,
  'enamel-mug': 196,
  'ceramic-mug': 196,
  thermos: 206,
  'tea-set': 199,
  'desk-lamp': 200,
  blanket: 202,
  towels: 196,
  cushion: 194,
  cubes: 192,
  duffel: 192,
  sling: 190,
  tote: 206,
  daypack: 204,
  'trek-pack': 208,
  beanie: 190,
  'bucket-hat': 192,
  belt: 198,
  socks: 208,
  shorts: 184,
};

/** The picture of a product in the variant's colour, or in its first: an SVG of its own, below 6 kB, without scripts or references. */
export function productPicture(product: Product, variant?: Pick<Variant, 'colour'>): string {
  const colour: ColourId = variant?.colour ?? product.variants[0]?.colour ?? 'natural';
  const [light, dark] = groundOf[colour];
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" role="img">' +
    `<defs><linearGradient id="ground-${colour}" x1="0" y1="0" x2="1" y2="1"><stop stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></linearGradient></defs>` +
    `<rect width="240" height="240" fill="url(#ground-${colour})"/>` +
    oval([120, groundLines[product.drawing] ?? 212, 78, 8], '#3a3226', 0.13) +
    drawings[product.drawing](palette[colour]) +
    '</svg>'
  );
}
