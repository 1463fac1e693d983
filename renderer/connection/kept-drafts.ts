import type { AgentId, ConversationId } from '#shared/domain/ids';
import { type Draft, emptyDraft, lastingDraft, useDraftStore } from '../stores/draft-store.ts';
import { type DeviceWriting, deviceStorage, type KeptDraft, writeToDevice } from './device-storage.ts';

/** How long a draft may be newer on screen than on the device. */
const DELAY_MS = 250;

/** Brings back this agent's drafts and keeps them from now on. Returns the end of it. */
export async function keepDrafts(authorId: AgentId): Promise<() => void> {
  const kept = await readDrafts(authorId);
  useDraftStore.setState({ drafts: new Map([...kept, ...useDraftStore.getState().drafts]) });
  let saved = useDraftStore.getState().drafts;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    clearTimeout(timer);
    const { drafts } = useDraftStore.getState();
    const changed = new Set(
      [...saved.keys(), ...drafts.keys()].filter((id) => saved.get(id) !== drafts.get(id)),
    );
    saved = drafts;
    void writeDrafts({ authorId, drafts, changed });
  };
  const end = useDraftStore.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(save, DELAY_MS);
  });
  window.addEventListener('pagehide', save);
  return () => {
    end();
    save();
    window.removeEventListener('pagehide', save);
  };
}

async function readDrafts(authorId: AgentId): Promise<[ConversationId, Draft][]> {
  try {
    const all = await (await deviceStorage()).getAll('drafts');
    return all
      .filter((row) => row.authorId === authorId)
      .map((row) => [row.conversationId, { ...emptyDraft, ...row.draft }]);
  } catch {
    // Without storage, drafts live as long as the window.
    return [];
  }
}

type Changes = {
  authorId: AgentId;
  /** The drafts as they were when the change was seen: at the end of a session the store is emptied, the device is not. */
  drafts: ReadonlyMap<ConversationId, Draft>;
  changed: ReadonlySet<ConversationId>;
};

async function writeDrafts({ authorId, drafts, changed }: Changes): Promise<void> {
  if (changed.size === 0) return;
  try {
    await writeToDevice((writing) => {
      for (const conversationId of changed) {
        putDraft(writing, { authorId, conversationId, draft: drafts.get(conversationId) });
      }
    });
  } catch {
    // As above: nothing to tell anybody, the words are still on screen.
    return;
  }
}

/** The draft as it is now goes to the device together with what becomes of its words, so that they are never lost and never there twice (rule D5). */
export function moveDraft(
  writing: DeviceWriting,
  { authorId, conversationId }: Omit<KeptDraft, 'draft'>,
): void {
  putDraft(writing, { authorId, conversationId, draft: useDraftStore.getState().drafts.get(conversationId) });
}

type DraftNow = Omit<KeptDraft, 'draft'> & { draft: Draft | undefined };

function putDraft(writing: DeviceWriting, { authorId, conversationId, draft }: DraftNow): void {
  const drafts = writing.objectStore('drafts');
  const lasting = lastingDraft(draft);
  if (lasting) void drafts.put({ authorId, conversationId, draft: lasting });
  else void drafts.delete([authorId, conversationId]);
}
