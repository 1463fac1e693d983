import { expect } from '@playwright/test';
import { call, callWith, type PageWindow, reach } from './in-page.ts';
import { describeShell } from './shell-test.ts';

const conversationId = '0190b9a4-7c3e-7b60-9d54-1f6f2a1c0a01';

const outsidePaths = [
  '../package.json',
  '..%2fpackage.json',
  '%2e%2e/package.json',
  '..%5cpackage.json',
  '/etc/passwd',
  '//etc/passwd',
  '/PAGE.JS',
  '/page.js%00.png',
  '/page.js/',
  '/page-evil/page.js',
  '/missing.js',
  'app://elsewhere/page.js',
  'file:///etc/passwd',
];

const refusedAddresses = [
  'file:///etc/passwd',
  '\\\\server\\share',
  'smb://server/share',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>1</script>',
  'vbscript:msgbox(1)',
  'ms-msdt:/id',
  'search-ms:query=x',
  'ms-appinstaller:?source=x',
  'ms-officecmd:{}',
  'tel:+100',
  'ssh://host',
  'ftp://host/file',
  'baton://conversation/1',
  'app://baton/index.html',
  'about:blank',
  'https://bank.example@evil.example/',
  'https://user:secret@evil.example/',
  'https://',
  'http:/',
  '',
];

