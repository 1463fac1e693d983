import { create } from 'zustand';
import type { ChannelId, ConversationId } from '#shared/domain/ids';
import type { ModelDraftId } from '#shared/domain/model-draft';

/** Whom the words are for: the customer, or colleagues only. */
export type DraftMode = 'reply' | 'note';

/** What an agent has written and not sent. Reply and note are kept apart, so that neither ever turns into the other. */
export type Draft = {
  mode: DraftMode;
  reply: string;
  note: string;
  way: ReplyWay | null;
  /** The model's draft that the reply began as (rule T8); forgotten with the words. */
  draftId: ModelDraftId | null;
};

/** A channel chosen for the reply instead of the one that the customer used last, which was `insteadOf`. */
export type ReplyWay = { channelId: ChannelId; insteadOf: ChannelId };

type DraftState = { drafts: ReadonlyMap<ConversationId, Draft> };

const emptyDraft: Draft = { mode: 'reply', reply: '', note: '', way: null, draftId: null };

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
  const isEmpty = draft.mode === 'reply' && draft.reply === '' && draft.note === '' && !draft.way;
  if (isEmpty) drafts.delete(id);
  else drafts.set(id, draft);
  useDraftStore.setState({ drafts });
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
