import { expect } from '@playwright/test';
import { call, callWith, linksOf, reach } from './in-page.ts';
import { describeShell } from './shell-test.ts';

const conversationId = '0190b9a4-7c3e-7b60-9d54-1f6f2a1c0a01';
const otherId = '0190b9a4-7c3e-7b60-9d54-1f6f2a1c0a02';

const strangeLinks = [
  'baton://conversation/',
  'baton://conversation/../settings',
  `baton://conversation/${conversationId}/delete`,
  `baton://conversation/${conversationId}?token=1`,
  `baton://settings/${conversationId}`,
  `batons://conversation/${conversationId}`,
  `https://conversation/${conversationId}`,
  'baton://conversation/<script>',
];

describeShell('what the shell does', (test) => {
  test('asks for the server once, then starts again with it and remembers it', async ({
    desktop,
    server,
  }) => {
    const app = await desktop.start();
    let page = await app.page();
    expect(await call(page, (bridge) => bridge.about())).toMatchObject({ serverAddress: null });
    expect(await page.evaluate(reach, server.origin)).toMatchObject({ http: false, socket: false });
    expect(await call(page, (bridge) => bridge.chooseServer('http://shop.example'))).toBe('insecure');
    expect(await call(page, (bridge) => bridge.chooseServer('not an address'))).toBe('unreadable');
    const restarted = page.waitForEvent('load');
    expect(await callWith(page, server.origin, (bridge, origin) => bridge.chooseServer(origin))).toBe(
      'saved',
    );
    await restarted;
    expect(await page.evaluate(reach, server.origin)).toEqual({ http: true, socket: true, picture: true });
    await app.quit();
    const later = await desktop.start();
    page = await later.page();
    expect(await call(page, (bridge) => bridge.about())).toMatchObject({ serverAddress: server.origin });
  });

  test('T7: a secret outlives the app and is forgotten on request', async ({ desktop, server }) => {
    let app = await desktop.start({ server: server.origin });
    let page = await app.page();
    expect(await call(page, (bridge) => bridge.readSecret('session-token'))).toBeNull();
    expect(await call(page, (bridge) => bridge.keepSecret('session-token', 'abc-123'))).toBe('kept');
    await app.quit();
    app = await desktop.start({ server: server.origin });
    page = await app.page();
    expect(await call(page, (bridge) => bridge.readSecret('session-token'))).toBe('abc-123');
    await call(page, (bridge) => bridge.forgetSecret('session-token'));
    expect(await call(page, (bridge) => bridge.readSecret('session-token'))).toBeNull();
  });

  test('T7: no server is ever given the token of another', async ({ desktop, server, stranger }) => {
    let app = await desktop.start({ server: server.origin });
    expect(await call(await app.page(), (bridge) => bridge.keepSecret('session-token', 'abc-123'))).toBe(
      'kept',
    );
    await app.quit();
    app = await desktop.start({ server: stranger.origin });
    expect(await call(await app.page(), (bridge) => bridge.readSecret('session-token'))).toBeNull();
  });

  test('a link that starts the app opens its conversation, whatever else stands in the arguments', async ({
    desktop,
    server,
  }) => {
    const app = await desktop.start({
      server: server.origin,
      argv: ['--inspect=0', `baton://conversation/${conversationId}`],
    });
    await expect.poll(() => linksOf(app)).toEqual([conversationId]);
  });

  test('a second start brings the first to the front with its link, and ends', async ({
    desktop,
    server,
  }) => {
    const app = await desktop.start({ server: server.origin });
    await app.clickClose();
    expect(await app.isVisible()).toBe(false);
    await app.startAgain([`baton://conversation/${otherId}`, '--gpu-launcher=/bin/false']);
    await expect.poll(() => linksOf(app)).toEqual([otherId]);
    expect(await app.isVisible()).toBe(true);
  });

  test('links that are not exactly ours open nothing', async ({ desktop, server }) => {
    const app = await desktop.start({ server: server.origin });
    for (const link of strangeLinks) await app.startAgain([link]);
    await app.startAgain([`baton://conversation/${conversationId}`]);
    await expect.poll(() => linksOf(app)).toEqual([conversationId]);
  });

  test('a click on a notice shows the window and its conversation; a newer notice replaces the older', async ({
    desktop,
    server,
  }) => {
    const app = await desktop.start({ server: server.origin });
    const page = await app.page();
    await app.clickClose();
    for (const title of ['first', 'second']) {
      await callWith(page, { conversationId, title }, (bridge, notice) =>
        bridge.showNotice({ ...notice, body: 'Where is my order?', isSticky: true } as never),
      );
    }
    expect(await app.notices()).toEqual([{ title: 'second', body: 'Where is my order?', isSticky: true }]);
    await app.clickNotice('second');
    await expect.poll(() => linksOf(app)).toEqual([conversationId]);
    expect(await app.isVisible()).toBe(true);
  });

  test('a notice is withdrawn when somebody else has taken the conversation', async ({ desktop, server }) => {
    const app = await desktop.start({ server: server.origin });
    const page = await app.page();
    const notice = { conversationId, title: 'waiting', body: '', isSticky: false };
    await callWith(page, notice, (bridge, shown) => bridge.showNotice(shown as never));
    expect(await app.notices()).toHaveLength(1);
    await callWith(page, conversationId, (bridge, id) => bridge.withdrawNotice(id as never));
    expect(await app.notices()).toEqual([]);
  });

  test('shows the unread count and takes it away', async ({ desktop, server }) => {
    const app = await desktop.start({ server: server.origin });
    const page = await app.page();
    await call(page, (bridge) => bridge.setUnreadBadge(7));
    expect(await app.badge()).toBe(7);
    await call(page, (bridge) => bridge.setUnreadBadge(0));
    expect(await app.badge()).toBe(0);
  });

  test('keeps the place of the window', async ({ desktop, server }) => {
    const place = { x: 120, y: 80, width: 1300, height: 820 };
    let app = await desktop.start({ server: server.origin });
    await app.moveTo(place);
    await expect.poll(() => app.place()).toEqual(place);
    await app.quit();
    app = await desktop.start({ server: server.origin });
    expect(await app.place()).toEqual(place);
  });

  test('comes back by itself when the process of its page dies', async ({ desktop, server }) => {
    const app = await desktop.start({ server: server.origin });
    await app.crash();
    await expect
      .poll(async () => (await app.page()).evaluate(() => document.title).catch(() => 'gone'))
      .toBe('A page for the shell');
  });
});
