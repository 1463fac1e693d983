import { deepLinkSchema } from '#shared/desktop/deep-link';
import { externalUrl } from '#shared/desktop/external-url';
import { onFocusChange } from './focus.ts';
import type { DeepLink, Notice, Platform, Secrets, Unsubscribe } from './platform.ts';

/** Set by the console's build; absent when the sources run unbuilt. */
declare const __BATON_VERSION__: string | undefined;

/** The platform in a plain browser: the server is the one that served the page, the session its HttpOnly cookie. */
export function createWebPlatform(): Platform {
  const links = createLinks();
  return {
    kind: 'web',
    capabilities: { secrets: false, serverChoice: false, attention: false, idle: false },
    version: typeof __BATON_VERSION__ === 'string' ? __BATON_VERSION__ : 'development',
    serverAddress: window.location.origin,
    chooseServer: () => Promise.reject(new Error('In a browser the server is the one that served this page')),
    secrets: noSecrets,
    askToNotify,
    notify: (notice) => notify(notice, links.follow),
    setUnreadBadge,
    attractAttention: () => undefined,
    openExternal,
    onFocusChange,
    onDeepLink: links.listen,
    onIdleChange: () => () => undefined,
  };
}

function refuseSecret(): Promise<never> {
  return Promise.reject(new Error('A browser has no keychain for secrets; the session is a cookie'));
}

const noSecrets: Secrets = { read: refuseSecret, keep: refuseSecret, forget: refuseSecret };

async function askToNotify(): Promise<boolean> {
  // Notification is missing in some embedded browsers and outside secure contexts.
  if (!('Notification' in window)) return false;
  const answer =
    Notification.permission === 'default' ? await Notification.requestPermission() : Notification.permission;
  return answer === 'granted';
}

function notify(notice: Notice, follow: (link: DeepLink) => void): () => void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return () => undefined;
  const { title, body, conversationId, isSticky } = notice;
  const shown = new Notification(title, { body, tag: conversationId, requireInteraction: isSticky });
  shown.onclick = () => {
    window.focus();
    shown.close();
    follow({ conversationId });
  };
  return () => shown.close();
}

/** A browser tab has no badge, but its title is what people glance at. */
function setUnreadBadge(count: number): void {
  const title = document.title.replace(/^\(\d+\+?\) /, '');
  document.title = count > 0 ? `(${count > 99 ? '99+' : count}) ${title}` : title;
}

async function openExternal(url: string): Promise<boolean> {
  const address = externalUrl(url);
  if (address === null) return false;
  window.open(address, '_blank', 'noopener,noreferrer');
  return true;
}

/** `#conversation/ID` in the address, and clicked notices; kept until somebody listens. */
function createLinks(): {
  follow: (link: DeepLink) => void;
  listen: (listener: (link: DeepLink) => void) => Unsubscribe;
} {
  const listeners = new Set<(link: DeepLink) => void>();
  let waiting: DeepLink[] = [];
  const follow = (link: DeepLink): void => {
    if (listeners.size === 0) waiting.push(link);
    for (const listener of listeners) listener(link);
  };
  const followAddress = (): void => {
    const link = deepLinkSchema.safeParse({
      conversationId: /^#conversation\/(.+)$/.exec(window.location.hash)?.[1],
    });
    if (link.success) follow(link.data);
  };
  followAddress();
  window.addEventListener('hashchange', followAddress);
  return {
    follow,
    listen(listener) {
      listeners.add(listener);
      for (const link of waiting) listener(link);
      waiting = [];
      return () => void listeners.delete(listener);
    },
  };
}
