import type { BrowserContext } from '@playwright/test';
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import type { Computer } from './computer.ts';
import { ContentsDouble } from './contents-double.ts';
import { Emitter, eventDouble } from './events.ts';
import type { IpcDouble } from './ipc-double.ts';
import type { SessionDouble } from './session-double.ts';

/** What a window needs of the app it belongs to. */
export interface WindowHost {
  readonly computer: Computer;
  readonly context: BrowserContext;
  readonly ipc: IpcDouble;
  readonly session: SessionDouble;
}

/** `BrowserWindow`: a page of Chromium inside, and outside what a window manager would know of it. */
export class WindowDouble extends Emitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: ContentsDouble;
  /** What a person at the screen would see of it. */
  readonly seen = { isVisible: false, isFlashing: false, overlay: '' };
  #bounds: Rectangle;
  #isMaximized = false;
  #isMinimized = false;
  #isFocused = false;
  #isDestroyed = false;

  constructor(host: WindowHost, options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    const preload = options.webPreferences?.preload;
    if (preload === undefined) throw new Error('The double knows only windows with a preload');
    this.webContents = new ContentsDouble(host.context, preload, host);
    this.#bounds = placeOnScreen(options, host.computer.screens[0]);
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url);
    if (!this.seen.isVisible) this.emit('ready-to-show');
  }

  show(): void {
    this.seen.isVisible = true;
    this.focus();
  }

  hide(): void {
    this.seen.isVisible = false;
    this.blur();
  }

  focus(): void {
    this.#isFocused = true;
    this.emit('focus');
  }

  /** Another window comes to the front. */
  blur(): void {
    this.#isFocused = false;
    this.emit('blur');
  }

  minimize(): void {
    this.#isMinimized = true;
    this.blur();
  }

  restore(): void {
    this.#isMinimized = false;
    this.#isMaximized = false;
  }

  maximize(): void {
    this.#isMaximized = true;
  }

  /** A person drags or resizes the window. */
  moveTo(bounds: Rectangle): void {
    this.#bounds = bounds;
  }

  /** A person clicks the window's close button, or the app quits; true when the window is gone. */
  close(): boolean {
    const event = eventDouble({});
    this.emit('close', event);
    this.#isDestroyed = !event.isPrevented;
    return this.#isDestroyed;
  }

  flashFrame(flag: boolean): void {
    this.seen.isFlashing = flag;
  }

  setOverlayIcon(_overlay: object | null, description: string): void {
    this.seen.overlay = description;
  }

  isMinimized = (): boolean => this.#isMinimized;
  isMaximized = (): boolean => this.#isMaximized;
  isFocused = (): boolean => this.#isFocused;
  isDestroyed = (): boolean => this.#isDestroyed;
  getNormalBounds = (): Rectangle => this.#bounds;
}

/** Without a place the window manager centres it. */
function placeOnScreen(options: BrowserWindowConstructorOptions, screen: Rectangle | undefined): Rectangle {
  const { width = 800, height = 600 } = options;
  const area = screen ?? { x: 0, y: 0, width, height };
  return {
    width,
    height,
    x: options.x ?? Math.round(area.x + (area.width - width) / 2),
    y: options.y ?? Math.round(area.y + (area.height - height) / 2),
  };
}
