import { create } from 'zustand';
import type { ConversationId, EntryId } from '#shared/domain/ids';
import type { ModelDraft } from '#shared/domain/model-draft';

/** Where on screen a draft of the language model stands: over the reply, in the handoff card, under a customer's message. */
export type DraftSlot = `reply:${ConversationId}` | `summary:${ConversationId}` | `message:${EntryId}`;

type ModelDraftState = { drafts: ReadonlyMap<DraftSlot, ModelDraft> };

const KEPT = 100;

/** What the language model wrote, by place; nothing of it outlives the window. */
export const useModelDraftStore = create<ModelDraftState>()(() => ({ drafts: new Map() }));

/** The draft at a place; undefined where none was asked for. */
export function useModelDraft(slot: DraftSlot): ModelDraft | undefined {
  return useModelDraftStore((state) => state.drafts.get(slot));
}

/** Puts a draft in its place, instead of the one before it. */
export function putModelDraft(slot: DraftSlot, draft: ModelDraft): void {
  const drafts = new Map(useModelDraftStore.getState().drafts);
  drafts.delete(slot);
  drafts.set(slot, draft);
  for (const old of drafts.keys()) {
    if (drafts.size <= KEPT) break;
    drafts.delete(old);
  }
  useModelDraftStore.setState({ drafts });
}

/** Takes in how a draft stands now; one whose place was given to another is not shown again. */
export function takeModelDraft(draft: ModelDraft): void {
  for (const [slot, { id }] of useModelDraftStore.getState().drafts) {
    if (id === draft.id) putModelDraft(slot, draft);
  }
}

/** Clears a place. */
export function clearModelDraft(slot: DraftSlot): void {
  const drafts = new Map(useModelDraftStore.getState().drafts);
  if (drafts.delete(slot)) useModelDraftStore.setState({ drafts });
}
