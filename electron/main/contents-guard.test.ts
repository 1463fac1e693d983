import { describe, expect, it } from 'vitest';
import { guardContents } from './contents-guard.ts';

/** A guarded page, and what the guard forbids on it. */
function guarded() {
  const listeners = new Map<string, (event: object) => void>();
  let open: (() => { action: string }) | undefined;
  guardContents({
    on: ((event: string, listener: (event: object) => void) => listeners.set(event, listener)) as never,
    setWindowOpenHandler: (handler) => {
      open = handler as () => { action: string };
    },
    send: () => undefined,
    reload: () => undefined,
  });
  return {
    forbids(event: string, url = ''): boolean {
      let isPrevented = false;
      listeners.get(event)?.({ url, preventDefault: () => (isPrevented = true) });
      return isPrevented;
    },
    open: () => open?.(),
  };
}

describe('the guard of a page', () => {
  it.each([
    'https://shop.example/',
    'http://127.0.0.1:4600/',
    'app://baton/assets/main.js',
    'app://baton/',
    'app://baton/index.html/../other',
    'app://baton.evil/index.html',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
    'blob:app://baton/1',
    '\\\\server\\share',
    '',
  ])('case D5: lets no frame go to %s', (url) => {
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      expect(guarded().forbids(event, url)).toBe(true);
    }
  });

  it('lets the page load itself again', () => {
    expect(guarded().forbids('will-navigate', 'app://baton/index.html')).toBe(false);
    expect(guarded().forbids('will-navigate', 'app://baton/index.html#conversation/1')).toBe(false);
  });

  it('case D5: opens no window and attaches no webview', () => {
    expect(guarded().open()).toEqual({ action: 'deny' });
    expect(guarded().forbids('will-attach-webview')).toBe(true);
  });
});
