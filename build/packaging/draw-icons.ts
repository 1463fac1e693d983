/**
 * Draws every icon from icon.svg: `node build/packaging/draw-icons.ts`. The results are committed, so this runs only after the drawing has
 * changed; it needs a Chromium.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from '../scripts/chromium.ts';
import { type Picture, packIcns, packIco } from './icon-containers.ts';

const here = import.meta.dirname;
const icon = await readFile(join(here, 'icon.svg'), 'utf8');

/** The installers' icons lie here; what the running app shows is shipped with it. */
const installers = join(here, 'icons');
const shipped = join(here, 'shipped/icons');

/** The mark alone, in one colour, filling the picture: macOS tints it to fit its menu bar. */
function templateMark(hasUnread: boolean): string {
  const mark = icon
    .slice(icon.indexOf('<defs>'), icon.lastIndexOf('</svg>'))
    .replace(/<rect[^>]*url\(#ground\)[^>]*>/, '')
    .replaceAll(/#(?:8fc0bb|ffffff)/g, '#000');
  const dot = hasUnread ? '<circle cx="352" cy="352" r="58" fill="#000" />' : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="96 96 320 320">${mark}${dot}</svg>`;
}

/** The icon with a neutral dot: unread can wait, and red means that a person is upset. */
function withUnreadDot(): string {
  return icon.replace(
    '</svg>',
    '<circle cx="400" cy="400" r="88" fill="#fff" stroke="#1b1b1a" stroke-width="28" /></svg>',
  );
}

/** What Windows lays over the task bar's button. */
function unreadCount(text: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
    <circle cx="16" cy="16" r="15" fill="#1b1b1a" stroke="#fff" stroke-width="2" />
    <text x="16" y="${text.length > 1 ? 21.5 : 22.5}" text-anchor="middle" fill="#fff"
      font-family="sans-serif" font-weight="700" font-size="${text.length > 1 ? 15 : 19}">${text}</text></svg>`;
}

/** Draws an SVG in a size. */
type Draw = (svg: string, size: number) => Promise<Picture>;

function drawIn(browser: Browser): Draw {
  return async (svg, size) => {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    await page.close();
    return { size, png };
  };
}

async function drawForInstallers(draw: Draw): Promise<void> {
  const pictures: Picture[] = [];
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) pictures.push(await draw(icon, size));
  await writeFile(join(installers, 'icon.ico'), packIco(pictures.filter(({ size }) => size <= 256)));
  await writeFile(join(installers, 'icon.icns'), packIcns(pictures));
  for (const { size, png } of pictures) {
    if (size <= 512) await writeFile(join(installers, `${size}x${size}.png`), png);
  }
}

async function drawForApp(draw: Draw): Promise<void> {
  const save = async (name: string, svg: string, size: number): Promise<void> =>
    writeFile(join(shipped, `${name}.png`), (await draw(svg, size)).png);
  await save('baton', icon, 256);
  const trays = [
    { name: 'tray', svg: icon, size: 24 },
    { name: 'tray-unread', svg: withUnreadDot(), size: 24 },
    { name: 'tray-Template', svg: templateMark(false), size: 18 },
    { name: 'tray-unread-Template', svg: templateMark(true), size: 18 },
  ];
  for (const { name, svg, size } of trays) {
    await save(name, svg, size);
    // Electron looks for this name on screens of twice the density.
    await save(`${name}@2x`, svg, size * 2);
  }
  for (const text of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '9+']) {
    await save(`unread-${text.replace('+', '-plus')}`, unreadCount(text), 32);
  }
}

await mkdir(installers, { recursive: true });
await mkdir(shipped, { recursive: true });
const executablePath = findChromium();
if (executablePath === undefined) throw new Error('No Chromium found: name one in CHROMIUM_PATH');
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
try {
  await drawForInstallers(drawIn(browser));
  await drawForApp(drawIn(browser));
} finally {
  await browser.close();
}
