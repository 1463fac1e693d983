import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rectangle } from 'electron';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openSettings } from './settings.ts';
import { placeFor, windowOptions } from './window.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-window-'));
afterAll(() => rmSync(folder, { recursive: true }));

const main: Rectangle = { x: 0, y: 25, width: 1920, height: 1015 };
const second: Rectangle = { x: 1920, y: 0, width: 1280, height: 1024 };
const screens = (...areas: Rectangle[]) => ({
  getAllDisplays: () => areas.map((workArea) => ({ workArea })),
  getPrimaryDisplay: () => ({ workArea: areas[0] ?? main }),
});

describe('the place of the window', () => {
  it('is the last one while that is on a screen', () => {
    const place = { x: 2000, y: 40, width: 1100, height: 700 };
    expect(placeFor({ ...place, isMaximized: false }, screens(main, second))).toEqual(place);
  });

  it('is a default on the main screen when that screen is gone, or nothing was kept', () => {
    const place = { x: 2000, y: 40, width: 1100, height: 700, isMaximized: false };
    expect(placeFor(place, screens(main))).toEqual({ width: 1440, height: 900 });
    expect(placeFor(null, screens(main))).toEqual({ width: 1440, height: 900 });
    expect(placeFor(null, screens({ x: 0, y: 0, width: 1280, height: 760 }))).toEqual({
      width: 1280,
      height: 760,
    });
  });

  it('never leaves the title bar out of reach', () => {
    const at = fc.integer({ min: -5_000, max: 5_000 });
    const size = fc.integer({ min: 960, max: 4_000 });
    const saved = fc.record({ x: at, y: at, width: size, height: size, isMaximized: fc.boolean() });
    fc.assert(
      fc.property(saved, (place) => {
        const { x, y, width } = place;
        if (placeFor(place, screens(main, second)).x === undefined) return;
        const holding = [main, second].filter((area) => {
          const isAcross = x + width >= area.x + 160 && x + 160 <= area.x + area.width;
          return isAcross && y >= area.y && y + 40 <= area.y + area.height;
        });
        expect(holding).not.toEqual([]);
      }),
    );
  });

  it('survives a settings file that somebody damaged', () => {
    const file = join(folder, 'settings.json');
    for (const content of ['{', '[]', 'null', '{"window":{"x":"left"},"serverAddress":7}']) {
      writeFileSync(file, content);
      expect(openSettings(file).get()).toEqual({
        serverAddress: null,
        isWeakStorageAccepted: false,
        window: null,
      });
    }
    openSettings(file).change({ serverAddress: 'https://shop.example' });
    expect(openSettings(file).get().serverAddress).toBe('https://shop.example');
  });
});

describe('case D1: the options of the window', () => {
  const options = (isPackaged: boolean, platform: NodeJS.Platform) =>
    windowOptions({
      preload: '/app/preload/index.cjs',
      icon: '/app/icons/baton.png',
      isDark: false,
      isPackaged,
      platform,
    });

  it('leaves developer tools to a checkout, and the spell checker to the system that needs no download', () => {
    expect(options(true, 'linux').webPreferences).toMatchObject({ devTools: false, spellcheck: false });
    expect(options(false, 'darwin').webPreferences).toMatchObject({ devTools: true, spellcheck: true });
  });

  it('opens nothing on a middle click and shows nothing before it has painted', () => {
    expect(options(true, 'linux').webPreferences?.disableBlinkFeatures).toBe('Auxclick');
    expect(options(true, 'linux').show).toBe(false);
    expect(options(true, 'linux')).not.toHaveProperty('webPreferences.enableBlinkFeatures');
  });
});
