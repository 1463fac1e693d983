import type { ConversationId } from '#shared/domain/ids';
import type { Workspace } from '#shared/protocol/agent-requests';
import { useEntryStore } from '../stores/entry-store.ts';
import { type Answer, request } from './commands/request.ts';
import { takeEntries, takeWorkspace } from './incoming.ts';

let cursor: string | null = null;
let syncing: Promise<Answer<Workspace>> | null = null;
const fetching = new Set<ConversationId>();

/** Forgets how far the workspace was read: the next sync is a whole one. */
export function forgetCursor(): void {
  cursor = null;
}

/** Asks for all that changed in the workspace since the cursor (rules D3, D4). Of several at once only the first asks; all have its answer. */
export function syncWorkspace(): Promise<Answer<Workspace>> {
  syncing ??= readWorkspace().finally(() => {
    syncing = null;
  });
  return syncing;
}

async function readWorkspace(): Promise<Answer<Workspace>> {
  const answer = await request('workspace:sync', { cursor });
  if (!answer.ok) return answer;
  takeWorkspace(answer.data);
  cursor = answer.data.cursor;
  return answer;
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
