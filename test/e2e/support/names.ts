import type { Page } from '@playwright/test';

const ROLES = [
  'button',
  'link',
  'textbox',
  'searchbox',
  'combobox',
  'radio',
  'checkbox',
  'menuitem',
  'menuitemradio',
  'menuitemcheckbox',
  'tab',
  'option',
  'img',
  'dialog',
  'listbox',
  'radiogroup',
] as const;

/** What of a page, and of the frames in it, has a role that wants a name and none that a screen reader could say: by role and markup. */
export async function namelessIn(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    for (const role of ROLES) {
      const nameless = frame.getByRole(role, { name: /^\s*$/ });
      // At once, because what is found one by one may be gone by then.
      const markup = await nameless.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML.slice(0, 160)));
      found.push(...markup.map((one) => `${role}: ${one}`));
    }
  }
  return found;
}
