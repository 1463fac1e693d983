import { CONSOLE_ORIGIN } from '#shared/desktop/origin';
import { socketOrigin } from '#shared/desktop/server-address';

/**
 * The policy under which the console runs: its own files, and the one server it belongs to for data and pictures. No inline script or style,
 * no eval, no frames, no forms that leave.
 */
export function contentSecurityPolicy(server: string | null): string {
  const data = server === null ? '' : ` ${server}`;
  const connect = server === null ? "'none'" : `${server} ${socketOrigin(server)}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' data:${data}`,
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Second lock behind the policy, for whatever a page could start that no policy covers: which addresses the session may load at all. */
export function mayLoad(url: string, server: string | null): boolean {
  if (url.startsWith(`${CONSOLE_ORIGIN}/`) || url.startsWith('data:') || url.startsWith('blob:app://baton/'))
    return true;
  if (server === null) return false;
  return url.startsWith(`${server}/`) || url.startsWith(`${socketOrigin(server)}/`);
}
