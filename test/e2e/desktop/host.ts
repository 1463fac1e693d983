import type { Browser, Page } from '@playwright/test';
import type { Rectangle } from 'electron';

/** A computer on which the app can be started again and again. Stopped and cleared by `dispose`. */
export interface Desktop {
  /** Starts the app and waits until its page has loaded. */
  start(options?: { readonly server?: string; readonly argv?: readonly string[] }): Promise<RunningApp>;
  dispose(): Promise<void>;
}

/** A message of the system that shows on the screen. */
export interface ShownNotice {
  readonly title: string;
  readonly body: string;
  readonly isSticky: boolean;
}

/** The running app as a person, the system and a test can see it and act on it. */
export interface RunningApp {
  page(): Promise<Page>;
  /** The address of the page as the shell knows it. */
  address(): Promise<string>;
  windowPreferences(): Promise<Readonly<Record<string, unknown>>>;
  place(): Promise<Rectangle>;
  /** A person drags the window. */
  moveTo(place: Rectangle): Promise<void>;
  isVisible(): Promise<boolean>;
  /** A person clicks the close button. */
  clickClose(): Promise<void>;
  /** Another program comes to the front. */
  loseFocus(): Promise<void>;
  /** The system starts the app once more, for a link or by a double click. */
  startAgain(argv: readonly string[]): Promise<void>;
  notices(): Promise<readonly ShownNotice[]>;
  clickNotice(title: string): Promise<void>;
  badge(): Promise<number>;
  openedOutside(): Promise<readonly string[]>;
  /** The page's process dies. */
  crash(): Promise<void>;
  quit(): Promise<void>;
}

/** Something that can run the shell: the double, or Electron itself. */
export interface DesktopHost {
  readonly name: string;
  /** Why this host can't run here; null when it can. */
  readonly isMissing: string | null;
  /** The address under which the console here reaches a real server. */
  reach(server: string): Promise<{ readonly address: string; stop(): Promise<void> }>;
  /** A fresh computer whose console is the given folder. */
  createDesktop(browser: Browser, consoleFolder: string): Promise<Desktop>;
}