describeShell('what the shell does not let happen', (test) => {
  test('case D1: the window is sandboxed, isolated and without Node', async ({ desktop, server }) => {
    const app = await desktop.start({ server: server.origin });
    expect(await app.windowPreferences()).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
    });
    const page = await app.page();
    expect(await app.address()).toBe('app://baton/index.html');
    expect(await page.evaluate(() => window.isSecureContext)).toBe(true);
    expect(
      await page.evaluate(() =>
        ['require', 'process', 'module', 'ipcRenderer'].filter((name) => name in window),
      ),
    ).toEqual([]);
  });

  test('runs its own scripts and styles, nothing inline, and no text as code', async ({
    desktop,
    server,
  }) => {
    const app = await desktop.start({ server: server.origin });
    const page = await app.page();
    const state = await page.evaluate(() => {
      const { seen, inlineScriptRan } = window as unknown as PageWindow;
      const heading = document.querySelector('h1');
      return {
        inlineScriptRan,
        evaluated: seen.evaluated,
        background: getComputedStyle(document.body).backgroundColor,
        heading: heading && getComputedStyle(heading).color,
      };
    });
    expect(state).toEqual({
      inlineScriptRan: undefined,
      evaluated: 'refused',
      background: 'rgb(1, 2, 3)',
      heading: 'rgb(0, 0, 0)',
    });
  });

  test('reaches the chosen server by http, web socket and picture, and nothing else', async ({
    desktop,
    server,
    stranger,
  }) => {
    const app = await desktop.start({ server: server.origin });
    const page = await app.page();
    expect(await page.evaluate(reach, server.origin)).toEqual({ http: true, socket: true, picture: true });
    expect(await page.evaluate(reach, stranger.origin)).toEqual({
      http: false,
      socket: false,
      picture: false,
    });
    expect(server.requests).toEqual(
      expect.arrayContaining(['GET /http', 'SOCKET /socket', 'GET /picture.gif']),
    );
    expect(stranger.requests).toEqual([]);
  });

  test('case D5: no way of leaving the page leads anywhere', async ({ desktop, server, stranger }) => {
    const app = await desktop.start({ server: server.origin });
    const page = await app.page();
    const targets = [`${stranger.origin}/page`, `${server.origin}/page`, './page.js'];
    await page.evaluate(() => Object.assign(window, { marked: true }));
    for (const target of targets) {
      await page.evaluate((url) => void window.location.assign(url), target);
      await page.evaluate((url) => void window.open(url), target);
      await page.evaluate((url) => {
        const link = Object.assign(document.createElement('a'), { href: url, target: '_blank' });
        document.body.append(link);
        link.click();
      }, target);
      await page.evaluate((url) => {
        document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
      }, target);
      await page.evaluate((url) => {
        const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
        document.body.append(form);
        form.submit();
      }, target);
    }
    await page.evaluate(() => void window.open('javascript:void(document.title = "owned")'));
    await expect.poll(() => page.context().pages().length).toBe(1);
    expect(await app.address()).toBe('app://baton/index.html');
    // The very page it was, neither changed nor loaded again.
    expect(await page.evaluate(() => ['marked' in window, document.title])).toEqual([
      true,
      'A page for the shell',
    ]);
    expect(await app.openedOutside()).toEqual([]);
    expect(stranger.requests).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  test('case D9: permissions are denied but for the listed ones', async ({ desktop, server }) => {
    const app = await desktop.start({ server: server.origin });
    const page = await app.page();
    const states = await page.evaluate(
      async (names) => {
        const found: Record<string, string> = {};
        for (const name of names)
          found[name] = (await navigator.permissions.query({ name: name as PermissionName })).state;
        return found;
      },
      ['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read', 'midi'],
    );
    expect(states).toEqual({
      notifications: 'granted',
      geolocation: 'denied',
      camera: 'denied',
      microphone: 'denied',
      'clipboard-read': 'denied',
      midi: 'denied',
    });
  });

  test('case D4: serves the console and nothing beside it', async ({ desktop, server }) => {
    const app = await desktop.start({ server: server.origin });
    const page = await app.page();
    const statusOf = (path: string): Promise<number> =>
      page.evaluate(async (url) => {
        const answer = await new Promise<number>((resolve) => {
          const script = Object.assign(document.createElement('script'), { src: url });
          script.onload = () => resolve(200);
          script.onerror = () => resolve(403);
          document.body.append(script);
        });
        return answer;
      }, path);
    expect(await statusOf('./page.js?again')).toBe(200);
    for (const path of outsidePaths) expect(await statusOf(path), path).toBe(403);
  });

  test('case D6: a payload that breaks its contract is refused and has no effect', async ({
    desktop,
    server,
  }) => {
    const app = await desktop.start({ server: server.origin });
    const page = await app.page();
    const refused = await page.evaluate(async (id) => {
      const { batonDesktop: bridge } = window as unknown as {
        batonDesktop: Record<string, (...args: unknown[]) => Promise<unknown>>;
      };
      const attempts: [string, unknown[]][] = [
        ['setUnreadBadge', ['12']],
        ['setUnreadBadge', [-1]],
        ['setUnreadBadge', [1.5]],
        ['readSecret', ['another-secret']],
        ['keepSecret', ['session-token', 'x'.repeat(10_000)]],
        ['keepSecret', ['session-token', { toString: 'x' }]],
        ['showNotice', [{ conversationId: id, title: '', body: '', isSticky: false }]],
        [
          'showNotice',
          [
            JSON.parse(
              `{"conversationId":"${id}","title":"t","body":"","isSticky":false,"icon":"/etc/passwd"}`,
            ),
          ],
        ],
        ['showNotice', [{ conversationId: '../../etc', title: 't', body: '', isSticky: false }]],
        ['chooseServer', [{ address: 'https://shop.example' }]],
        ['openExternal', ['x'.repeat(1_000_000)]],
      ];
      const errors: string[] = [];
      for (const [name, args] of attempts) {
        errors.push(
          await (bridge[name]?.(...args) ?? Promise.resolve('no such call')).then(
            (value) => `accepted ${value}`,
            String,
          ),
        );
      }
      return errors;
    }, conversationId);
    for (const error of refused)
      expect(error).toMatch(/Error invoking remote method '[a-z:-]+': Error: [a-z:-]+: /);
    expect(await app.badge()).toBe(0);
    expect(await app.notices()).toEqual([]);
    expect(await app.openedOutside()).toEqual([]);
  });

  test('case D6: the bridge is frozen and shows nothing of Electron', async ({ desktop, server }) => {
    const page = await (await desktop.start({ server: server.origin })).page();
    const found = await page.evaluate(() => {
      const { batonDesktop } = window as unknown as PageWindow;
      const replace = (): string => {
        try {
          Object.assign(batonDesktop, { about: () => 'mine' });
          return 'replaced';
        } catch {
          return 'refused';
        }
      };
      return {
        isFrozen: Object.isFrozen(batonDesktop),
        replace: replace(),
        names: Object.keys(batonDesktop).sort(),
      };
    });
    expect(found).toEqual({
      isFrozen: true,
      replace: 'refused',
      names: [
        'about',
        'attractAttention',
        'chooseServer',
        'forgetSecret',
        'keepSecret',
        'onDeepLink',
        'onIdleChange',
        'openExternal',
        'readSecret',
        'setUnreadBadge',
        'showNotice',
        'withdrawNotice',
      ],
    });
  });

  test('T4, case D3: only http, https and mailto leave, as the parser wrote them back', async ({
    desktop,
    server,
  }) => {
    const app = await desktop.start({ server: server.origin });
    const page = await app.page();
    for (const url of refusedAddresses) {
      expect(await callWith(page, url, (bridge, address) => bridge.openExternal(address)), url).toBe(false);
    }
    expect(await app.openedOutside()).toEqual([]);
    // The second at once: the desktop is not buried by a page gone wrong.
    const opened = await call(page, (bridge) =>
      Promise.all([
        bridge.openExternal('HTTPS://Shop.Example\\orders?id=1'),
        bridge.openExternal('https://shop.example/2'),
      ]),
    );
    expect(opened).toEqual([true, false]);
    expect(await app.openedOutside()).toEqual(['https://shop.example/orders?id=1']);
  });
});
