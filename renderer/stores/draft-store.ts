import { create } from 'zustand';
import type { ChannelId, ConversationId, EntryId } from '#shared/domain/ids';
import type { ModelDraftId } from '#shared/domain/model-draft';

/** What the words are: a reply to the customer, a note to colleagues, or other words for a message that was sent. */
export type DraftMode = 'reply' | 'note' | 'edit';

/** What an agent has written and not sent. Reply, note and edit are kept apart, so that none ever turns into another. */
export type Draft = {
  mode: DraftMode;
  reply: string;
  note: string;
  edit: Edit | null;
  way: ReplyWay | null;
  /** The model's draft that the reply began as (rule T8); forgotten with the words. */
  draftId: ModelDraftId | null;
};

/** The words that a message is to have instead of its own; `isTouched` once they are other ones than its own. */
export type Edit = { entryId: EntryId; text: string; isTouched: boolean };

/** A channel chosen for the reply instead of the one that the customer used last, which was `insteadOf`. */
export type ReplyWay = { channelId: ChannelId; insteadOf: ChannelId };

type DraftState = { drafts: ReadonlyMap<ConversationId, Draft> };

/** Nothing written. What an older version kept on the device is completed from it. */
export const emptyDraft: Draft = { mode: 'reply', reply: '', note: '', edit: null, way: null, draftId: null };

/** Drafts by conversation; kept on the device by `connection/kept-drafts.ts`. */
export const useDraftStore = create<DraftState>()(() => ({ drafts: new Map() }));

/** The draft of one conversation; an empty one where nothing was written. */
export function useDraft(id: ConversationId): Draft {
  return useDraftStore((state) => state.drafts.get(id) ?? emptyDraft);
}

/** Changes a draft. One that is empty and for a reply is forgotten. */
export function changeDraft(id: ConversationId, change: Partial<Draft>): void {
  const drafts = new Map(useDraftStore.getState().drafts);
  const draft = { ...(drafts.get(id) ?? emptyDraft), ...change };
  if (draft.reply === '') draft.draftId = null;
  if (draft.mode !== 'edit') draft.edit = null;
  if (isEmpty(draft)) drafts.delete(id);
  else drafts.set(id, draft);
  useDraftStore.setState({ drafts });
}

function isEmpty({ mode, reply, note, way }: Draft): boolean {
  return mode === 'reply' && reply === '' && note === '' && !way;
}

/**
 * The channel that this agent chose for the reply (rule I3); `null` for the one that the customer used last, also once the customer has
 * written by another one than when it was chosen.
 */
export function chosenChannel({ way }: Draft, lastUsed: ChannelId): ChannelId | null {
  return way?.insteadOf === lastUsed ? way.channelId : null;
}

/** Adds words to the reply that is being written, on a line of their own when there are others. */
export function addToReply(id: ConversationId, words: string): void {
  const before = useDraftStore.getState().drafts.get(id)?.reply.trimEnd() ?? '';
  changeDraft(id, { mode: 'reply', reply: before === '' ? words : `${before}\n${words}` });
}

/** Begins to edit a message; the reply and the note stay as they are until that is over. */
export function beginEdit(id: ConversationId, { entryId, text }: Pick<Edit, 'entryId' | 'text'>): void {
  changeDraft(id, { mode: 'edit', edit: { entryId, text, isTouched: false } });
}

/** Changes the words of an edit. */
export function changeEdit(id: ConversationId, { entryId, text }: Pick<Edit, 'entryId' | 'text'>): void {
  changeDraft(id, { edit: { entryId, text, isTouched: true } });
}

/** What of a draft may outlive the window: not a mere copy of a message that may be recalled meanwhile (rule D19). */
export function lastingDraft(draft: Draft | undefined): Draft | undefined {
  if (!draft?.edit || draft.edit.isTouched) return draft;
  const lasting: Draft = { ...draft, mode: 'reply', edit: null };
  return isEmpty(lasting) ? undefined : lasting;
}

/** Leaves the edit of a message, if it is still the one that is being edited. */
export function endEdit(id: ConversationId, entryId: EntryId): void {
  if (useDraftStore.getState().drafts.get(id)?.edit?.entryId === entryId) changeDraft(id, { mode: 'reply' });
}

/** The message of a conversation that is being edited. */
export function useEditedEntry(id: ConversationId): EntryId | null {
  return useDraftStore((state) => state.drafts.get(id)?.edit?.entryId ?? null);
}
