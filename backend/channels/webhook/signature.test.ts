import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSigned, sign } from './signature.ts';

const now = new Date('2026-11-22T14:00:00Z');
const secret = 'a'.repeat(43);
const bytes = fc.uint8Array({ maxLength: 500 }).map((array) => Buffer.from(array));

describe('T6 the signature of a webhook', () => {
  it('holds for exactly the bytes that were signed, up to five minutes away', () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: -300, max: 300 }), (body, offset) => {
        const header = sign(body, secret, now);
        expect(isSigned(body, header, { secret, now: new Date(now.getTime() + offset * 1000) })).toBe(true);
      }),
    );
  });

  it('holds for no other bytes, secret or time', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (body, place, change) => {
        const header = sign(body, secret, now);
        const other = Buffer.concat([body, Buffer.from('.')]);
        other[place % other.length] = (other[place % other.length] ?? 0) ^ change;
        expect(isSigned(other, header, { secret, now })).toBe(false);
        expect(isSigned(body, header, { secret: `${secret}b`, now })).toBe(false);
        expect(isSigned(body, header, { secret, now: new Date(now.getTime() + 301_000) })).toBe(false);
        expect(isSigned(body, header, { secret, now: new Date(now.getTime() - 301_000) })).toBe(false);
      }),
    );
  });

  it('no text that is not of the form holds, and none with an empty secret', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(isSigned(Buffer.from('x'), header, { secret, now })).toBe(false);
      }),
    );
    const body = Buffer.from('x');
    expect(isSigned(body, sign(body, '', now), { secret: '', now })).toBe(false);
    expect(isSigned(body, undefined, { secret, now })).toBe(false);
  });

  it('is as documented: what openssl makes of “t.body” is what we make', () => {
    // printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac secret
    const hex = '49f24e537407743fa4a0242bb63b94b9a47ee99cbbe071ccd8a22550ae411686';
    expect(sign(Buffer.from('{"a":1}'), 'secret', new Date(1_700_000_000_000))).toBe(
      `t=1700000000,v1=${hex}`,
    );
  });
});
