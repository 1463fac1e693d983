import { z } from 'zod';
import { conversationIdSchema } from '../domain/ids.ts';

/** The scheme that the operating system routes to Baton. */
export const LINK_SCHEME = 'baton';

/** A place in the console that a link from outside may open. */
export const deepLinkSchema = z.strictObject({ conversationId: conversationIdSchema });
export type DeepLink = Readonly<z.infer<typeof deepLinkSchema>>;

/** Reads `baton://conversation/ID`; null for anything else. Nothing but the id is taken: no query, no fragment, no second segment. */
export function parseDeepLink(text: string): DeepLink | null {
  const conversationId = /^baton:\/\/conversation\/([^/?#]*)\/?$/i.exec(text)?.[1];
  const link = deepLinkSchema.safeParse({ conversationId });
  return link.success ? link.data : null;
}
