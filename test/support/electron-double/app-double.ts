import type { Computer } from './computer.ts';
import { Emitter, eventDouble } from './events.ts';
import type { WindowDouble } from './window-double.ts';

/** `app` of one start on a computer. */
export class AppDouble extends Emitter {
  readonly isPackaged = true;
  readonly windows: WindowDouble[] = [];
  badgeCount = 0;
  isSandboxed = false;
  readonly claimedSchemes: string[] = [];
  hasQuit = false;
  readonly #computer: Computer;
  readonly #argv: readonly string[];

  constructor(computer: Computer, argv: readonly string[]) {
    super();
    this.#computer = computer;
    this.#argv = argv;
  }

  requestSingleInstanceLock(): boolean {
    const { running } = this.#computer;
    if (running) running.handleSecondInstance(this.#argv);
    else this.#computer.running = this;
    return running === null;
  }

  handleSecondInstance(argv: readonly string[]): void {
    this.emit('second-instance', eventDouble({}), argv, '/', null);
  }

  quit(): void {
    this.emit('before-quit', eventDouble({}));
    if (this.windows.every((window) => window.close())) this.exit();
  }

  exit(): void {
    this.hasQuit = true;
    if (this.#computer.running === this) this.#computer.running = null;
  }

  relaunch(): void {
    this.emit('relaunch');
  }

  enableSandbox(): void {
    this.isSandboxed = true;
  }

  setAppUserModelId(): void {
    // Only Windows keeps it.
  }

  setAsDefaultProtocolClient(scheme: string): boolean {
    return this.claimedSchemes.push(scheme) > 0;
  }

  setBadgeCount(count = 0): boolean {
    this.badgeCount = count;
    return true;
  }

  whenReady = (): Promise<void> => Promise.resolve();
  getLocale = (): string => this.#computer.locale;
  getPath = (): string => this.#computer.userData;
  getVersion = (): string => '0.0.0-double';
}
