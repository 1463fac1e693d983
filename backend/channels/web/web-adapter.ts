import { TEXT_MAX } from '#shared/domain/entry';
import type { ChannelAdapter } from '../channel-adapter.ts';

/**
 * Our own clients: the widget, and the shop's app. A message is theirs with the commit: they are told of it by the socket and fetch what they
 * missed (rule D4), so there is nothing to hand over.
 */
export function createWebAdapter(kind: 'web' | 'app'): ChannelAdapter {
  return {
    kind,
    takesKey: true,
    limits: { textMax: TEXT_MAX, cards: 'rich', typing: true, receipts: true, revises: true },
    send: async () => ({ state: 'sent' }),
  };
}
