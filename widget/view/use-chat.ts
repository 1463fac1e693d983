import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChatState, ChatStore } from '../chat/chat-store.ts';

/** The chosen part of the chat's state, drawn anew when it changes. */
export function useChat<T>(store: ChatStore, choose: (state: ChatState) => T): T {
  const [value, setValue] = useState(() => choose(store.getState()));
  const latest = useRef(choose);
  latest.current = choose;
  useEffect(() => {
    const take = (): void => setValue(() => latest.current(store.getState()));
    take();
    return store.subscribe(take);
  }, [store]);
  return value;
}
