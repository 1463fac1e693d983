import type { ConversationId } from '#shared/domain/ids';
import type { DraftWish, DropReason, ModelDraftId } from '#shared/domain/model-draft';
import {
  clearModelDraft,
  type DraftSlot,
  putModelDraft,
  useModelDraftStore,
} from '../../stores/model-draft-store.ts';
import { newCommandId } from '../command-id.ts';
import { type Refusal, request } from './request.ts';

/** Asks the language model for a draft in this place; its words come as events. A refusal is shown as a draft that was dropped. */
export async function startModelDraft(
  slot: DraftSlot,
  conversationId: ConversationId,
  wish: DraftWish,
): Promise<void> {
  const draftId = newCommandId() as string as ModelDraftId;
  const draft = { id: draftId, conversationId, kind: wish.kind, text: '', citations: [], warnings: [] };
  putModelDraft(slot, { ...draft, state: 'composing', reason: null });
  const answer = await request('draft:start', { draftId, conversationId, wish });
  if (answer.ok || useModelDraftStore.getState().drafts.get(slot)?.id !== draftId) return;
  putModelDraft(slot, { ...draft, state: 'dropped', reason: reasonOf(answer.error) });
}

/** Takes a draft from its place; one that is being written is ended. */
export function endModelDraft(slot: DraftSlot): void {
  const draft = useModelDraftStore.getState().drafts.get(slot);
  clearModelDraft(slot);
  if (draft?.state === 'composing') void request('draft:cancel', { draftId: draft.id });
}

function reasonOf({ code }: Refusal): DropReason {
  return code === 'overloaded' || code === 'rate-limited' ? 'busy' : 'unavailable';
}
