import { isDeepStrictEqual } from 'node:util';
import type { Locator } from '@playwright/test';
import { sql } from 'kysely';
import type { ShopServer } from './shop-server.ts';
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
    await message.hover({ timeout: 5_000 });
    await button.hover({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
}

/** Lets so many seconds be past since these words were said, by the database's clock. */
export async function letPass({ database }: ShopServer, text: string, seconds: number): Promise<void> {
  const { numAffectedRows } = await sql`with said as (
      update entries set at = now() - make_interval(secs => ${seconds})
      where type = 'message' and body->'content'->>'text' = ${text} returning author_key, client_id
    ) update commands c set at = now() - make_interval(secs => ${seconds}) from said
      where c.author_key = said.author_key and c.client_id = said.client_id`.execute(database.db);
  expect(numAffectedRows).toBe(1n);
}

/** Resolves when a message stays where it is: a log that was just read finds its place line by line. */
export async function comesToRest(message: Locator): Promise<void> {
  let before: Awaited<ReturnType<Locator['boundingBox']>> = null;
  await expect
    .poll(
      async () => {
        const now = await message.boundingBox();
        const isAtRest = now !== null && isDeepStrictEqual(now, before);
        before = now;
        return isAtRest;
      },
      { intervals: [300] },
    )
    .toBe(true);
}
