import { describe, expect, it } from 'vitest';
import { packIcns, packIco } from './icon-containers.ts';

const picture = (size: number) => ({ size, png: Buffer.from(`png of ${size}`) });
const sizes = [16, 32, 64, 128, 256, 512, 1024];

describe('icon files', () => {
  it('holds each picture of a Windows icon where its directory says', () => {
    const ico = packIco([16, 256].map(picture));
    expect(ico.readUInt16LE(4)).toBe(2);
    for (const [index, size] of [16, 256].entries()) {
      const entry = ico.subarray(6 + 16 * index, 22 + 16 * index);
      // A width of 256 does not fit its byte and is written as 0.
      expect([entry.readUInt8(0), entry.readUInt8(1)]).toEqual([size % 256, size % 256]);
      const [length, offset] = [entry.readUInt32LE(8), entry.readUInt32LE(12)];
      expect(ico.subarray(offset, offset + length).toString()).toBe(`png of ${size}`);
    }
  });

  it('holds each size of a macOS icon in blocks that add up', () => {
    const icns = packIcns(sizes.map(picture));
    expect(icns.subarray(0, 4).toString()).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const names: string[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      names.push(icns.subarray(at, at + 4).toString());
    expect(names.toSorted()).toEqual([
      'ic07',
      'ic08',
      'ic09',
      'ic10',
      'ic11',
      'ic12',
      'ic13',
      'ic14',
      'icp4',
      'icp5',
    ]);
  });

  it('says which size is missing', () => {
    expect(() => packIcns(sizes.slice(0, -1).map(picture))).toThrow('1024 px');
  });
});
