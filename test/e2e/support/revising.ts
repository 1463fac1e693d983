import type { Locator } from '@playwright/test';
import type { AtConsole } from './story-test.ts';

/** What stands where messages were recalled. */
export const tombstones = ({ conversation }: AtConsole): Locator => conversation.getByTestId('recalled');

/** Presses one of the buttons that a message has under the pointer. */
export async function press(at: AtConsole, text: string, name: string): Promise<void> {
  const message = at.message(text);
  await message.hover();
  await message.getByRole('button', { name, exact: true }).click();
}
