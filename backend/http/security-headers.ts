import type { FastifyReply } from 'fastify';

/** What a page may do, by what it is. */
export type PagePolicy = 'console' | 'widget' | 'shop' | 'none';

const SHARED = ["default-src 'none'", "base-uri 'none'", "form-action 'none'"];
const OWN_FILES = [
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
];

/** The Content-Security-Policy of a page. No inline script or style anywhere; only the chat may be framed, by whom the operator says. */
export function contentSecurityPolicy(page: PagePolicy, widgetAncestors: string): string {
  switch (page) {
    case 'console':
      return [
        ...SHARED,
        ...OWN_FILES,
        "manifest-src 'self'",
        "worker-src 'self'",
        "frame-ancestors 'none'",
      ].join('; ');
    case 'widget':
      return [...SHARED, ...OWN_FILES, `frame-ancestors ${widgetAncestors}`].join('; ');
    case 'shop':
      return [...SHARED, ...OWN_FILES, "frame-src 'self'", "frame-ancestors 'none'"].join('; ');
    case 'none':
      return [...SHARED, "frame-ancestors 'none'", 'sandbox'].join('; ');
  }
}

/** Headers that every answer carries, whatever it is; pages replace the policy by their own. */
export function setSecurityHeaders(reply: FastifyReply, isSecure: boolean): void {
  void reply.headers({
    'content-security-policy': contentSecurityPolicy('none', "'none'"),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    ...(isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  });
}
