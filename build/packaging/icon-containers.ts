/** A picture in one size, as a PNG file. */
export interface Picture {
  /** Width and height in pixels. */
  readonly size: number;
  readonly png: Uint8Array;
}

const ICO_HEADER = 6;
const ICO_ENTRY = 16;

/** A Windows icon: a directory of PNG files of up to 256 px. */
export function packIco(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(ICO_HEADER);
  header.writeUInt16LE(1, 2); // an icon, not a cursor
  header.writeUInt16LE(pictures.length, 4);
  let offset = ICO_HEADER + ICO_ENTRY * pictures.length;
  const entries = pictures.map(({ size, png }) => {
    const entry = Buffer.alloc(ICO_ENTRY);
    // One byte each for width and height; 256 is written as 0.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4); // colour planes
    entry.writeUInt16LE(32, 6); // bits per pixel
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures.map(({ png }) => png)]);
}

/** The names under which macOS looks for a size: for plain screens, and for screens of twice the density. */
const ICNS_NAMES: readonly (readonly [name: string, size: number])[] = [
  ['icp4', 16],
  ['ic11', 32],
  ['icp5', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** A macOS icon: blocks of name, length and PNG file. Throws when one of its ten sizes is missing. */
export function packIcns(pictures: readonly Picture[]): Buffer {
  const blocks = ICNS_NAMES.map(([name, size]) => {
    const picture = pictures.find((candidate) => candidate.size === size);
    if (!picture) throw new Error(`The macOS icon needs a picture of ${size} px`);
    return icnsBlock(name, picture.png);
  });
  return icnsBlock('icns', Buffer.concat(blocks));
}

function icnsBlock(name: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'ascii');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}
