import { z } from 'zod';
import { messageTextSchema } from '#shared/domain/entry';
import { clientIdSchema, momentSchema } from '#shared/domain/ids';

/**
 * What the customer wrote and the server has not acknowledged (rule D5). Kept on the device before it is shown, so that closing the page
 * loses nothing; each message keeps its client id, so that sending again has no second effect (rule D1).
 */
export const pendingSchema = z.object({
  clientId: clientIdSchema,
  text: messageTextSchema,
  at: momentSchema,
  /** `null` while it is waiting or under way; else the code of why it was refused for good. */
  refused: z.string().nullable(),
});
export type Pending = z.infer<typeof pendingSchema>;

const STORAGE_KEY = 'baton.outbox';

/** What was written on this page and not yet acknowledged, oldest first; empty where nothing readable is kept. */
export function readOutbox(): Pending[] {
  try {
    return z.array(pendingSchema).parse(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]'));
  } catch {
    return [];
  }
}

/** Keeps it over a reload. */
export function writeOutbox(pending: readonly Pending[]): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(pending));
  } catch {
    // Storage forbidden or full: the message still goes out as long as the page is open.
  }
}

/** A message to be sent, with an id of its own. */
export function newPending(text: string): Pending {
  return pendingSchema.parse({
    clientId: crypto.randomUUID(),
    text,
    at: new Date().toISOString(),
    refused: null,
  });
}
