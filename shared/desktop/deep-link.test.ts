import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeepLink } from './deep-link.ts';

const id = '0190b9a4-7c3e-7b60-9d54-1f6f2a1c0a01';

describe('reading a link into the console', () => {
  it.each([`baton://conversation/${id}`, `BATON://conversation/${id}`, `baton://conversation/${id}/`])(
    'reads %s',
    (link) => expect(parseDeepLink(link)).toEqual({ conversationId: id }),
  );

  it.each([
    '',
    'baton://',
    'baton://conversation/',
    'baton://conversation/1',
    `baton:conversation/${id}`,
    `baton://conversation/${id}/delete`,
    `baton://conversation/${id}?as=admin`,
    `baton://conversation/${id}#x`,
    `baton://conversation/..%2f${id}`,
    `baton://settings/${id}`,
    ` baton://conversation/${id}`,
    `baton://conversation/${id}\n--inspect`,
    `--x=baton://conversation/${id}`,
    `https://conversation/${id}`,
  ])('case D9: takes %s for nothing', (link) => expect(parseDeepLink(link)).toBeNull());

  it('yields the id of exactly the link that carries it, for any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uuid(), fc.string()), fc.string(), (tail, noise) => {
        const link = parseDeepLink(`baton://conversation/${tail}${noise}`);
        if (link) expect([`${link.conversationId}`, `${link.conversationId}/`]).toContain(`${tail}${noise}`);
      }),
    );
  });
});
