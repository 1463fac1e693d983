import type { i18n } from 'i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { ConversationId } from '#shared/domain/ids';
import { speechOf } from '../locales/spoken.ts';
import type { Platform } from '../platform/index.ts';
import { useConversationStore } from '../stores/conversation-store.ts';
import { usePreferenceStore } from '../stores/preference-store.ts';
import { playTone } from './tone.ts';

type Shown = { version: number; kind: 'waiting' | 'offer' | 'message'; withdraw: () => void };

/**
 * What reaches an agent who looks elsewhere: a notice for somebody new who waits, for an offer, for an answer in a conversation of mine;
 * withdrawn when it is dealt with. The badge counts my unread conversations, offers, and who waits.
 */
export function startAlerts(platform: Platform, words: i18n): void {
  const shown = new Map<ConversationId, Shown>();
  let hasFocus = true;
  let checkedVersion = -1;
  let known: ReadonlyMap<ConversationId, string> | null = null;
  platform.onFocusChange((focus) => {
    hasFocus = focus;
  });

  const check = (): void => {
    const { isReady, version, groups, rows, unreadCount } = useConversationStore.getState();
    if (version === checkedVersion) return;
    checkedVersion = version;
    if (!isReady) {
      known = null;
      for (const alert of shown.values()) alert.withdraw();
      shown.clear();
      platform.setUnreadBadge(0);
      return;
    }
    platform.setUnreadBadge(groups.offered.order.ids.length + groups.waiting.order.ids.length + unreadCount);
    const wanting = whoWants(groups, rows);
    for (const [id, alert] of shown) {
      if (wanting.get(id) !== alert.kind) {
        alert.withdraw();
        shown.delete(id);
      }
    }
    const before = known;
    known = wanting;
    if (before === null || hasFocus) return;
    for (const [id, kind] of wanting) {
      const row = rows.get(id);
      if (row && before.get(id) !== kind) raise(row, kind);
    }
  };

  const raise = (row: ConversationSummary, kind: Shown['kind']): void => {
    const { hasNotifications, hasSound } = usePreferenceStore.getState();
    if (hasSound) playTone(kind);
    platform.attractAttention();
    if (!hasNotifications) return;
    shown.get(row.id)?.withdraw();
    const speech = speechOf(words);
    const reason = row.place ? speech.phrases(row.place.reasons) : '';
    const withdraw = platform.notify({
      conversationId: row.id,
      title: titleOf(row, kind, words),
      body: [reason, row.last?.preview].filter(Boolean).join('\n').slice(0, 500),
      isSticky: kind !== 'message',
    });
    shown.set(row.id, { version: row.version, kind, withdraw });
  };

  useConversationStore.subscribe(check);
}

/** What has happened, to whom; of an offer also who makes it. */
function titleOf({ customer, offer }: ConversationSummary, kind: Shown['kind'], words: i18n): string {
  const { name } = customer;
  if (kind !== 'offer') return words.t(`alert.${kind}`, { name });
  if (!offer?.from) return words.t('alert.offerUnknown', { name });
  return words.t('alert.offer', { name, from: speechOf(words).local(offer.from.name) });
}

type Groups = ReturnType<typeof useConversationStore.getState>['groups'];

function whoWants(
  groups: Groups,
  rows: ReadonlyMap<ConversationId, ConversationSummary>,
): Map<ConversationId, Shown['kind']> {
  return new Map<ConversationId, Shown['kind']>([
    ...groups.waiting.order.ids.map((id) => [id, 'waiting'] as const),
    ...groups.offered.order.ids.map((id) => [id, 'offer'] as const),
    ...groups.mine.order.ids
      .filter((id) => (rows.get(id)?.unread ?? 0) > 0)
      .map((id) => [id, 'message'] as const),
  ]);
}
