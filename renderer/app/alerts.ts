import type { i18n } from 'i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { ConversationId } from '#shared/domain/ids';
import { speechOf } from '../locales/spoken.ts';
import type { Platform } from '../platform/index.ts';
import { useConversationStore } from '../stores/conversation-store.ts';
import { usePreferenceStore } from '../stores/preference-store.ts';
import { playTone } from './tone.ts';

type Shown = { revisedSeq: number; kind: 'waiting' | 'offer' | 'message'; withdraw: () => void };

/**
 * What reaches an agent who looks elsewhere: a notice for somebody new who waits, for an offer, for an answer in a conversation of mine;
 * withdrawn when it is dealt with, and never quoting what was recalled (rule D19). The badge counts my unread conversations, offers, and who waits.
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
        continue;
      }
      // Words that it quotes may be gone: it takes its own place, quietly.
      const row = rows.get(id);
      if (row && row.revisedSeq > alert.revisedSeq) show(row, alert.kind);
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
    show(row, kind);
  };

  const show = (row: ConversationSummary, kind: Shown['kind']): void => {
    const speech = speechOf(words);
    const reason = row.place ? speech.phrases(row.place.reasons) : '';
    const withdraw = platform.notify({
      conversationId: row.id,
      title: titleOf(row, kind, words),
      body: [reason, lastWords(row, words)].filter(Boolean).join('\n').slice(0, 500),
      isSticky: kind !== 'message',
    });
    shown.set(row.id, { revisedSeq: row.revisedSeq, kind, withdraw });
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

/** What was said last; that it was taken back, where nothing of it is left. */
function lastWords({ last }: ConversationSummary, words: i18n): string {
  if (!last) return '';
  if (!last.isRecalled) return last.preview;
  return last.authorKind === 'customer' ? words.t('recalled.byCustomer') : words.t('recalled.inRow');
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
