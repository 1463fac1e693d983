import { type DeepLink, LINK_SCHEME, parseDeepLink } from '#shared/desktop/deep-link';
import type { AppPart, ContentsPart } from './electron-parts.ts';

/** Keeps a link until the console's page can take it. */
export interface LinkInbox {
  follow(link: DeepLink): void;
  deliverTo(contents: ContentsPart, send: (link: DeepLink) => void): void;
}

/** An inbox without a page yet. Of several links that came while nobody could see them, the last is what the user wants. */
export function createLinkInbox(): LinkInbox {
  let waiting: DeepLink | null = null;
  let deliver: ((link: DeepLink) => void) | null = null;
  return {
    follow(link) {
      if (deliver) deliver(link);
      else waiting = link;
    },
    deliverTo(contents, send) {
      contents.on('did-start-loading', () => {
        deliver = null;
      });
      contents.on('did-finish-load', () => {
        deliver = send;
        if (waiting) send(waiting);
        waiting = null;
      });
    },
  };
}

/** Listens for links of every system: macOS sends an event, Windows and Linux start the app again with the link as an argument. */
export function listenForLinks(
  app: AppPart,
  argv: readonly string[],
  inbox: { readonly follow: (link: DeepLink) => void; readonly show: () => void },
): void {
  const handleLink = (link: DeepLink | null): void => {
    if (link) inbox.follow(link);
    inbox.show();
  };
  const own = linkInArguments(argv);
  if (own) inbox.follow(own);
  app.on('second-instance', (_event, otherArgv) => handleLink(linkInArguments(otherArgv)));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    handleLink(parseDeepLink(url));
  });
  // A checkout must not take the scheme away from the installed app.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
}

/** The link among the arguments of a start. All other arguments are ignored: they may come from a web page (case D9). */
export function linkInArguments(argv: readonly string[]): DeepLink | null {
  for (const argument of argv) {
    const link = parseDeepLink(argument);
    if (link) return link;
  }
  return null;
}
