import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createWords } from '../locales/i18n.ts';
import type { Platform } from '../platform/platform.ts';
import { PlatformProvider } from '../platform/use-platform.ts';
import { beginLink, setLate, setLink } from '../stores/link-store.ts';
import { LinkBanner } from './link-banner.tsx';

/** What is said about the line, above everything else. */

let root: Root;
/** Of the platform only what the banner reads. */
const platform = { capabilities: { serverChoice: false }, version: '0.9.1' } as {
  -readonly [K in keyof Platform]: Platform[K];
};
const words = createWords('zh-CN');
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  beginLink();
  const place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  act(() =>
    root.render(
      <PlatformProvider value={platform}>
        <I18nextProvider i18n={words}>
          <LinkBanner />
        </I18nextProvider>
      </PlatformProvider>,
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

it.each([
  ['zh-CN', '服务器已升级，请刷新本页；没有发出的内容都会留着。', '刷新'],
  ['en', 'The server has been upgraded. Please reload this page; nothing unsent is lost.', 'Reload'],
])('D20 asks a page that the server has left behind to be reloaded (%s)', async (language, said, button) => {
  await act(() => words.changeLanguage(language));
  act(() => setLink('outdated'));
  expect(banner()?.textContent).toBe(`${said}${button}`);
});

it.each([
  ['zh-CN', '请安装这个应用的新版本（当前 0.9.1）'],
  ['en', 'Please install the new version of this app (this is 0.9.1)'],
])('D20 asks for a new version of an app that a reload would not update (%s)', async (language, said) => {
  await act(() => words.changeLanguage(language));
  platform.capabilities = { ...platform.capabilities, serverChoice: true };
  act(() => setLink('outdated'));
  expect(banner()?.textContent).toContain(said);
  expect(banner()?.querySelector('button')).toBeNull();
});
