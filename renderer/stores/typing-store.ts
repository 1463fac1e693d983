import { create } from 'zustand';
import type { ConversationId } from '#shared/domain/ids';

type Typing = { by: 'customer' | 'bot'; untilMs: number };
type TypingState = { typing: ReadonlyMap<ConversationId, Typing> };

/** Ends by itself after six seconds without a repeat, as the protocol says. */
const TYPING_MS = 6000;

/** Who is typing, by conversation. */
export const useTypingStore = create<TypingState>()(() => ({ typing: new Map() }));

/** Notes that somebody began or ceased typing. */
export function noteTyping(id: ConversationId, by: 'customer' | 'bot', isTyping: boolean): void {
  const typing = new Map(useTypingStore.getState().typing);
  if (isTyping) typing.set(id, { by, untilMs: Date.now() + TYPING_MS });
  else typing.delete(id);
  useTypingStore.setState({ typing });
}

/** Drops what has ended by itself. */
export function expireTyping(): void {
  const { typing } = useTypingStore.getState();
  if (typing.size === 0) return;
  const now = Date.now();
  const live = [...typing].filter(([, { untilMs }]) => untilMs > now);
  if (live.length !== typing.size) useTypingStore.setState({ typing: new Map(live) });
}
