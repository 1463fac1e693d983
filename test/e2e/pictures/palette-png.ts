import { crc32, deflateSync } from 'node:zlib';

/** Of 256 colours so many are the most frequent ones as they are; the others stand for the many shades of what is drawn. */
const EXACT = 128;
const COLOURS = 256;
/** Shades that agree in so many leading bits of red, green and blue are one. */
const BITS = 5;

type Shade = { red: number; green: number; blue: number; count: number };

/** A picture as PNG with a palette of 256 colours: a third of the bytes of a screenshot, and hardly different to the eye. `rgba` row by row. */
export function palettePng(rgba: Uint8Array, width: number): Buffer {
  const counts = countColours(rgba);
  const palette = choosePalette(counts);
  const place = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, shadeOf(colour))]));
  const height = rgba.length / 4 / width;
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < width * height; at += 1) {
    rows[at + Math.floor(at / width) + 1] = place.get(colourAt(rgba, at * 4)) ?? 0;
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(({ red, green, blue }) => [red, green, blue]))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colourAt(rgba: Uint8Array, at: number): number {
  return ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);
}

function countColours(rgba: Uint8Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgba.length; at += 4) {
    const colour = colourAt(rgba, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

function choosePalette(counts: ReadonlyMap<number, number>): Shade[] {
  const ranked = [...counts].toSorted(([, a], [, b]) => b - a);
  const shades = new Map<number, Shade>();
  for (const [colour, count] of ranked.slice(EXACT)) {
    const { red, green, blue } = shadeOf(colour);
    const drop = 8 - BITS;
    const key = ((red >> drop) << (2 * BITS)) | ((green >> drop) << BITS) | (blue >> drop);
    const sum = shades.get(key) ?? { red: 0, green: 0, blue: 0, count: 0 };
    sum.red += red * count;
    sum.green += green * count;
    sum.blue += blue * count;
    sum.count += count;
    shades.set(key, sum);
  }
  const means = [...shades.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, COLOURS - EXACT)
    .map(({ red, green, blue, count }) => ({
      red: Math.round(red / count),
      green: Math.round(green / count),
      blue: Math.round(blue / count),
      count,
    }));
  return [...ranked.slice(0, EXACT).map(([colour]) => shadeOf(colour)), ...means];
}

function shadeOf(colour: number): Shade {
  return { red: colour >> 16, green: (colour >> 8) & 255, blue: colour & 255, count: 1 };
}

function nearest(palette: readonly Shade[], { red, green, blue }: Shade): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, one] of palette.entries()) {
    const distance = (one.red - red) ** 2 + (one.green - green) ** 2 + (one.blue - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
