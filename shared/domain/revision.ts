import type { CustomerEntry, Entry, MessageBody, RevisedBody, RevisedContent } from './entry.ts';
import type { EntryId } from './ids.ts';

/** How long the author of a message may edit it or take it back, by the database's clock, in milliseconds (rule D19). */
export const REVISION_MS = 120_000;

/** That a message says something else now. */
export type Revision = { entryId: EntryId; content: RevisedContent };

/**
 * An entry as it is after a revision of some message of its conversation: the message says what it says now, and so do earlier revisions of it, so that
 * nothing keeps words that are gone. Of the mood the words that moved it go, the score stays. Any other entry is given back as it is. The server
 * stores and clients keep what this says, so catching up comes to what a fresh read shows (rule D4).
 */
export function revisedEntry(entry: Entry, { entryId, content }: Revision): Entry {
  const { body } = entry;
  if (body.type === 'message' && entry.id === entryId) return { ...entry, body: revisedBody(body, content) };
  if (body.type === 'revised' && body.entryId === entryId)
    return { ...entry, body: revisedBody(body, content) };
  return entry;
}

/** What becomes of the body of a message, or of an earlier revision of it. */
export function revisedBody<B extends MessageBody | RevisedBody>(body: B, content: RevisedContent): B {
  if (body.type === 'revised' || body.mood === null) return { ...body, content };
  return { ...body, content, mood: { ...body.mood, cues: [] } };
}

/** The same of what a customer's client keeps; `revision` is an entry with `revises`. */
export function revisedCustomerEntry(entry: CustomerEntry, revision: CustomerEntry): CustomerEntry {
  const isMeant = entry.id === revision.revises || (entry.revises && entry.revises === revision.revises);
  return isMeant ? { ...entry, content: revision.content } : entry;
}
