import { attractAttention } from './badge.ts';
import type { CallHandlers } from './calls.ts';
import type { AppPart, WindowPart } from './electron-parts.ts';
import type { Notices } from './notices.ts';
import type { Secrets } from './secrets.ts';
import { chooseServer } from './server-choice.ts';
import type { SettingsFile } from './settings.ts';

/** What the shell does for each call of the console. */
export function createHandlers(parts: {
  readonly app: AppPart;
  readonly window: WindowPart;
  readonly settings: SettingsFile;
  readonly secrets: Secrets;
  readonly notices: Notices;
  readonly setBadge: (count: number) => void;
  readonly openOutside: (url: string) => Promise<boolean>;
}): CallHandlers {
  const { app, window, settings, secrets, notices, setBadge, openOutside } = parts;
  return {
    'shell:about': () => ({ version: app.getVersion(), serverAddress: settings.get().serverAddress }),
    'server:choose': ({ address }) => {
      const choice = chooseServer(address, settings, secrets);
      // The content policy comes with the page, so a new server needs a new page; after the answer, else nobody hears it.
      if (choice === 'saved') setImmediate(() => window.webContents.reload());
      return choice;
    },
    'secret:read': ({ name }) => secrets.read(name),
    'secret:keep': ({ name, value }) => secrets.keep(name, value),
    'secret:forget': ({ name }) => secrets.forget(name),
    'notice:show': (notice) => notices.show(notice),
    'notice:withdraw': ({ conversationId }) => notices.withdraw(conversationId),
    'badge:set': ({ count }) => setBadge(count),
    'attention:ask': () => attractAttention(app, window),
    'link:open-outside': ({ url }) => openOutside(url),
  };
}
