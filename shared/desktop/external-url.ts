import { z } from 'zod';

const MAX_LENGTH = 2_000;
const canonicalUrl = z.url({ protocol: /^(?:https?|mailto)$/, normalize: true }).max(MAX_LENGTH);

/**
 * The address in the form that may be handed to the operating system (T4), or null: http, https and mailto only, written back by the URL
 * parser so that what is shown is what is opened, and without a user name before the host, which exists only to mislead.
 */
export function externalUrl(text: string): string | null {
  const parsed = canonicalUrl.safeParse(text);
  if (!parsed.success || parsed.data.length > MAX_LENGTH) return null;
  const isMisleading = /^https?:\/\/[^/?#]*@/.test(parsed.data);
  return isMisleading ? null : parsed.data;
}
