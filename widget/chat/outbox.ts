import { z } from 'zod';
import { messageTextSchema } from '#shared/domain/entry';
import { type ClientId, clientIdSchema, type EntryId, entryIdSchema, momentSchema } from '#shared/domain/ids';

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

/** A message that is being taken back, in the same way. */
const recallSchema = z.object({ entryId: entryIdSchema, clientId: clientIdSchema });

/** What waits on this device, oldest first; empty where nothing readable is kept. Changes are made to what lies there now: other tabs of the shop keep theirs beside it. */
function createKept<T>(key: string, schema: z.ZodType<T>) {
  function read(): T[] {
    try {
      return z.array(schema).parse(JSON.parse(localStorage.getItem(key) ?? '[]'));
    } catch {
      return [];
    }
  }
  return {
    read,
    change(next: (kept: T[]) => readonly T[]): void {
      try {
        localStorage.setItem(key, JSON.stringify(next(read())));
      } catch {
        // Storage forbidden or full: it is still asked for as long as the page is open.
      }
    },
  };
}

/** Messages that the server has not acknowledged. */
export const keptMessages = createKept('baton.outbox', pendingSchema);
const keptRecalls = createKept('baton.recalls', recallSchema);

/** What is being taken back, as it was left. */
export function readRecalls(): Map<EntryId, ClientId> {
  return new Map(keptRecalls.read().map(({ entryId, clientId }) => [entryId, clientId]));
}

/** Keeps over a crash that a message is to be taken back; `null` once there is an answer. */
export function keepRecall(entryId: EntryId, clientId: ClientId | null): void {
  keptRecalls.change((kept) => [
    ...kept.filter((one) => one.entryId !== entryId),
    ...(clientId === null ? [] : [{ entryId, clientId }]),
  ]);
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
