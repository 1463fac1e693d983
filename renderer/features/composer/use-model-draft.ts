import type { ConversationSummary } from '#shared/domain/conversation';
import type { DraftWish, ModelDraft } from '#shared/domain/model-draft';
import { endModelDraft, startModelDraft } from '../../connection/commands/drafting.ts';
import { languageOf } from '../../locales/spoken.ts';
import { addToReply, changeDraft, useDraft } from '../../stores/draft-store.ts';
import { useModelDraft } from '../../stores/model-draft-store.ts';
import { useSessionStore } from '../../stores/session-store.ts';

/** What the composer can ask of the shop's language model now. */
export type ReplyDrafting = {
  draft: ModelDraft | undefined;
  /** Null where the shop has no model. */
  write: (() => void) | null;
  /** Puts the reply into the customer's language; null where it is in it already, or empty. */
  translate: (() => void) | null;
  use: () => void;
  close: () => void;
};

/** Drafting for one conversation's reply. */
export function useReplyDrafting({ id, language }: ConversationSummary): ReplyDrafting {
  const slot = `reply:${id}` as const;
  const draft = useModelDraft(slot);
  const { reply } = useDraft(id);
  const isAvailable = useSessionStore((state) => state.abilities.drafts);
  const ask = (wish: DraftWish) => () => void startModelDraft(slot, id, wish);
  const text = reply.trim();
  const isForeign = text !== '' && languageOf(text) !== language;
  return {
    draft,
    write: isAvailable ? ask({ kind: 'reply' }) : null,
    translate: isAvailable && isForeign ? ask({ kind: 'translation', text, into: language }) : null,
    use() {
      if (draft?.state !== 'ready') return;
      if (draft.kind === 'translation') changeDraft(id, { mode: 'reply', reply: draft.text });
      else addToReply(id, draft.text);
      changeDraft(id, { draftId: draft.id });
      endModelDraft(slot);
    },
    close: () => endModelDraft(slot),
  };
}
