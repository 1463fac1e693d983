import { useCallback, useEffect, useRef } from 'react';
import type { ConversationId } from '#shared/domain/ids';
import { setTyping } from '../../connection/commands/conversation.ts';

/** The other side forgets after six seconds; so often it is reminded. */
const REPEAT_MS = 4000;

/** Tells the customer's side that the agent is typing: at once, then every few seconds, and when it stops. */
export function useTypingSignal(conversationId: ConversationId): (isTyping: boolean) => void {
  const saidAt = useRef(0);
  const signal = useCallback(
    (isTyping: boolean) => {
      const now = Date.now();
      if (isTyping && now - saidAt.current < REPEAT_MS) return;
      if (!isTyping && saidAt.current === 0) return;
      saidAt.current = isTyping ? now : 0;
      setTyping(conversationId, isTyping);
    },
    [conversationId],
  );
  useEffect(() => () => signal(false), [signal]);
  return signal;
}
