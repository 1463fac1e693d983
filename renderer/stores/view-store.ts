import { create } from 'zustand';
import type { ConversationId } from '#shared/domain/ids';

/** A dialog about the opened conversation, or about the console. */
export type DialogName = 'close' | 'return' | 'transfer' | 'help' | 'search' | 'staff';

type ViewState = {
  openId: ConversationId | null;
  /** What stands beside the queue: the opened conversation, or what did not arrive, or the knowledge base. */
  place: 'conversation' | 'undelivered' | 'knowledge';
  /** What the queue's upper list shows. */
  list: 'waiting' | 'others' | 'bot' | 'closed';
  dialog: DialogName | null;
  hasFocus: boolean;
};

/** What is on screen. */
export const useViewStore = create<ViewState>()(() => ({
  openId: null,
  place: 'conversation',
  list: 'waiting',
  dialog: null,
  hasFocus: true,
}));

/** Shows a conversation, or none. Entries and profile follow by themselves (`connection/follow-view.ts`). */
export function openConversation(id: ConversationId | null): void {
  useViewStore.setState({ openId: id, place: 'conversation' });
}

/** Shows what did not arrive, or the conversation again. */
export function showPlace(place: ViewState['place']): void {
  useViewStore.setState({ place });
}

/** Shows a dialog, or takes it away. */
export function openDialog(dialog: DialogName | null): void {
  useViewStore.setState({ dialog });
}
