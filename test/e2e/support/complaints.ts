import type { BrowserContext } from '@playwright/test';

/** What pages complain of: errors of their own, and whatever their content policy stopped. */
export type Complaints = {
  /** Listens to all pages of a browser, with the frames in them. */
  watch(context: BrowserContext): Promise<void>;
  /** Everything but what is forgiven. */
  all(): string[];
  /** Complaints that the test itself provokes. */
  forgive(pattern: RegExp): void;
};

/** Chromium's words for a request that failed on the network. */
export const NETWORK_CUT = /net::ERR_|WebSocket connection to|Failed to load resource/;

/** Begins to listen. */
export function listenForComplaints(): Complaints {
  const heard: string[] = [];
  const forgiven: RegExp[] = [];
  return {
    async watch(context) {
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
          reportError(
            new Error(`Content policy: ${effectiveDirective} stopped ${blockedURI} on ${location.href}`),
          ),
        );
      });
      context.on('console', (message) => {
        if (message.type() === 'error') heard.push(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => heard.push(String(error.error())));
    },
    all: () => heard.filter((complaint) => !forgiven.some((pattern) => pattern.test(complaint))),
    forgive: (pattern) => void forgiven.push(pattern),
  };
}
