import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrameMessage, readHostMessage } from './messages.ts';

describe('case X3: the frame and the page take only each other’s shapes', () => {
  it('never throws and never lets anything through that is not ours', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(readHostMessage(data)).toBeNull();
        expect(readFrameMessage(data)).toBeNull();
      }),
    );
  });

  it('drops wrong fields of our own shapes', () => {
    expect(readHostMessage({ baton: 1, type: 'identify', identityToken: 7 })).toBeNull();
    expect(readHostMessage({ baton: 1, type: 'identify', identityToken: 'x'.repeat(4001) })).toBeNull();
    expect(readHostMessage({ baton: 1, type: 'hello', language: 'fr' })).toBeNull();
    expect(readFrameMessage({ baton: 1, type: 'follow', action: 'run', url: 'x' })).toBeNull();
    expect(readFrameMessage({ baton: 1, type: 'unread', count: 1.5 })).toBeNull();
  });

  it('reads its own messages and strips what does not belong', () => {
    expect(readHostMessage({ baton: 1, type: 'visibility', isOpen: true, more: 1 })).toEqual({
      baton: 1,
      type: 'visibility',
      isOpen: true,
    });
    expect(readFrameMessage({ baton: 1, type: 'follow', action: 'buy', url: '/p/1' })).toEqual({
      baton: 1,
      type: 'follow',
      action: 'buy',
      url: '/p/1',
    });
  });
});
