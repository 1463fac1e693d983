import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guardSession } from './session-guard.ts';

/** Every permission that this version of Electron knows, read from its declarations so that a new one can't go unnoticed. */
const declarations = readFileSync(
  join(import.meta.dirname, '../../node_modules/electron/electron.d.ts'),
  'utf8',
);
const known =
  /setPermissionCheckHandler\(.*?permission: ([^,]*),/.exec(declarations)?.[1]?.match(/[\w-]+/g) ?? [];

const granted = [
  'clipboard-sanitized-write',
  'fullscreen',
  'local-network',
  'local-network-access',
  'loopback-network',
  'notifications',
];

/** The handlers that the guard sets on a session, to be called as Electron calls them. */
function guarded() {
  const handlers: Record<string, (...args: never[]) => unknown> = {};
  const set = (name: string) => (handler: unknown) => {
    handlers[name] = handler as (...args: never[]) => unknown;
  };
  guardSession(
    {
      setPermissionRequestHandler: set('request'),
      setPermissionCheckHandler: set('check'),
      setDevicePermissionHandler: set('device'),
      webRequest: { onBeforeRequest: (handler: unknown) => set('before')(handler) },
      on: ((event: string, listener: unknown) => set(event)(listener)) as never,
    },
    () => 'https://shop.example',
  );
  const answerOf = (name: string, before: unknown[], after: unknown[]): unknown => {
    let answer: unknown;
    handlers[name]?.(...([...before, (given: unknown) => (answer = given), ...after] as never[]));
    return answer;
  };
  return {
    request: (permission: string, requestingUrl: string) =>
      answerOf('request', [null, permission], [{ requestingUrl }]),
    check: (permission: string, origin: string) =>
      handlers['check']?.(...([null, permission, origin, {}] as never[])),
    device: () => handlers['device']?.(...([{ deviceType: 'usb' }] as never[])),
    load: (url: string) => answerOf('before', [{ url }], []),
    download: () => {
      let isPrevented = false;
      handlers['will-download']?.(...([{ preventDefault: () => (isPrevented = true) }] as never[]));
      return isPrevented;
    },
  };
}

describe('the session guard', () => {
  it('case D9: grants the console the listed permissions and no others', () => {
    const session = guarded();
    expect(known.length).toBeGreaterThan(30);
    const requested = known.filter((permission) => session.request(permission, 'app://baton/index.html'));
    const checked = known.filter((permission) => session.check(permission, 'app://baton'));
    expect(requested.toSorted()).toEqual(granted);
    expect(checked.toSorted()).toEqual(granted);
  });

  it.each(['https://shop.example', 'app://baton.evil', 'app://baton-evil', 'null', ''])(
    'case D9: grants nothing to %s',
    (origin) => {
      const session = guarded();
      expect(granted.filter((permission) => session.request(permission, `${origin}/x`))).toEqual([]);
      expect(granted.filter((permission) => session.check(permission, origin))).toEqual([]);
    },
  );

  it('offers no devices, saves no downloads and loads only from the console and its server', () => {
    const session = guarded();
    expect(session.device()).toBe(false);
    expect(session.download()).toBe(true);
    expect(session.load('app://baton/index.html')).toEqual({ cancel: false });
    expect(session.load('https://shop.example/api')).toEqual({ cancel: false });
    expect(session.load('https://elsewhere.example/')).toEqual({ cancel: true });
  });
});
