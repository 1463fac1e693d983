import type { Locator } from '@playwright/test';
import { type AtConsole, expect } from './story-test.ts';

/** What stands where messages were recalled. */
export const tombstones = ({ conversation }: AtConsole): Locator => conversation.getByTestId('recalled');

/** Presses one of the buttons that a message has under the pointer. */
export async function press(at: AtConsole, text: string, name: string): Promise<void> {
  const message = at.message(text);
  const button = message.getByRole('button', { name, exact: true });
  await pointAt(message, button);
  await button.click();
}

/** Moves the pointer onto a message, and from there onto one of its buttons; again if the thread moved on in between. */
export async function pointAt(message: Locator, button: Locator): Promise<void> {
  await expect(async () => {
    await message.hover({ timeout: 2_000 });
    await button.hover({ timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
}
