import { z } from 'zod';

/** What became of an address that somebody typed: the origin to talk to, or why it can't be used. */
export type ServerAddress =
  | { readonly ok: true; readonly origin: string }
  | { readonly ok: false; readonly reason: 'unreadable' | 'insecure' };

const MAX_LENGTH = 300;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const canonicalUrl = z.url({ protocol: /^https?$/, normalize: true }).max(MAX_LENGTH);

/**
 * Reads a server address as a person types it ("support.shop.com", "localhost:7410", "https://…/console") and reduces it to an origin.
 * Only https is accepted, except from this machine to itself, where nothing crosses a wire.
 */
export function parseServerAddress(text: string): ServerAddress {
  const typed = text.trim();
  const parsed = canonicalUrl.safeParse(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : withScheme(typed));
  // The pattern runs on what the URL parser wrote back, so host tricks (userinfo, backslashes, odd case) are gone or refused here.
  const parts = parsed.success
    ? /^(https?):\/\/((\[[^\]]+\]|[^/?#@:]+)(?::\d+)?)[/?#]/.exec(parsed.data)
    : null;
  if (!parts) return { ok: false, reason: 'unreadable' };
  const [, scheme, host, name = ''] = parts;
  if (scheme === 'http' && !LOOPBACK.test(name)) return { ok: false, reason: 'insecure' };
  return { ok: true, origin: `${scheme}://${host}` };
}

/** The origin of the web socket that belongs to an http(s) origin. */
export function socketOrigin(origin: string): string {
  return origin.replace(/^http/, 'ws');
}

function withScheme(typed: string): string {
  const host = /^(\[[^\]]*\]|[^/?#:]*)/.exec(typed)?.[0] ?? '';
  return `${LOOPBACK.test(host.toLowerCase()) ? 'http' : 'https'}://${typed}`;
}
