import type { ConversationId } from '#shared/domain/ids';
import type { Platform } from '../platform/index.ts';
import { useConversationStore } from '../stores/conversation-store.ts';
import { openConversation } from '../stores/view-store.ts';

/** Opens the conversation of a link or a clicked notice. One that comes before anybody has signed in waits for the workspace. */
export function followDeepLinks(platform: Platform): void {
  let linked: ConversationId | null = null;
  const open = (): void => {
    if (linked === null || !useConversationStore.getState().isReady) return;
    openConversation(linked);
    linked = null;
  };
  platform.onDeepLink(({ conversationId }) => {
    linked = conversationId;
    open();
  });
  useConversationStore.subscribe(open);
}
