import type { i18n } from 'i18next';
import { showToast } from '../design/toast.tsx';
import { refusalWords } from '../locales/refusal.ts';
import { dropRevision, useRevisionStore } from '../stores/revision-store.ts';

/** Says why a message could not be recalled, whatever is on screen by then; of an edit the composer says so, beside the words. */
export function startRecallNotices(words: i18n): void {
  useRevisionStore.subscribe(({ revisions }) => {
    for (const { entryId, text, state } of revisions.values()) {
      if (text !== null || state === 'asked') continue;
      dropRevision(entryId);
      const reason = refusalWords(words)(state);
      showToast({ title: words.t('revise.recallFailed', { reason }), isProblem: true });
    }
  });
}
