import { create } from 'zustand';
import type { ConversationId } from '#shared/domain/ids';

/** A dialog about the opened conversation, or about the console. */
export type DialogName = 'close' | 'return' | 'transfer' | 'help' | 'search';

type ViewState = {
  openId: ConversationId | null;
  /** What the queue's upper list shows. */
  list: 'waiting' | 'others' | 'bot' | 'closed';
  dialog: DialogName | null;
  hasFocus: boolean;
};

/** What is on screen. */
export const useViewStore = create<ViewState>()(() => ({
  openId: null,
  list: 'waiting',
  dialog: null,
  hasFocus: true,
}));

/** Shows a conversation, or none. Entries and profile follow by themselves (`connection/follow-view.ts`). */
export function openConversation(id: ConversationId | null): void {
  useViewStore.setState({ openId: id });
}

/** Shows a dialog, or takes it away. */
export function openDialog(dialog: DialogName | null): void {
  useViewStore.setState({ dialog });
}
