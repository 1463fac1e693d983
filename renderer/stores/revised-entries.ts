import type { Entry, RevisedContent } from '#shared/domain/entry';
import type { EntryId } from '#shared/domain/ids';
import { revisedEntry } from '#shared/domain/revision';

/**
 * Puts into held entries what `news` say of them (rule D19): an edited message has its new words, a recalled one none, and no earlier revision
 * keeps what was said before. Changes the array in place, and entries by replacing them; tells whether anything changed. However often and
 * late the news come, what was recalled stays so.
 */
export function reviseEntries(held: Entry[], news: readonly Entry[]): boolean {
  const contents = new Map<EntryId, RevisedContent>();
  for (const { body } of news) {
    if (body.type === 'revised' && contents.get(body.entryId)?.type !== 'recalled')
      contents.set(body.entryId, body.content);
  }
  if (contents.size === 0) return false;
  let hasChanged = false;
  for (const [index, entry] of held.entries()) {
    const entryId = revisedIn(entry);
    const content = entryId && contents.get(entryId);
    if (!entryId || !content || isRecalled(entry)) continue;
    held[index] = revisedEntry(entry, { entryId, content });
    hasChanged = true;
  }
  return hasChanged;
}

/** The message whose words an entry holds. */
function revisedIn({ id, body }: Entry): EntryId | null {
  if (body.type === 'message') return id;
  return body.type === 'revised' ? body.entryId : null;
}

function isRecalled({ body }: Entry): boolean {
  return (body.type === 'message' || body.type === 'revised') && body.content.type === 'recalled';
}
