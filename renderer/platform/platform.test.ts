import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DesktopBridge } from '#shared/desktop/bridge';
import { createPlatform, type Notice } from './index.ts';

const id = '0190b9a4-7c3e-7b60-9d54-1f6f2a1c0a01';
const notice = { conversationId: id, title: 'Waiting', body: 'Where is it?', isSticky: true } as Notice;

/** A bridge that notes what it is asked. */
function bridge() {
  const asked: unknown[][] = [];
  const note =
    (name: string, answer?: unknown) =>
    async (...args: unknown[]) => {
      asked.push([name, ...args]);
      return answer as never;
    };
  const noted: DesktopBridge = {
    about: note('about', { version: '1.2.3', serverAddress: 'https://shop.example' }),
    chooseServer: note('chooseServer', 'saved'),
    readSecret: note('readSecret', 'token'),
    keepSecret: note('keepSecret', 'kept'),
    forgetSecret: note('forgetSecret'),
    showNotice: note('showNotice'),
    withdrawNotice: note('withdrawNotice'),
    setUnreadBadge: note('setUnreadBadge'),
    attractAttention: note('attractAttention'),
    openExternal: note('openExternal', true),
    onDeepLink: () => () => undefined,
    onIdleChange: () => () => undefined,
  };
  return { noted, asked };
}

/** The browser's Notification, shown by leave of the given kind. */
function stubNotification(permission: NotificationPermission) {
  const shown: { title: string; options: object; onclick?: () => void; isClosed: boolean }[] = [];
  class Shown {
    static permission = permission;
    static requestPermission = vi.fn(async () => 'granted');
    onclick?: () => void;
    isClosed = false;
    readonly title: string;
    readonly options: object;
    constructor(title: string, options: object) {
      this.title = title;
      this.options = options;
      shown.push(this);
    }
    close(): void {
      this.isClosed = true;
    }
  }
  vi.stubGlobal('Notification', Shown);
  return { shown, requestPermission: Shown.requestPermission };
}

beforeEach(() => {
  document.title = 'Baton';
  window.location.hash = '';
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the platform in a browser', () => {
  it('is of this page’s server and says what it can not do', async () => {
    const platform = await createPlatform();
    expect(platform.kind).toBe('web');
    expect(platform.capabilities).toEqual({
      secrets: false,
      serverChoice: false,
      attention: false,
      idle: false,
    });
    expect(platform.serverAddress).toBe(window.location.origin);
    await expect(platform.secrets.read('session-token')).rejects.toThrow('cookie');
    await expect(platform.secrets.keep('session-token', 'x')).rejects.toThrow('cookie');
    await expect(platform.chooseServer('https://shop.example')).rejects.toThrow('served this page');
  });

  it('shows the unread count before the title and takes it away', async () => {
    const platform = await createPlatform();
    platform.setUnreadBadge(3);
    expect(document.title).toBe('(3) Baton');
    platform.setUnreadBadge(120);
    expect(document.title).toBe('(99+) Baton');
    platform.setUnreadBadge(0);
    expect(document.title).toBe('Baton');
  });

  it('notifies by leave of the user, follows a click and withdraws', async () => {
    const { shown } = stubNotification('granted');
    const platform = await createPlatform();
    const followed: string[] = [];
    platform.onDeepLink((link) => followed.push(link.conversationId));
    const withdraw = platform.notify(notice);
    expect(shown[0]).toMatchObject({
      title: 'Waiting',
      options: { body: 'Where is it?', tag: id, requireInteraction: true },
    });
    shown[0]?.onclick?.();
    expect(followed).toEqual([id]);
    platform.notify(notice);
    withdraw();
    expect(shown[0]?.isClosed).toBe(true);
  });

  it('shows nothing without leave, and asks for it once', async () => {
    const denied = stubNotification('denied');
    const platform = await createPlatform();
    platform.notify(notice)();
    expect(denied.shown).toEqual([]);
    expect(await platform.askToNotify()).toBe(false);
    expect(denied.requestPermission).not.toHaveBeenCalled();
    const unasked = stubNotification('default');
    expect(await platform.askToNotify()).toBe(true);
    expect(unasked.requestPermission).toHaveBeenCalledOnce();
  });

  it('opens a conversation from the address, also one that came before anybody listened', async () => {
    window.location.hash = `#conversation/${id}`;
    const platform = await createPlatform();
    const followed: string[] = [];
    const stop = platform.onDeepLink((link) => followed.push(link.conversationId));
    expect(followed).toEqual([id]);
    stop();
    window.location.hash = '#conversation/<script>';
    window.dispatchEvent(new Event('hashchange'));
    const others: string[] = [];
    platform.onDeepLink((link) => others.push(link.conversationId));
    expect(others).toEqual([]);
  });

  it('T4: opens only http, https and mailto outside, without a way back', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    const platform = await createPlatform();
    expect(await platform.openExternal('javascript:alert(1)')).toBe(false);
    expect(open).not.toHaveBeenCalled();
    expect(await platform.openExternal('HTTPS://shop.example')).toBe(true);
    expect(open).toHaveBeenCalledWith('https://shop.example/', '_blank', 'noopener,noreferrer');
  });

  it('tells the focus at once and at every change', async () => {
    const platform = await createPlatform();
    const told: boolean[] = [];
    const stop = platform.onFocusChange((hasFocus) => told.push(hasFocus));
    window.dispatchEvent(new Event('focus'));
    window.dispatchEvent(new Event('blur'));
    stop();
    window.dispatchEvent(new Event('focus'));
    expect(told.slice(1)).toEqual([true, false]);
    expect(told).toHaveLength(3);
  });
});

describe('the platform in the desktop app', () => {
  it('asks the shell for every ability', async () => {
    const { noted, asked } = bridge();
    vi.stubGlobal('batonDesktop', noted);
    const platform = await createPlatform();
    expect(platform).toMatchObject({
      kind: 'desktop',
      version: '1.2.3',
      serverAddress: 'https://shop.example',
      capabilities: { secrets: true, serverChoice: true, attention: true, idle: true },
    });
    expect(await platform.secrets.keep('session-token', 'abc')).toBe('kept');
    expect(await platform.chooseServer('shop.example')).toBe('saved');
    expect(await platform.openExternal('https://shop.example')).toBe(true);
    platform.notify({ ...notice, body: 'x'.repeat(9_000) })();
    platform.setUnreadBadge(2);
    platform.attractAttention();
    expect(asked.slice(1)).toEqual([
      ['keepSecret', 'session-token', 'abc'],
      ['chooseServer', 'shop.example'],
      ['openExternal', 'https://shop.example'],
      ['showNotice', { ...notice, body: 'x'.repeat(500) }],
      ['withdrawNotice', id],
      ['setUnreadBadge', 2],
      ['attractAttention'],
    ]);
  });
});
