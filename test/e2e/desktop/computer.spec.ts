import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createComputer } from '../../support/electron-double/computer.ts';
import { createDoubleDesktop, type DoubleDesktop } from './double-host.ts';
import { call, type PageWindow } from './in-page.ts';

const testPage = join(import.meta.dirname, 'page');
const server = 'https://shop.example';

/** What needs a computer of which the test holds the inside; on Electron itself that would be the tester's own. */
test.describe('the shell on computers of every kind', () => {
  const desktops: DoubleDesktop[] = [];
  test.afterEach(async () => {
    for (const desktop of desktops.splice(0)) await desktop.dispose();
  });

  test('T7, case D8: without a keychain it asks before it keeps the session, and keeps to the answer', async ({
    browser,
  }) => {
    const computer = createComputer({ hasKeychain: false, locale: 'zh-CN' });
    const desktop = createDoubleDesktop(browser, testPage, computer);
    desktops.push(desktop);
    const keep = async () => {
      const app = await desktop.start({ server });
      const kept = await call(await app.page(), (bridge) => bridge.keepSecret('session-token', 'abc'));
      await app.quit();
      const later = await desktop.start({ server });
      const found = await call(await later.page(), (bridge) => bridge.readSecret('session-token'));
      await later.quit();
      return { kept, found };
    };
    computer.answers.push(0);
    expect(await keep()).toEqual({ kept: 'until-quit', found: null });
    computer.answers.push(1);
    expect(await keep()).toEqual({ kept: 'kept', found: 'abc' });
    expect(await keep()).toEqual({ kept: 'kept', found: 'abc' });
    expect(computer.questions).toEqual(Array(2).fill('这台电脑没有可以保存登录信息的钥匙串。'));
  });

  test('the window comes back to a screen that is still there', async ({ browser }) => {
    const computer = createComputer();
    const desktop = createDoubleDesktop(browser, testPage, computer);
    desktops.push(desktop);
    computer.screens.push({ x: 1920, y: 0, width: 1920, height: 1040 });
    const place = { x: 2500, y: 100, width: 1200, height: 800 };
    const first = await desktop.start({ server });
    first.window.moveTo(place);
    first.window.maximize();
    await first.quit();
    const second = await desktop.start({ server });
    expect([await second.place(), second.window.isMaximized()]).toEqual([place, true]);
    await second.quit();
    computer.screens.pop();
    const third = await desktop.start({ server });
    const { x, width, height } = await third.place();
    expect({ isOnScreen: x + width <= 1920, width, height }).toEqual({
      isOnScreen: true,
      width: 1440,
      height: 900,
    });
  });

  test('closing puts the window away; the tray brings it back and quits', async ({ browser }) => {
    const desktop = createDoubleDesktop(browser, testPage, createComputer({ locale: 'zh-CN' }));
    desktops.push(desktop);
    const app = await desktop.start({ server });
    const [tray] = app.double.trays;
    await app.clickClose();
    expect([await app.isVisible(), app.double.app.hasQuit]).toEqual([false, false]);
    tray?.menu?.choose('打开 Baton');
    expect(await app.isVisible()).toBe(true);
    await app.clickClose();
    tray?.emit('click');
    expect(await app.isVisible()).toBe(true);
    tray?.menu?.choose('退出 Baton');
    expect(app.double.app.hasQuit).toBe(true);
  });

  test('unread shows on the tray, and on the task bar of Windows', async ({ browser }) => {
    const desktop = createDoubleDesktop(browser, testPage, createComputer({ platform: 'win32' }));
    desktops.push(desktop);
    const app = await desktop.start({ server });
    const [tray] = app.double.trays;
    const page = await app.page();
    await call(page, (bridge) => bridge.setUnreadBadge(12));
    expect(tray?.toolTip).toBe('Baton · 12 unread conversations');
    expect(tray?.image).toMatch(/tray-unread\.png$/);
    expect(app.window.seen.overlay).toBe('12 unread conversations');
    await call(page, (bridge) => bridge.setUnreadBadge(0));
    expect([tray?.toolTip, app.window.seen.overlay]).toEqual(['Baton', '']);
  });

  test('asks for attention only while another program has it, until the window is looked at', async ({
    browser,
  }) => {
    const desktop = createDoubleDesktop(browser, testPage, createComputer());
    desktops.push(desktop);
    const app = await desktop.start({ server });
    const page = await app.page();
    await call(page, (bridge) => bridge.attractAttention());
    expect(app.window.seen.isFlashing).toBe(false);
    await app.loseFocus();
    await call(page, (bridge) => bridge.attractAttention());
    expect(app.window.seen.isFlashing).toBe(true);
    await app.startAgain([]);
    expect(app.window.seen.isFlashing).toBe(false);
  });

  test('tells the console when the screen is locked and when somebody is back', async ({ browser }) => {
    const desktop = createDoubleDesktop(browser, testPage, createComputer());
    desktops.push(desktop);
    const { double, page } = await desktop.start({ server });
    double.powerMonitor.emit('lock-screen');
    double.powerMonitor.emit('unlock-screen');
    const console = await page();
    await expect
      .poll(() => console.evaluate(() => (window as unknown as PageWindow).seen.idle))
      .toEqual(['locked', 'active']);
  });

  test('is one app: a second start shows the first and makes nothing of its own', async ({ browser }) => {
    const desktop = createDoubleDesktop(browser, testPage, createComputer());
    desktops.push(desktop);
    const app = await desktop.start({ server });
    app.window.minimize();
    const second = await desktop.boot(['--server=https://evil.example']);
    expect(second.app.windows).toEqual([]);
    expect(second.app.hasQuit).toBe(true);
    expect([app.window.isMinimized(), app.window.isFocused()]).toEqual([false, true]);
    expect(await call(await app.page(), (bridge) => bridge.about())).toMatchObject({ serverAddress: server });
    expect([app.double.app.isSandboxed, app.double.app.claimedSchemes]).toEqual([true, ['baton']]);
  });
});
