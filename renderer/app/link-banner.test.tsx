import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createWords } from '../locales/i18n.ts';
import { beginLink, setLate, setLink } from '../stores/link-store.ts';
import { LinkBanner } from './link-banner.tsx';

/** What is said about the line, above everything else. */

let root: Root;
const words = createWords('zh-CN');
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  beginLink();
  const place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  act(() =>
    root.render(
      <I18nextProvider i18n={words}>
        <LinkBanner />
      </I18nextProvider>,
    ),
  );
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const banner = () => document.querySelector<HTMLElement>('[data-testid="link-banner"]');

it.each([
  ['zh-CN', '实时通道降级，消息可能晚几秒。'],
  ['en', 'Live updates are slower than usual: messages may come a few seconds late.'],
])(
  'D16 says quietly that messages may come late while they may (%s), and nothing while all is well',
  async (language, said) => {
    await act(() => words.changeLanguage(language));
    act(() => setLink('online'));
    expect(banner()).toBeNull();
    act(() => setLate(true));
    expect(banner()?.dataset['status']).toBe('late');
    expect(banner()?.textContent).toBe(said);
    act(() => setLate(false));
    expect(banner()).toBeNull();
  },
);

it('D17 says first what is worse: that the server is not reached', () => {
  act(() => setLink('online'));
  act(() => setLate(true));
  act(() => setLink('offline'));
  expect(banner()?.dataset['status']).toBe('offline');
});
