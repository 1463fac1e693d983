import type { ConversationId } from '#shared/domain/ids';
import { useEntryStore } from '../stores/entry-store.ts';
import { request } from './commands/request.ts';
import { takeEntries, takeWorkspace } from './incoming.ts';

let cursor: string | null = null;
let isSyncing = false;
const fetching = new Set<ConversationId>();

/** Forgets how far the workspace was read: the next sync is a whole one. */
export function forgetCursor(): void {
  cursor = null;
}

/** Asks for all that changed in the workspace since the cursor (rules D3, D4). Answers whether it was read. */
export async function syncWorkspace(): Promise<boolean> {
  if (isSyncing) return false;
  isSyncing = true;
  try {
    const answer = await request('workspace:sync', { cursor });
    if (!answer.ok) return false;
    takeWorkspace(answer.data);
    cursor = answer.data.cursor;
    return true;
  } finally {
    isSyncing = false;
  }
}

/** Reads forward from the last entry that we have until nothing is missing. */
export async function fetchMissing(id: ConversationId): Promise<void> {
  if (fetching.has(id)) return;
  fetching.add(id);
  try {
    for (let hasMore = true; hasMore; ) {
      const after = useEntryStore.getState().threads.get(id)?.entries.at(-1)?.seq ?? 0;
      const answer = await request('entry:list', { conversationId: id, after, limit: 200 });
      if (!answer.ok) return;
      takeEntries(id, answer.data.entries);
      hasMore = answer.data.hasMore && answer.data.entries.length > 0;
    }
  } finally {
    fetching.delete(id);
  }
}
