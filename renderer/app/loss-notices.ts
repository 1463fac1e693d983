import type { i18n } from 'i18next';
import { showToast } from '../design/toast.tsx';
import { groupOf, useConversationStore } from '../stores/conversation-store.ts';
import { useUndeliveredStore } from '../stores/undelivered-store.ts';
import { useViewStore } from '../stores/view-store.ts';

/** Says that something did not arrive in a conversation of mine that is not on screen; on screen, the message itself says so (rule D14). */
export function startLossNotices(words: i18n): void {
  useUndeliveredStore.subscribe(({ perConversation }, before) => {
    if (perConversation === before.perConversation || before.status !== 'ready') return;
    const { rows, me } = useConversationStore.getState();
    const { openId, place } = useViewStore.getState();
    for (const [id, count] of perConversation) {
      const row = rows.get(id);
      const more = count - (before.perConversation.get(id) ?? 0);
      const isInSight = place === 'undelivered' || id === openId;
      if (more <= 0 || isInSight || !row || groupOf(row, me) !== 'mine') continue;
      const title = words.t('undelivered.tell', { name: row.customer.name, count: more });
      showToast({ title, isProblem: true });
    }
  });
}
