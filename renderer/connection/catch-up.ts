import type { ConversationId } from '#shared/domain/ids';
import type { Workspace } from '#shared/protocol/agent-requests';
import { useEntryStore } from '../stores/entry-store.ts';
import { type Answer, request } from './commands/request.ts';
import { takeEntries, takeWorkspace } from './incoming.ts';

let cursor: string | null = null;
let syncing: Promise<Answer<Workspace>> | null = null;
/** The conversations that are being read forward, and whether one of them was asked for again meanwhile. */
const fetching = new Map<ConversationId, boolean>();

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

/** All of a large workspace comes in pages; it is shown when the last of them is there, and then what changed meanwhile. */
async function readWorkspace(): Promise<Answer<Workspace>> {
  const pages: Workspace[] = [];
  for (let at = cursor; ; ) {
    const answer = await request('workspace:sync', { cursor: at });
    if (!answer.ok) return answer;
    at = answer.data.cursor;
    if (answer.data.isFull) pages.push(answer.data);
    if (answer.data.hasMore) continue;
    if (pages.length > 0) {
      takeWorkspace({
        ...answer.data,
        isFull: true,
        conversations: pages.flatMap((page) => page.conversations),
      });
    }
    if (!answer.data.isFull) takeWorkspace(answer.data);
    cursor = at;
    return answer;
  }
}

/** Reads forward from the last entry that we have until nothing is missing; asked for meanwhile, once more: what was told may be younger than what was read. */
export async function fetchMissing(id: ConversationId): Promise<void> {
  if (fetching.has(id)) {
    fetching.set(id, true);
    return;
  }
  try {
    do {
      fetching.set(id, false);
    } while ((await readForward(id)) && fetching.get(id));
  } finally {
    fetching.delete(id);
  }
}

async function readForward(id: ConversationId): Promise<boolean> {
  for (let hasMore = true; hasMore; ) {
    const after = useEntryStore.getState().threads.get(id)?.entries.at(-1)?.seq ?? 0;
    const answer = await request('entry:list', { conversationId: id, after, limit: 200 });
    if (!answer.ok) return false;
    takeEntries(id, answer.data.entries);
    hasMore = answer.data.hasMore && answer.data.entries.length > 0;
  }
  return true;
}
