import type { i18n } from 'i18next';
import { dismissRefusal } from '../connection/commands/message.ts';
import { showToast } from '../design/toast.tsx';
import { refusalWords } from '../locales/refusal.ts';
import { useConversationStore } from '../stores/conversation-store.ts';
import { useDraftStore } from '../stores/draft-store.ts';
import { type Revision, useRevisionStore } from '../stores/revision-store.ts';
import { useViewStore } from '../stores/view-store.ts';

/**
 * Says why a message could not be recalled or edited, whatever is on screen by then, also in a later window than it was asked in; of an edit
 * that is on screen the composer says so, beside the words.
 */
export function startRefusalNotices(words: i18n): void {
  useRevisionStore.subscribe(({ revisions }, before) => {
    for (const revision of revisions.values()) {
      const { entryId, state } = revision;
      if (state === 'asked' || before.revisions.get(entryId)?.state === state) continue;
      const isInComposer = isBeingEdited(revision);
      if (!isInComposer) dismissRefusal(entryId);
      if (isInComposer && isOpen(revision)) continue;
      const reason = refusalWords(words)(state);
      showToast({ title: titleOf(words, revision, reason), ...kept(words, revision, isInComposer) });
    }
  });
}

function titleOf(words: i18n, revision: Revision, reason: string): string {
  const { text, conversationId } = revision;
  const name = useConversationStore.getState().rows.get(conversationId)?.customer.name;
  if (name === undefined || isOpen(revision)) {
    return words.t(text === null ? 'revise.recallFailed' : 'revise.editFailed', { reason });
  }
  return words.t(text === null ? 'revise.recallFailedOf' : 'revise.editFailedOf', { reason, name });
}

/** Where the words of an edit are now. */
function kept(words: i18n, { text }: Revision, isInComposer: boolean) {
  const where = words.t(isInComposer ? 'revise.editKept' : 'revise.editKeptAsReply');
  return { isProblem: true, ...(text === null ? {} : { description: where }) };
}

function isOpen({ conversationId }: Revision): boolean {
  return useViewStore.getState().openId === conversationId;
}

function isBeingEdited({ conversationId, entryId, text }: Revision): boolean {
  const edit = useDraftStore.getState().drafts.get(conversationId)?.edit;
  return text !== null && edit?.entryId === entryId;
}
