import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rectangle } from 'electron';

/** A running app that others on the same computer can reach. */
interface RunningApp {
  handleSecondInstance(argv: readonly string[]): void;
}

/** What outlives an app on a computer, shared by all starts on it. */
export interface Computer {
  readonly userData: string;
  readonly platform: NodeJS.Platform;
  readonly locale: string;
  /** Work areas of the screens, the main one first; screens can be unplugged between starts. */
  screens: Rectangle[];
  /** The keychain: none means that Linux encrypts with a password that anybody knows. */
  hasKeychain: boolean;
  /** Answers to the questions that the app will ask, as indexes of the buttons, and the questions asked. */
  readonly answers: number[];
  readonly questions: string[];
  running: RunningApp | null;
}

/** A computer on which Baton has never run. */
export function createComputer(
  traits: Partial<Pick<Computer, 'platform' | 'locale' | 'hasKeychain'>> = {},
): Computer {
  return {
    userData: mkdtempSync(join(tmpdir(), 'baton-desktop-')),
    platform: 'linux',
    locale: 'en-GB',
    screens: [{ x: 0, y: 0, width: 1920, height: 1040 }],
    hasKeychain: true,
    answers: [],
    questions: [],
    running: null,
    ...traits,
  };
}
